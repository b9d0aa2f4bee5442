// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealServer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>

namespace portlight::rfb::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int displays = 10;
constexpr int x11vncAbove = 300; // of Xvnc's own port, where no display is
constexpr int deadline = 15000;

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    return socket.waitForConnected(200);
}

bool waitUntilAnswers(QProcess &process, quint16 port)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < deadline) {
        if (process.waitForFinished(50))
            return false;
        if (answers(port))
            return true;
    }
    return false;
}

} // namespace

RealServer::~RealServer()
{
    for (auto process = m_processes.rbegin(); process != m_processes.rend(); ++process) {
        (*process)->terminate();
        if (!(*process)->waitForFinished(3000)) {
            (*process)->kill();
            (*process)->waitForFinished(3000);
        }
    }
}

QStringList RealServer::environment() const
{
    QStringList variables = QProcess::systemEnvironment();
    variables.removeIf([](const QString &variable) { return variable.startsWith(u"DISPLAY="_s); });
    variables.append(u"DISPLAY=:%1"_s.arg(m_display));
    return variables;
}

QProcess &RealServer::launch(const QString &program, const QStringList &arguments)
{
    m_processes.push_back(std::make_unique<QProcess>());
    QProcess &process = *m_processes.back();
    process.setEnvironment(environment());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_folder.filePath(program + u".log"_s), QIODevice::Append);
    process.start(program, arguments);
    return process;
}

QByteArray RealServer::output(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setEnvironment(environment());
    process.start(program, arguments);
    if (!process.waitForFinished(deadline) || process.exitCode() != 0)
        return {};
    return process.readAllStandardOutput();
}

QString RealServer::start(QSize size, int firstDisplay, const QStringList &more)
{
    for (m_display = firstDisplay; m_display < firstDisplay + displays; ++m_display) {
        if (answers(port()) || QFile::exists(u"/tmp/.X11-unix/X%1"_s.arg(m_display)))
            continue;
        const QStringList arguments{u":%1"_s.arg(m_display),
                                    u"-rfbport"_s,
                                    QString::number(port()),
                                    u"-geometry"_s,
                                    u"%1x%2"_s.arg(size.width()).arg(size.height()),
                                    u"-depth"_s,
                                    u"24"_s,
                                    u"-localhost"_s,
                                    u"-retro"_s,
                                    u"-nolisten"_s,
                                    u"tcp"_s,
                                    u"-AlwaysShared"_s};
        QProcess &server = launch(u"Xvnc"_s, arguments + m_security + more);
        if (waitUntilAnswers(server, port()))
            return {};
        m_processes.pop_back();
    }
    QFile log(m_folder.filePath(u"Xvnc.log"_s));
    static_cast<void>(log.open(QIODevice::ReadOnly));
    return u"Xvnc did not start: "_s + QString::fromUtf8(log.readAll());
}

QString RealServer::startXvfb(QSize size, int firstDisplay)
{
    for (m_display = firstDisplay; m_display < firstDisplay + displays; ++m_display) {
        if (answers(port()) || QFile::exists(u"/tmp/.X11-unix/X%1"_s.arg(m_display)))
            continue;
        launch(u"Xvfb"_s, {u":%1"_s.arg(m_display), u"-screen"_s, u"0"_s,
                           u"%1x%2x24"_s.arg(size.width()).arg(size.height()), u"-nolisten"_s, u"tcp"_s});
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < deadline && !m_processes.back()->waitForFinished(50)) {
            if (screenshot().size == size)
                return {};
        }
        m_processes.pop_back();
    }
    return u"Xvfb did not start."_s;
}

quint16 RealServer::startX11vnc()
{
    const quint16 own = quint16(port() + x11vncAbove);
    QProcess &server =
        launch(u"x11vnc"_s, {u"-display"_s, u":%1"_s.arg(m_display), u"-rfbport"_s, QString::number(own),
                             u"-localhost"_s, u"-forever"_s, u"-shared"_s, u"-nopw"_s, u"-noxrecord"_s, u"-quiet"_s});
    return waitUntilAnswers(server, own) ? own : quint16(0);
}

bool RealServer::showPicture(const XwdImage &picture, QPoint position)
{
    QFile file(m_folder.filePath(u"picture.xwd"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(picture.serialise()) < 0)
        return false;
    file.close();
    QProcess &viewer =
        launch(u"xwud"_s, {u"-in"_s, file.fileName(), u"-geometry"_s, u"+%1+%2"_s.arg(position.x()).arg(position.y())});
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < deadline && !viewer.waitForFinished(50)) {
        const XwdImage shown = screenshot();
        bool same = !shown.pixels.isEmpty();
        for (int y = 0; same && y < picture.size.height(); ++y) {
            for (int x = 0; same && x < picture.size.width(); ++x)
                same = shown.pixels.at((y + position.y()) * shown.size.width() + x + position.x()) ==
                       picture.pixels.at(y * picture.size.width() + x);
        }
        if (same)
            return true;
    }
    return false;
}

bool RealServer::hideCursor()
{
    QFile file(m_folder.filePath(u"blank.xbm"_s));
    // 16 by 16 pixels: xsetroot takes no smaller ones.
    const QByteArray bytes = QByteArray("0x00, ").repeated(31) + "0x00};\n";
    if (!file.open(QIODevice::WriteOnly) ||
        file.write("#define blank_width 16\n#define blank_height 16\nstatic char blank_bits[] = {\n" + bytes) < 0)
        return false;
    file.close();
    QProcess process;
    process.setEnvironment(environment());
    process.start(u"xsetroot"_s, {u"-cursor"_s, file.fileName(), file.fileName()});
    return process.waitForFinished(deadline) && process.exitCode() == 0;
}

bool RealServer::moveWindow(QPoint position)
{
    const QString window =
        QString::fromLatin1(output(u"xdotool"_s, {u"search"_s, u"--class"_s, u"xwud"_s})).section(u'\n', 0, 0);
    QProcess process;
    process.setEnvironment(environment());
    process.start(u"xdotool"_s,
                  {u"windowmove"_s, window, QString::number(position.x()), QString::number(position.y())});
    return process.waitForFinished(deadline) && process.exitCode() == 0;
}

XwdImage RealServer::screenshot() const
{
    return XwdImage::parse(output(u"xwd"_s, {u"-root"_s, u"-silent"_s}));
}

} // namespace portlight::rfb::testing
