// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace portlight {

/// A real QEMU with the smallest guest there is: a boot sector that is up within a second. On its serial port it prints
/// "tiny login: ", echoes what it reads (and prompts after a carriage return), and floods between an F and an S with
/// lines "000000000000001", "000000000000002" and so on. Its console is as Portlight's VMs have it.
class TinyGuest
{
public:
    static constexpr auto Prompt = "tiny login: ";

    /// Why there is none here; empty when there can be one.
    [[nodiscard]] static QString whyNot();

    /// Keeps its files in `folder`; nothing runs yet.
    explicit TinyGuest(QString folder);
    /// Ends it.
    ~TinyGuest();
    TinyGuest(const TinyGuest &) = delete;
    TinyGuest &operator=(const TinyGuest &) = delete;

    /// For who starts it in another way.
    [[nodiscard]] static QString program();
    [[nodiscard]] QStringList arguments() const;

    /// Starts it and waits for its prompt.
    [[nodiscard]] bool start();
    [[nodiscard]] bool waitForLog(const QByteArray &text, int milliseconds = 30'000) const;

    [[nodiscard]] QString consoleSocket() const { return m_folder + QStringLiteral("/console.sock"); }
    [[nodiscard]] QString log() const { return m_folder + QStringLiteral("/serial-console-1.log"); }
    [[nodiscard]] QByteArray logBytes() const;

private:
    QString m_folder;
    QProcess m_process;
};

} // namespace portlight

/// Skips (fails in CI) where there is no QEMU.
#define PORTLIGHT_NEED_TINY_GUEST()                                                                                    \
    do {                                                                                                               \
        const QString why = portlight::TinyGuest::whyNot();                                                            \
        if (!why.isEmpty() && qEnvironmentVariableIsSet("CI"))                                                         \
            QFAIL(qPrintable(why));                                                                                    \
        if (!why.isEmpty())                                                                                            \
            QSKIP(qPrintable(why));                                                                                    \
    } while (false)
