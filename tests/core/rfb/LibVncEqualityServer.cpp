// SPDX-License-Identifier: GPL-3.0-or-later
#include "EqualityServer.h"

namespace portlight::rfb::testing {

namespace {

constexpr QSize screenSize(401, 299);
constexpr int deadline = 10000;
constexpr QByteArrayView done("done\n");

} // namespace

LibVncEqualityServer::~LibVncEqualityServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished(3000);
}

QString LibVncEqualityServer::start()
{
    m_process.start(
        QStringLiteral(PORTLIGHT_LIBVNCSERVER),
        {QString::number(port()), QString::number(screenSize.width()), QString::number(screenSize.height())});
    // It answers once it listens.
    return ask("ready").isNull() ? u"The server built on libvncserver did not start."_s : QString();
}

QByteArray LibVncEqualityServer::ask(const QByteArray &command)
{
    m_process.write(command + '\n');
    QByteArray answer;
    while (!answer.endsWith(done)) {
        if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(deadline))
            return {};
        answer += m_process.readAllStandardOutput();
    }
    answer.chop(done.size());
    return answer.isNull() ? QByteArray("") : answer;
}

void LibVncEqualityServer::change(int number)
{
    static_cast<void>(ask("change " + QByteArray::number(number)));
}

XwdImage LibVncEqualityServer::picture()
{
    const QByteArray bytes = ask("picture");
    XwdImage image;
    if (bytes.size() != qsizetype(screenSize.width()) * screenSize.height() * 4)
        return image;
    image.size = screenSize;
    for (qsizetype i = 0; i < bytes.size(); i += 4) {
        image.pixels.append(0xff000000U | quint32(quint8(bytes.at(i))) << 16 | quint32(quint8(bytes.at(i + 1))) << 8 |
                            quint8(bytes.at(i + 2)));
    }
    return image;
}

QList<Encoding> LibVncEqualityServer::encodings() const
{
    return {Encoding::Raw,  Encoding::Rre,   Encoding::CoRre, Encoding::Hextile,
            Encoding::Zlib, Encoding::Tight, Encoding::Zrle};
}

} // namespace portlight::rfb::testing
