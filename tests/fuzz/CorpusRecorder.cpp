// SPDX-License-Identifier: GPL-3.0-or-later
// Records a short session with a server on this machine as inputs of the fuzzers; see make-corpus.sh:
//
//     CorpusRecorder PORT ENCODING FORMAT MILLISECONDS DECODER_INPUT [CLIENT_INPUT]
//
// ENCODING is an encoding's number, with ":" and a JPEG quality behind it where JPEG may be used. FORMAT is the first
// byte of RfbDecoderFuzzer's input. CLIENT_INPUT needs FORMAT 0, which is what RfbClientFuzzer asks for.
#include "FuzzedFormats.h"
#include "rfb/Client.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QTcpSocket>

#include <algorithm>
#include <cstdio>

using namespace portlight::rfb;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 60'000; ///< The fuzzers take more; small inputs are what they get far with.
constexpr int largestEdge = 256;        ///< RfbDecoderFuzzer's sizes have a byte each.
constexpr char clientChoices = 2;       ///< RfbClientFuzzer: a password is known.
constexpr int everyPieceIsRandom = 77;  ///< RfbDecoderFuzzer: any number.

bool isForPixels(Encoding encoding)
{
    return qint32(encoding) >= 0 && qint32(encoding) < 100 && encoding != Encoding::CopyRect;
}

/// Everything that is no pixels, and this one.
QList<Encoding> only(Encoding wanted)
{
    QList<Encoding> encodings{wanted};
    for (const Encoding each : defaultEncodings()) {
        if (!isForPixels(each) && each != Encoding::TightPng)
            encodings.append(each);
    }
    return encodings;
}

struct Session
{
    QByteArray handshake;
    QByteArray messages;
    QSize size;
};

/// What the server says; empty when it is not to be had.
Session record(quint16 port, const ClientSettings &settings, int milliseconds)
{
    ClientObserver silent;
    Client client(silent, settings);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    Session session;
    const QDeadlineTimer deadline(milliseconds);
    while (!deadline.hasExpired() && session.messages.size() < mostBytes && !client.failure()) {
        socket.write(client.takeOutput());
        if (!socket.waitForReadyRead(20) && socket.state() == QAbstractSocket::UnconnectedState)
            break;
        for (const char byte : socket.readAll()) { // one by one, so that the end of the handshake is seen
            (client.state() == ClientState::Running ? session.messages : session.handshake).append(byte);
            client.receive(QByteArrayView(&byte, 1));
        }
    }
    if (client.failure())
        std::fprintf(stderr, "%s\n", qPrintable(client.failure()->summary));
    else if (client.state() != ClientState::Running)
        std::fprintf(stderr, "%s\n", qPrintable(socket.errorString()));
    session.messages.truncate(mostBytes);
    session.size = client.framebuffer().size();
    return client.failure() ? Session() : session;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 6)
        return 2;
    const QStringList encoding = words.at(2).split(u':');
    const auto format = quint8(words.at(3).toInt());
    ClientSettings settings;
    settings.login.password = "password";
    settings.encodings = only(Encoding(encoding.first().toInt()));
    settings.pixelFormat = fuzzing::chosenFormat(format);
    if (encoding.size() > 1)
        settings.qualityLevel = encoding.last().toInt();
    const Session session = record(quint16(words.at(1).toInt()), settings, words.at(4).toInt());
    if (session.messages.isEmpty() || std::max(session.size.width(), session.size.height()) > largestEdge)
        return 1;
    QByteArray choices;
    for (const int choice : {int(format), session.size.width() - 1, session.size.height() - 1, everyPieceIsRandom})
        choices.append(char(choice));
    if (!write(words.at(5), choices + session.messages))
        return 1;
    const bool forClient = words.size() > 6;
    return forClient && !write(words.at(6), QByteArray(1, clientChoices) + session.handshake + session.messages) ? 1
                                                                                                                 : 0;
}
