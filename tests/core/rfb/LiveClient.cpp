// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveClient.h"

#include <QElapsedTimer>

namespace portlight::rfb::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deadline = 20000; // milliseconds

} // namespace

LiveClient::LiveClient(Plan plan)
    : m_plan(std::move(plan))
    , m_client(*this, m_plan.settings)
{
}

void LiveClient::loginRequired(const LoginRequest &request)
{
    m_logins.append(request);
    m_loginOpen = true;
    if (m_plan.answer == Answer::AtOnce)
        answerQuestions();
}

void LiveClient::serverIdentityOffered(const ServerIdentity &identity)
{
    m_identities.append(identity);
    m_identityOpen = true;
    if (m_plan.answer == Answer::AtOnce)
        answerQuestions();
}

void LiveClient::answerQuestions()
{
    if (m_plan.answer == Answer::Never)
        return;
    // One answer may raise the next question.
    while (m_loginOpen || m_identityOpen) {
        if (std::exchange(m_identityOpen, false))
            m_client.acceptServerIdentity(m_plan.acceptsIdentity);
        if (std::exchange(m_loginOpen, false))
            m_client.provideLogin(m_plan.login);
    }
}

void LiveClient::flush()
{
    if (!m_client.hasOutput())
        return;
    const QByteArray bytes = m_client.takeOutput();
    m_sent += bytes;
    m_socket.write(bytes);
    m_socket.flush();
}

bool LiveClient::readOn()
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(deadline))
        return false;
    const QByteArray bytes = m_socket.readAll();
    for (qsizetype at = 0; at < bytes.size(); at += m_plan.piece) {
        // A copy of its own: whoever reads past the piece's end is caught by AddressSanitizer.
        const QByteArrayView view = QByteArrayView(bytes).sliced(at, std::min(m_plan.piece, bytes.size() - at));
        const std::vector<char> piece(view.begin(), view.end());
        m_client.receive(QByteArrayView(piece.data(), qsizetype(piece.size())));
        answerQuestions();
        flush();
    }
    return true;
}

QString LiveClient::run(quint16 port)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    if (!m_socket.waitForConnected(deadline))
        return m_socket.errorString();
    QElapsedTimer timer;
    timer.start();
    while (!m_client.isComplete() && !m_client.failure() && !m_loginOpen && !m_identityOpen) {
        if (timer.hasExpired(deadline))
            return u"No picture in time."_s;
        if (!readOn()) {
            m_client.connectionClosed();
            break;
        }
    }
    flush();
    return {};
}

bool LiveClient::waitForUpdates(quint64 count)
{
    flush();
    QElapsedTimer timer;
    timer.start();
    while (m_client.updateCount() < count && !m_client.failure() && !timer.hasExpired(deadline)) {
        if (!readOn())
            return false;
    }
    return m_client.updateCount() >= count;
}

} // namespace portlight::rfb::testing
