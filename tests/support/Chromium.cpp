// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Chromium.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int patience = 60'000; // milliseconds; it starts slowly on a busy machine
constexpr int goodbye = 5000;

} // namespace

Chromium::~Chromium()
{
    if (m_socket)
        m_socket->abort();
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
    // Its helpers may still write for a moment.
    QElapsedTimer clock;
    clock.start();
    while (!m_folder.remove() && clock.elapsed() < goodbye)
        QThread::msleep(20);
}

QString Chromium::program()
{
    return QStandardPaths::findExecutable(u"chromium"_s);
}

QString Chromium::open(const QString &url)
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_folder.filePath(u"chromium.log"_s));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, m_folder.path()); // what it leaves behind when it is told to end
    m_process.setProcessEnvironment(environment);
    m_process.start(program(),
                    {u"--headless=new"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--no-first-run"_s,
                     u"--disable-dev-shm-usage"_s, u"--force-color-profile=srgb"_s, u"--force-device-scale-factor=1"_s,
                     u"--remote-debugging-port=0"_s, u"--remote-allow-origins=*"_s,
                     u"--user-data-dir="_s + m_folder.path(), u"about:blank"_s});
    QFile port(m_folder.filePath(u"DevToolsActivePort"_s));
    QElapsedTimer clock;
    clock.start();
    QList<QByteArray> lines;
    while (lines.size() < 2 && clock.elapsed() < patience) {
        if (m_process.waitForFinished(100))
            return u"Chromium ended."_s;
        if (port.open(QIODevice::ReadOnly))
            lines = port.readAll().split('\n');
        port.close();
    }
    if (lines.size() < 2)
        return u"Chromium does not say where it listens."_s;
    const QString server = u"ws://127.0.0.1:%1"_s.arg(QString::fromLatin1(lines.at(0)));
    if (!connectTo(QUrl(server + QString::fromLatin1(lines.at(1)))))
        return u"Chromium does not answer."_s;
    const QString target = call(u"Target.createTarget"_s, {{u"url"_s, url}})[u"targetId"_s].toString();
    if (target.isEmpty() || !connectTo(QUrl(server + u"/devtools/page/"_s + target)))
        return u"Chromium makes no page."_s;
    return {};
}

bool Chromium::connectTo(const QUrl &url)
{
    m_socket = std::make_unique<QWebSocket>();
    QEventLoop loop;
    QObject::connect(m_socket.get(), &QWebSocket::connected, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QWebSocket::disconnected, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    m_socket->open(url);
    loop.exec();
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

QJsonObject Chromium::call(const QString &method, const QJsonObject &parameters)
{
    const int number = ++m_calls;
    QJsonObject result;
    QEventLoop loop;
    QObject::connect(m_socket.get(), &QWebSocket::textMessageReceived, &loop, [&](const QString &message) {
        const QJsonObject answer = QJsonDocument::fromJson(message.toUtf8()).object();
        if (answer[u"id"_s].toInt() != number)
            return; // an event
        result = answer[u"result"_s].toObject();
        loop.quit();
    });
    QObject::connect(m_socket.get(), &QWebSocket::disconnected, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    const QJsonObject request{{u"id"_s, number}, {u"method"_s, method}, {u"params"_s, parameters}};
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(request).toJson(QJsonDocument::Compact)));
    loop.exec();
    return result;
}

QJsonValue Chromium::evaluate(const QString &expression)
{
    const QJsonObject answer = call(
        u"Runtime.evaluate"_s, {{u"expression"_s, expression}, {u"returnByValue"_s, true}, {u"awaitPromise"_s, true}});
    if (answer.contains(u"exceptionDetails"_s))
        return QJsonValue::Undefined;
    return answer[u"result"_s].toObject()[u"value"_s];
}

QString Chromium::waitFor(const QString &expression, const QString &value, int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    QString last;
    do {
        last = evaluate(expression).toVariant().toString();
        if (last == value)
            return {};
        QEventLoop loop;
        QTimer::singleShot(100, &loop, &QEventLoop::quit);
        loop.exec();
    } while (clock.elapsed() < milliseconds);
    return last.isEmpty() ? u"(nothing)"_s : last;
}

} // namespace portlight
