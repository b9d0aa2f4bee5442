// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/OwnDisplay.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

OwnDisplay::~OwnDisplay()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    m_server.terminate();
    if (!m_server.waitForFinished(3000))
        m_server.kill();
    m_server.waitForFinished(3000);
}

QStringList OwnDisplay::missingPrograms()
{
    QStringList missing;
    for (const QString &program : {u"Xvfb"_s, u"xdotool"_s, u"setxkbmap"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            missing.append(program);
    }
    return missing;
}

void OwnDisplay::start()
{
    // Xvfb writes the number it has found free to its standard output.
    m_server.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1280x1024x24"_s, u"-nolisten"_s,
                               u"tcp"_s, u"-noreset"_s});
    const QDeadlineTimer deadline(patience);
    QByteArray number;
    while (!number.endsWith('\n') && m_server.waitForReadyRead(int(deadline.remainingTime())))
        number += m_server.readAllStandardOutput();
    const bool started = number.endsWith('\n');
    qputenv("QT_QPA_PLATFORM", started ? "xcb" : "offscreen");
    if (started)
        qputenv("DISPLAY", ":" + number.trimmed());
}

bool OwnDisplay::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    process.start(program, arguments);
    loop.exec();
    return process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

} // namespace portlight
