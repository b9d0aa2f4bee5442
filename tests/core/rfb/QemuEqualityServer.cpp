// SPDX-License-Identifier: GPL-3.0-or-later
#include "EqualityServer.h"

#include <QFile>

namespace portlight::rfb::testing {

namespace {

constexpr int deadline = 15000;

/// Waits for a key, prints 600 characters that depend on it, in changing colours with the screen scrolling, and so on.
QByteArray bootSector()
{
    QByteArray code = QByteArray::fromHex("31c0"   // ax = 0
                                          "8ed8"   // ds = ax
                                          "b80300" // ax = 3
                                          "cd10"   // int 10h: text, 80 columns
                                          "31c0"   // key: ax = 0
                                          "cd16"   // int 16h: wait for it
                                          "88c3"   // bl = al
                                          "80e37f" // printable
                                          "80cb21"
                                          "88da"   // dl = bl
                                          "b95802" // cx = 600
                                          "51"     // next: push cx
                                          "88d0"   // al = dl
                                          "88d3"   // bl = dl: the colours
                                          "b409"   // ah = 9
                                          "30ff"   // bh = 0
                                          "b90100" // cx = 1
                                          "cd10"   // int 10h: character with its colours
                                          "59"     // pop cx
                                          "88d0"   // al = dl
                                          "b40e"   // ah = 0eh
                                          "cd10"   // int 10h: on to the next place, scrolling
                                          "fec2"   // dl += 1
                                          "80ca21" // printable
                                          "80e27f"
                                          "e2e1" // loop next
                                          "ebce" // jump key
    );
    code = code.leftJustified(510, '\0');
    return code + QByteArray::fromHex("55aa");
}

} // namespace

QemuEqualityServer::~QemuEqualityServer()
{
    m_process.kill();
    m_process.waitForFinished(3000);
}

QString QemuEqualityServer::start()
{
    QFile disk(m_folder.filePath(u"boot.img"_s));
    if (!disk.open(QIODevice::WriteOnly) || disk.write(bootSector().leftJustified(1474560, '\0')) < 0)
        return disk.errorString();
    disk.close();
    m_process.start(u"qemu-system-x86_64"_s,
                    {u"-nodefaults"_s, u"-no-user-config"_s, u"-machine"_s, u"pc,accel=tcg"_s, u"-m"_s, u"16"_s,
                     u"-vga"_s, u"std"_s, u"-drive"_s, u"if=floppy,format=raw,file="_s + disk.fileName(), u"-boot"_s,
                     u"a"_s, u"-vnc"_s, u"127.0.0.1:%1"_s.arg(port() - 5900), u"-qmp"_s, u"stdio"_s});
    if (!execute("{\"execute\": \"qmp_capabilities\"}"))
        return u"QEMU did not start: "_s + QString::fromUtf8(m_process.readAllStandardError());
    QElapsedTimer clock;
    clock.start();
    // The BIOS has handed over when keys change the picture.
    XwdImage before = picture();
    for (int i = 0; clock.elapsed() < deadline; ++i) {
        m_process.waitForReadyRead(200);
        change(i);
        m_process.waitForReadyRead(200);
        const XwdImage after = picture();
        if (after.size == QSize(720, 400) && before.size == after.size && before.pixels != after.pixels && i > 3)
            return {};
        before = after;
    }
    return u"The boot sector did not run."_s;
}

bool QemuEqualityServer::execute(const QByteArray &command)
{
    m_process.write(command + '\n');
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < deadline) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine();
            if (line.contains("\"return\"") || line.contains("\"error\""))
                return line.contains("\"return\"");
        }
        if (!m_process.waitForReadyRead(deadline))
            return false;
    }
    return false;
}

void QemuEqualityServer::change(int number)
{
    const QByteArray key(1, char('a' + number % 26));
    static_cast<void>(execute(
        "{\"execute\": \"send-key\", \"arguments\": {\"keys\": [{\"type\": \"qcode\", \"data\": \"" + key + "\"}]}}"));
}

/// `screendump` writes a binary PPM.
XwdImage QemuEqualityServer::picture()
{
    const QString path = m_folder.filePath(u"screen.ppm"_s);
    XwdImage image;
    if (!execute("{\"execute\": \"screendump\", \"arguments\": {\"filename\": \"" + path.toUtf8() + "\"}}"))
        return image;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.readLine() != "P6\n")
        return image;
    const QList<QByteArray> size = file.readLine().trimmed().split(' ');
    file.readLine();
    const QByteArray bytes = file.readAll();
    if (size.size() != 2 || bytes.size() != qsizetype(size.at(0).toInt()) * size.at(1).toInt() * 3)
        return image;
    image.size = QSize(size.at(0).toInt(), size.at(1).toInt());
    for (qsizetype i = 0; i < bytes.size(); i += 3) {
        image.pixels.append(0xff000000U | quint32(quint8(bytes.at(i))) << 16 | quint32(quint8(bytes.at(i + 1))) << 8 |
                            quint8(bytes.at(i + 2)));
    }
    return image;
}

QList<Encoding> QemuEqualityServer::encodings() const
{
    return {Encoding::Raw, Encoding::Hextile, Encoding::Zlib, Encoding::Tight, Encoding::Zrle, Encoding::TightPng};
}

} // namespace portlight::rfb::testing
