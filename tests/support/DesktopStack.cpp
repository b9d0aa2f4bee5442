// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DesktopStack.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int startTime = 20'000; // milliseconds
constexpr int pollTime = 20;      // milliseconds

/// Free at the moment it is asked for.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool waitForPort(quint16 port, const QProcess &process)
{
    const QDeadlineTimer deadline(startTime);
    while (!deadline.hasExpired() && process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (socket.waitForConnected(1000))
            return true;
        QThread::msleep(pollTime);
    }
    return false;
}

} // namespace

DesktopStack::DesktopStack() = default;

DesktopStack::~DesktopStack()
{
    // Clients before servers.
    while (!m_processes.empty()) {
        QProcess &process = *m_processes.back();
        process.terminate();
        if (!process.waitForFinished(3000)) {
            process.kill();
            process.waitForFinished(3000);
        }
        m_processes.pop_back();
    }
}

QStringList DesktopStack::missingPrograms()
{
    QStringList missing;
    for (const QString &program :
         {u"Xvnc"_s, u"websockify"_s, u"vncpasswd"_s, u"xsetroot"_s, u"xterm"_s, u"xwininfo"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            missing.append(program);
    }
    return missing;
}

QString DesktopStack::start(const Options &options)
{
    m_display = options.display;
    m_vncPort = freePort();
    m_webPort = freePort();
    const QString problem = startXvnc(options);
    return problem.isEmpty() ? startWebsockify() : problem;
}

QString DesktopStack::startXvnc(const Options &options)
{
    QStringList arguments{
        u":%1"_s.arg(m_display), u"-rfbport"_s, QString::number(m_vncPort),     u"-localhost"_s, u"-geometry"_s,
        options.geometry,        u"-depth"_s,   QString::number(options.depth), u"-nolisten"_s,  u"tcp"_s,
        u"-AlwaysShared"_s};
    if (options.password.isEmpty()) {
        arguments << u"-SecurityTypes"_s << u"None"_s;
    } else {
        QProcess tool;
        tool.start(u"vncpasswd"_s, {u"-f"_s});
        tool.write(options.password + '\n');
        tool.closeWriteChannel();
        tool.waitForFinished(startTime);
        QFile file(m_folder.filePath(u"passwd"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(tool.readAllStandardOutput()) < 8)
            return u"vncpasswd did not work."_s;
        arguments << u"-SecurityTypes"_s << u"VncAuth"_s << u"-rfbauth"_s << file.fileName();
    }
    auto xvnc = std::make_unique<QProcess>();
    xvnc->setProcessChannelMode(QProcess::MergedChannels);
    xvnc->start(u"Xvnc"_s, arguments + options.xvncArguments);
    const bool listening = xvnc->waitForStarted() && waitForPort(m_vncPort, *xvnc);
    m_processes.push_back(std::move(xvnc));
    return listening ? QString() : u"Xvnc does not listen: "_s + QString::fromLocal8Bit(m_processes.back()->readAll());
}

QString DesktopStack::startWebsockify()
{
    QStringList arguments;
    if (QFile::exists(u"/usr/share/novnc/vnc.html"_s))
        arguments << u"--web"_s << u"/usr/share/novnc"_s;
    arguments << u"127.0.0.1:%1"_s.arg(m_webPort) << u"127.0.0.1:%1"_s.arg(m_vncPort);
    auto websockify = std::make_unique<QProcess>();
    websockify->setProcessChannelMode(QProcess::MergedChannels);
    websockify->start(u"websockify"_s, arguments);
    const bool listening = websockify->waitForStarted() && waitForPort(m_webPort, *websockify);
    m_processes.push_back(std::move(websockify));
    return listening ? QString()
                     : u"websockify does not listen: "_s + QString::fromLocal8Bit(m_processes.back()->readAll());
}

bool DesktopStack::run(const QString &program, const QStringList &arguments, bool wait)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, u":%1"_s.arg(m_display));
    process->setProcessEnvironment(environment);
    process->start(program, arguments);
    if (wait)
        return process->waitForFinished(startTime) && process->exitCode() == 0;
    const bool started = process->waitForStarted();
    m_processes.push_back(std::move(process));
    return started;
}

bool DesktopStack::waitForWindow(const QString &name)
{
    const QDeadlineTimer deadline(startTime);
    while (!deadline.hasExpired()) {
        QProcess xwininfo;
        xwininfo.start(u"xwininfo"_s, {u"-display"_s, u":%1"_s.arg(m_display), u"-name"_s, name});
        xwininfo.waitForFinished(startTime);
        if (xwininfo.readAllStandardOutput().contains("IsViewable"))
            return true;
        // A session of the calling thread goes on meanwhile.
        QCoreApplication::processEvents();
        QThread::msleep(pollTime);
    }
    return false;
}

QString DesktopStack::webSocketUrl() const
{
    return u"ws://127.0.0.1:%1/websockify"_s.arg(m_webPort);
}

QString DesktopStack::vncUrl() const
{
    return u"vnc://127.0.0.1:%1"_s.arg(m_vncPort);
}

} // namespace portlight
