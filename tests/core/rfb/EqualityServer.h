// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RealServer.h"
#include "Viewer.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace portlight::rfb::testing {

/// A server whose picture can be had from behind, to be held against what a client has.
class EqualityServer
{
public:
    virtual ~EqualityServer() = default;
    EqualityServer() = default;
    Q_DISABLE_COPY_MOVE(EqualityServer)

    [[nodiscard]] virtual QStringList programs() const = 0;
    /// An error, or empty.
    [[nodiscard]] virtual QString start() = 0;
    [[nodiscard]] virtual quint16 port() const = 0;
    /// Changes something on the screen; numbers count up.
    virtual void change(int number) = 0;
    /// What is on the screen now; empty when it cannot be had.
    [[nodiscard]] virtual XwdImage picture() = 0;
    [[nodiscard]] virtual Rounding rounding() const = 0;
    /// It speaks them for pixels when asked to.
    [[nodiscard]] virtual QList<Encoding> encodings() const = 0;
    /// Changes come as CopyRect where that is offered.
    [[nodiscard]] virtual bool copies() const { return false; }
};

/// Xvnc, or x11vnc on an Xvfb of its own; text scrolls and a picture moves about.
class XEqualityServer final : public EqualityServer
{
public:
    enum class Kind { Xvnc, X11vnc };
    explicit XEqualityServer(Kind kind)
        : m_kind(kind)
    {
    }

    [[nodiscard]] QStringList programs() const override;
    [[nodiscard]] QString start() override;
    [[nodiscard]] quint16 port() const override { return m_port; }
    void change(int number) override;
    [[nodiscard]] XwdImage picture() override { return m_server.screenshot(); }
    [[nodiscard]] Rounding rounding() const override;
    [[nodiscard]] QList<Encoding> encodings() const override;
    [[nodiscard]] bool copies() const override { return m_kind == Kind::Xvnc; }

private:
    Kind m_kind;
    QTemporaryDir m_folder;
    RealServer m_server;
    quint16 m_port = 0;
};

/// tests/support/LibVncServerMain.cpp
class LibVncEqualityServer final : public EqualityServer
{
public:
    ~LibVncEqualityServer() override;
    [[nodiscard]] QStringList programs() const override { return {QStringLiteral(PORTLIGHT_LIBVNCSERVER)}; }
    [[nodiscard]] QString start() override;
    [[nodiscard]] quint16 port() const override { return 5989; }
    void change(int number) override;
    [[nodiscard]] XwdImage picture() override;
    [[nodiscard]] Rounding rounding() const override { return Rounding::HalfDown; }
    [[nodiscard]] QList<Encoding> encodings() const override;
    [[nodiscard]] bool copies() const override { return true; }

private:
    [[nodiscard]] QByteArray ask(const QByteArray &command);
    QProcess m_process;
};

/// QEMU's own server in front of a boot sector that prints a screenful at each key press.
class QemuEqualityServer final : public EqualityServer
{
public:
    ~QemuEqualityServer() override;
    [[nodiscard]] QStringList programs() const override { return {QStringLiteral("qemu-system-x86_64")}; }
    [[nodiscard]] QString start() override;
    [[nodiscard]] quint16 port() const override { return 5988; }
    void change(int number) override;
    [[nodiscard]] XwdImage picture() override;
    [[nodiscard]] Rounding rounding() const override { return Rounding::Down; }
    [[nodiscard]] QList<Encoding> encodings() const override;

private:
    [[nodiscard]] bool execute(const QByteArray &command);
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace portlight::rfb::testing
