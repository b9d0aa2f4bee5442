// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/QmpClient.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// A message of QMP is a line; none that we ask for comes near this.
constexpr qsizetype longestMessage = 4 * 1024 * 1024;

Error malformed(const QByteArray &what)
{
    return {ErrorKind::Failed,
            u"qmp.malformed"_s,
            QCoreApplication::translate("QmpClient", "QEMU's control socket answers something else than QMP."),
            {},
            QString::fromUtf8(what.left(200))};
}

} // namespace

Result<QmpClient> QmpClient::connect(Host &host, const QString &socketPath, QDeadlineTimer deadline,
                                     const Cancellation &cancellation)
{
    auto socket = host.connectUnix(socketPath, deadline, cancellation);
    if (!socket)
        return failure(socket.error());
    QmpClient client(*std::move(socket));
    const auto greeting = client.readMessage(deadline, cancellation);
    if (!greeting)
        return failure(greeting.error());
    if (!greeting->contains(u"QMP"))
        return failure(malformed(QJsonDocument(*greeting).toJson()));
    if (auto negotiated = client.execute(u"qmp_capabilities"_s, deadline, cancellation); !negotiated)
        return failure(negotiated.error());
    return client;
}

Result<QJsonObject> QmpClient::execute(const QString &command, QDeadlineTimer deadline,
                                       const Cancellation &cancellation)
{
    const QByteArray message = QJsonDocument(QJsonObject{{u"execute"_s, command}}).toJson(QJsonDocument::Compact);
    if (auto sent = m_socket.write(message + '\n', deadline, cancellation); !sent)
        return failure(sent.error());
    for (;;) {
        const auto answer = readMessage(deadline, cancellation);
        if (!answer)
            return failure(answer.error());
        if (answer->contains(u"return"))
            return answer->value(u"return").toObject();
        if (answer->contains(u"error"))
            return failure(ErrorKind::Failed, u"qmp.refused"_s,
                           QCoreApplication::translate("QmpClient", "QEMU refuses “%1”.").arg(command), {},
                           answer->value(u"error").toObject().value(u"desc").toString());
    }
}

Result<void> QmpClient::waitForEnd(QDeadlineTimer deadline, const Cancellation &cancellation)
{
    for (;;) {
        const auto bytes = m_socket.read(4096, deadline, cancellation);
        if (bytes && bytes->isEmpty())
            return {};
        if (!bytes && bytes.error().id == u"socket.closed")
            return {};
        if (!bytes)
            return failure(bytes.error());
    }
}

Result<QJsonObject> QmpClient::readMessage(QDeadlineTimer deadline, const Cancellation &cancellation)
{
    qsizetype end = -1;
    while ((end = m_input.indexOf('\n')) < 0) {
        if (m_input.size() > longestMessage)
            return failure(malformed(m_input));
        const auto bytes = m_socket.read(65536, deadline, cancellation);
        if (!bytes)
            return failure(bytes.error());
        if (bytes->isEmpty())
            return failure(ErrorKind::Unreachable, u"socket.closed"_s,
                           QCoreApplication::translate("QmpClient", "QEMU closed its control socket."));
        m_input += *bytes;
    }
    const QByteArray line = m_input.left(end);
    m_input.remove(0, end + 1);
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return failure(malformed(line));
    return document.object();
}

} // namespace portlight
