// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TinyGuest.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int sectorSize = 512;

/// tiny-guest.s, assembled.
constexpr auto code =
    "31c08ed88ed0bc007cfcbe727ce84800bafd03eca8017423baf803ec3c467505c606717c013c537505c606717c00e831003c"
    "0d7506be8d7ce81d00803e717c0074cebe9b7ce81000bfa97cfe05803d3a72bec605304febf3ac84c07413e80200ebf650ba"
    "fd03eca82074fb58baf803eec3000d0a54696e792067756573740d0a74696e79206c6f67696e3a20000a74696e79206c6f67"
    "696e3a20003030303030303030303030303030310a";

QByteArray bootSector()
{
    QByteArray sector = QByteArray::fromHex(code);
    sector = sector.leftJustified(sectorSize - 2, '\0');
    return sector + QByteArray::fromHex("55aa");
}

} // namespace

QString TinyGuest::program()
{
    return u"qemu-system-x86_64"_s;
}

QString TinyGuest::whyNot()
{
    return QStandardPaths::findExecutable(program()).isEmpty() ? program() + u" is not installed."_s : QString();
}

TinyGuest::TinyGuest(QString folder)
    : m_folder(std::move(folder))
{
    QFile image(m_folder + u"/boot.img"_s);
    if (!image.open(QIODevice::WriteOnly) || image.write(bootSector()) != sectorSize)
        qFatal("no room for a boot sector");
}

TinyGuest::~TinyGuest()
{
    m_process.kill();
    m_process.waitForFinished();
}

QStringList TinyGuest::arguments() const
{
    return {u"-M"_s,
            u"pc"_s,
            u"-accel"_s,
            u"tcg"_s,
            u"-nodefaults"_s,
            u"-no-user-config"_s,
            u"-display"_s,
            u"none"_s,
            u"-m"_s,
            u"16"_s,
            u"-drive"_s,
            u"if=ide,format=raw,file="_s + m_folder + u"/boot.img"_s,
            u"-chardev"_s,
            u"socket,id=console,server=on,wait=off,path=%1,logfile=%2,logappend=on"_s.arg(consoleSocket(), log()),
            u"-serial"_s,
            u"chardev:console"_s};
}

bool TinyGuest::start()
{
    m_process.start(program(), arguments());
    return m_process.waitForStarted() && waitForLog(Prompt);
}

bool TinyGuest::waitForLog(const QByteArray &text, int milliseconds) const
{
    const QDeadlineTimer deadline(milliseconds);
    while (!logBytes().contains(text)) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(10);
    }
    return true;
}

QByteArray TinyGuest::logBytes() const
{
    QFile file(log());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace portlight
