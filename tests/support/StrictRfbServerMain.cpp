// SPDX-License-Identifier: GPL-3.0-or-later
// A program around StrictRfbServer, for viewers in other processes, such as noVNC in a browser.
#include "support/FakeRfbServer.h"
#include "support/StrictRfbServer.h"
#include "support/StrictSession.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <mutex>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

volatile std::sig_atomic_t isStopped = 0;

QByteArray names()
{
    return StrictSecurity::names().join(", ");
}

struct Arguments
{
    StrictOptions options;
    quint16 port = 0;
    bool isPlain = false;
};

std::optional<Arguments> parse(const QCoreApplication &program)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A strict RFB server on loopback. Says \"port N\" when it listens, then one line "
                                     u"for each login and for each thing that a viewer does wrong, and a JSON object "
                                     u"for each message of a viewer."_s);
    parser.addHelpOption();
    const auto add = [&parser](const QString &name, const QString &what, const QString &value, const QString &preset) {
        parser.addOption(QCommandLineOption(name, what, value, preset));
    };
    add(u"port"_s, u"0: any free one."_s, u"number"_s, u"0"_s);
    add(u"security"_s, QString::fromLatin1(names()), u"name"_s, u"none"_s);
    add(u"user"_s, u"RA2 asks for none when it is empty."_s, u"name"_s, u"anna"_s);
    add(u"password"_s, u"What is right."_s, u"text"_s, u"secret"_s);
    add(u"target"_s, u"XVP's."_s, u"name"_s, u"guest"_s);
    add(u"reason"_s, u"What a wrong login is told."_s, u"text"_s, QString::fromLatin1(StrictOptions().reason));
    parser.addOption(QCommandLineOption(u"tcp"_s, u"Plain TCP instead of WebSocket."_s));
    parser.process(program);
    Arguments arguments;
    arguments.options.security = parser.value(u"security"_s).toLatin1();
    arguments.options.user = parser.value(u"user"_s).toUtf8();
    arguments.options.password = parser.value(u"password"_s).toUtf8();
    arguments.options.target = parser.value(u"target"_s).toUtf8();
    arguments.options.reason = parser.value(u"reason"_s).toUtf8();
    arguments.isPlain = parser.isSet(u"tcp"_s);
    arguments.port = parser.value(u"port"_s).toUShort();
    if (StrictSecurity::number(arguments.options.security) == 0)
        return std::nullopt;
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    const std::optional<Arguments> arguments = parse(program);
    QTextStream out(stdout);
    if (!arguments) {
        out << "Security types: " << names() << Qt::endl;
        return 2;
    }
    std::mutex outputMutex;
    const auto record = [&](const QJsonObject &message) {
        const std::lock_guard lock(outputMutex);
        out << QJsonDocument(message).toJson(QJsonDocument::Compact) << Qt::endl;
    };
    StrictRfbServer strict(arguments->options, [record](ServerConnection &connection) {
        return StrictSession(connection, FakeRfbServer::desktop(), record).run();
    });
    const HostileServer::Script script = strict.script();
    const HostileServer server(arguments->isPlain ? script : HostileServer::webSocket(script), {}, arguments->port);
    for (const int signal : {SIGTERM, SIGINT})
        std::signal(signal, [](int) { isStopped = 1; });
    out << "port " << server.port() << Qt::endl;
    int logins = 0;
    qsizetype problems = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        const std::lock_guard lock(outputMutex);
        for (; logins < strict.logins(); ++logins)
            out << "login" << Qt::endl;
        const QStringList all = strict.problems();
        for (; problems < all.size(); ++problems)
            out << "problem: " << all.at(problems) << Qt::endl;
        if (isStopped)
            QCoreApplication::quit();
    });
    timer.start(50);
    return QCoreApplication::exec();
}
