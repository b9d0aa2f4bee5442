// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchContent.h"

#include <QDeadlineTimer>
#include <QImage>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int startTime = 15'000; // milliseconds

/// Soft shapes of many sizes and a little noise, as a camera sees them; `phase` moves everything.
QImage photo(QSize size, int phase)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(quint32(phase) + 1);
    const double shift = phase * 0.35;
    for (int y = 0; y < size.height(); ++y) {
        auto *const row = reinterpret_cast<quint32 *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const double u = x / 190.0 + shift;
            const double v = y / 170.0 - shift / 2;
            const double shape = std::sin(u + 1.7 * std::sin(v)) + 0.5 * std::sin(2.3 * v + std::cos(3.1 * u)) +
                                 0.2 * std::sin(11 * u + 7 * v) + 0.1 * std::sin(31 * v - 23 * u);
            const auto channel = [&](double gain, double offset) {
                const double value = 128 + 60 * std::sin(shape * gain + offset) + random.bounded(9) - 4;
                return quint32(std::clamp(value, 0.0, 255.0));
            };
            row[x] = 0xff000000U | channel(1, 0) << 16 | channel(1.3, 1) << 8 | channel(0.8, 2.5);
        }
    }
    return image;
}

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

QString BenchContent::name(Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return u"text"_s;
    case Kind::Photos:
        return u"photos"_s;
    case Kind::Video:
        return u"video"_s;
    case Kind::Windows:
        break;
    }
    return u"windows"_s;
}

QStringList BenchContent::missingPrograms()
{
    QStringList missing = DesktopStack::missingPrograms();
    for (const QString &program : {u"animate"_s, u"xdotool"_s, u"x11vnc"_s}) {
        if (!isInstalled(program))
            missing.append(program);
    }
    return missing;
}

QString BenchContent::start(int display, Kind kind)
{
    DesktopStack::Options options;
    options.display = display;
    options.geometry = u"1920x1080"_s;
    const QString problem = m_desktop.start(options);
    if (!problem.isEmpty())
        return problem;
    bool shown = false;
    switch (kind) {
    case Kind::Text:
        shown = showText();
        break;
    case Kind::Photos:
        shown = showPictures({1920, 1080}, 5, 15);
        break;
    case Kind::Video:
        shown = showPictures({960, 540}, 24, 4);
        break;
    case Kind::Windows:
        shown = showMovingWindow();
        break;
    }
    return shown ? QString() : u"The %1 did not show."_s.arg(name(kind));
}

bool BenchContent::showText()
{
    const QString script = u"while :; do ls -lR --color=always /usr/include | head -n 3000; "
                           "fold -s -w 300 /usr/share/common-licenses/*; done"_s;
    return m_desktop.run(u"xterm"_s,
                         {u"-title"_s, u"content"_s, u"-geometry"_s, u"318x82+0+0"_s, u"-fn"_s, u"6x13"_s, u"-e"_s,
                          u"sh"_s, u"-c"_s, script},
                         false) &&
           m_desktop.waitForWindow(u"content"_s);
}

bool BenchContent::showPictures(QSize size, int count, int delay)
{
    QStringList arguments{u"-title"_s, u"content"_s, u"-delay"_s,    QString::number(delay),
                          u"-loop"_s,  u"0"_s,       u"-geometry"_s, u"+0+0"_s};
    for (int i = 0; i < count; ++i) {
        const QString path = m_folder.filePath(u"%1.ppm"_s.arg(i));
        if (!photo(size, i).save(path))
            return false;
        arguments.append(path);
    }
    return m_desktop.run(u"animate"_s, arguments, false) && m_desktop.waitForWindow(u"content"_s);
}

bool BenchContent::showMovingWindow()
{
    const QString push = u"while :; do for i in 10 60 130 210 300 380 250 120; do "
                         "xdotool search --name content windowmove $i $((i / 2)); done; done"_s;
    return m_desktop.run(u"xterm"_s,
                         {u"-title"_s, u"content"_s, u"-geometry"_s, u"240x60+0+0"_s, u"-fn"_s, u"6x13"_s, u"-e"_s,
                          u"sh"_s, u"-c"_s, u"ls -lR /usr/include | head -n 300; sleep 600"_s},
                         false) &&
           m_desktop.waitForWindow(u"content"_s) && m_desktop.run(u"sh"_s, {u"-c"_s, push}, false);
}

quint16 BenchContent::startX11vnc(int display)
{
    quint16 port = 0;
    {
        QTcpServer probe;
        probe.listen(QHostAddress::LocalHost);
        port = probe.serverPort();
    }
    if (!m_desktop.run(u"x11vnc"_s,
                       {u"-display"_s, u":%1"_s.arg(display), u"-rfbport"_s, QString::number(port), u"-localhost"_s,
                        u"-forever"_s, u"-shared"_s, u"-nopw"_s, u"-noxrecord"_s, u"-quiet"_s},
                       false))
        return 0;
    const QDeadlineTimer deadline(startTime);
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, port);
        if (socket.waitForConnected(500))
            return port;
        QThread::msleep(50);
    }
    return 0;
}

} // namespace portlight
