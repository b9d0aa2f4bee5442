// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/Client.h"
#include "rfb/SecurityTypes.h"

#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

namespace portlight::rfb::fuzzing {

/// How questions are answered.
struct Answers
{
    bool later = false; ///< When receive() has returned, not from within.
};

/// An observer that answers everything and checks what it is told.
class Checker final : public ClientObserver
{
public:
    explicit Checker(Answers how)
        : m_answers(how)
    {
    }

    void loginRequired(const rfb::LoginRequest &) override
    {
        m_loginOpen = true;
        if (!m_answers.later)
            answer();
    }
    void serverIdentityOffered(const ServerIdentity &identity) override
    {
        check(identity.sha256.size() == 32 && !identity.problem.isEmpty());
        m_identityOpen = true;
        if (!m_answers.later)
            answer();
    }
    void answer()
    {
        while (m_loginOpen || m_identityOpen) {
            if (std::exchange(m_identityOpen, false))
                client->acceptServerIdentity(false); // beyond, nothing but a real server gets anywhere
            if (std::exchange(m_loginOpen, false))
                client->provideLogin({QStringLiteral("user"), "password"});
        }
    }
    void rectangleUpdated(const QRect &rect) override { check(client->framebuffer().bounds().contains(rect)); }
    void resized(QSize size) override { check(size == client->framebuffer().size()); }
    void cursorChanged(const Cursor &cursor) override
    {
        check(cursor.pixels.size() == qsizetype(cursor.size.width()) * cursor.size.height());
    }
    void failed(const Failure &failure) override { check(!failure.id.isEmpty() && !failure.summary.isEmpty()); }

    static void check(bool holds)
    {
        if (!holds)
            std::abort();
    }

    Client *client = nullptr;

private:
    const Answers m_answers;
    bool m_loginOpen = false;
    bool m_identityOpen = false;
};

/// Logins of these types have random numbers in them: no two of their outputs are alike.
inline bool isRandom(int securityType)
{
    switch (securityType) {
    case 0:
    case noSecurity:
    case vncAuthentication:
    case tightSecurity:
    case xvpSecurity:
    case plainSecurity:
        return false;
    default:
        return true;
    }
}

/// Small pictures: what matters is the code, not the time it takes to fill a gigabyte.
inline ClientSettings smallSettings()
{
    ClientSettings settings;
    settings.limits.maximumWidth = 600;
    settings.limits.maximumHeight = 600;
    settings.limits.maximumCursorEdge = 64;
    return settings;
}

/// What is left of a client that was given the bytes in these pieces.
struct Outcome
{
    ClientState state = ClientState::Version;
    QString where;
    QByteArray output;
    QSize size;
    std::vector<quint32> pixels;
    double coverage = 0;

    bool operator==(const Outcome &) const = default;
};

inline Outcome play(QByteArrayView bytes, const ClientSettings &settings, const std::function<qsizetype()> &nextPiece,
                    Answers answers = {})
{
    Checker checker(answers);
    Client client(checker, settings);
    checker.client = &client;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype count = qBound<qsizetype>(1, nextPiece(), bytes.size() - at);
        const std::vector<char> piece(bytes.begin() + at, bytes.begin() + at + count); // its end is guarded
        client.receive(QByteArrayView(piece.data(), count));
        checker.answer();
        at += count;
    }
    Outcome outcome;
    outcome.state = client.state();
    outcome.where = client.failure() ? client.failure()->id + client.failure()->where : QString();
    outcome.output = client.takeOutput();
    if (isRandom(client.securityType()))
        outcome.output = QByteArray::number(outcome.output.size());
    const Framebuffer &framebuffer = client.framebuffer();
    outcome.size = framebuffer.size();
    if (!framebuffer.isEmpty())
        outcome.pixels.assign(framebuffer.row(0),
                              framebuffer.row(0) + qsizetype(outcome.size.width()) * outcome.size.height());
    outcome.coverage = client.coverage();
    client.connectionClosed();
    return outcome;
}

} // namespace portlight::rfb::fuzzing
