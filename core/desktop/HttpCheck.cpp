// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/HttpCheck.h"

#include <QSslSocket>

namespace portlight::HttpCheck {

namespace {

constexpr qint64 bytesPerRead = 64 * 1024;

} // namespace

HttpAnswer ask(const DesktopTarget &target, HostSocket socket, QDeadlineTimer deadline,
               const Cancellation &cancellation, HttpAnswer::Wanted wanted)
{
    HttpAnswer answer(wanted);
    if (!socket.write(HttpAnswer::request(target), deadline, cancellation))
        return answer;
    while (!answer.isEnough()) {
        const Result<QByteArray> bytes = socket.read(bytesPerRead, deadline, cancellation);
        if (!bytes || bytes->isEmpty())
            break;
        answer.add(*bytes);
    }
    return answer;
}

TlsAnswer askOverTls(const DesktopTarget &target, const QNetworkProxy &proxy, QDeadlineTimer deadline,
                     const EventWait &wait, HttpAnswer::Wanted wanted)
{
    TlsAnswer result{HttpAnswer(wanted), {}};
    DesktopTarget withoutLogin = target;
    withoutLogin.authorization.clear();
    QSslSocket socket;
    socket.setProxy(proxy);
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.setReadBufferSize(4 * bytesPerRead);
    const auto isOver = [&socket] {
        return socket.state() == QAbstractSocket::UnconnectedState;
    };
    socket.connectToHostEncrypted(target.host, target.port);
    const bool settled = wait.until([&] { return socket.isEncrypted() || isOver(); }, deadline);
    if (!socket.isEncrypted()) {
        // A server that just says nothing has not failed at TLS yet; the WebSocket has more time to find out.
        if (settled)
            result.tlsProblem = socket.errorString();
        return result;
    }
    socket.write(HttpAnswer::request(withoutLogin));
    bool more = true;
    while (more && !result.answer.isEnough()) {
        more = wait.until([&] { return socket.bytesAvailable() > 0 || isOver(); }, deadline) &&
               socket.bytesAvailable() > 0;
        result.answer.add(socket.read(bytesPerRead));
    }
    return result;
}

} // namespace portlight::HttpCheck
