// SPDX-License-Identifier: GPL-3.0-or-later
#include "Probing.h"

#include <QtTest>

#include <zlib.h>

using namespace portlight;
using namespace portlight::probing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A ZRLE rectangle whose zlib data unpack to 100 MB.
QByteArray zlibBomb()
{
    const QByteArray zeros(100'000'000, '\0');
    uLongf size = compressBound(uLong(zeros.size()));
    QByteArray packed(qsizetype(size), Qt::Uninitialized);
    compress2(reinterpret_cast<Bytef *>(packed.data()), &size, reinterpret_cast<const Bytef *>(zeros.constData()),
              uLong(zeros.size()), 9);
    packed.truncate(qsizetype(size));
    QByteArray length(4, '\0');
    qToBigEndian(quint32(packed.size()), length.data());
    return length + packed;
}

} // namespace

/// Servers that lie: each gets the right failure, in time.
class LyingServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lies_data();
    void lies();
};

void LyingServersTest::lies_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("stage");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("words"); // in the summary
    const auto row = [](const char *name, const char *scheme, const Script &script, const char *stage, const char *id,
                        const char *words = "") {
        QTest::newRow(name) << QString::fromLatin1(scheme) << script << QString::fromLatin1(stage)
                            << QString::fromLatin1(id) << QString::fromUtf8(words);
    };
    const Script closeAtOnce = [](ServerConnection &) {
    };
    const Script silent = [](ServerConnection &connection) {
        connection.hold();
    };
    const Script ssh = [](ServerConnection &connection) {
        connection.write("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
        connection.hold();
    };
    const auto greeted = [](const Script &more) {
        return Script([more](ServerConnection &connection) {
            FakeRfbServer::greet(connection, {800, 600});
            more(connection);
        });
    };
    const auto web = [](const Script &script) {
        return HostileServer::webSocket(script);
    };

    row("closes at once, ws", "ws", closeAtOnce, "websocket", "websocket.closed", "in the guest");
    row("closes at once, vnc", "vnc", closeAtOnce, "rfb-version", "rfb.no-banner", "in the guest");
    row("silent after accept, ws", "ws", silent, "websocket", "websocket.timeout");
    row("silent after accept, vnc", "vnc", silent, "rfb-version", "rfb.no-banner", "in the guest");
    row("silent after the upgrade", "ws", web(silent), "rfb-version", "rfb.no-banner", "in the guest");
    row("closes after the upgrade", "ws", web(closeAtOnce), "rfb-version", "rfb.no-banner", "1006");
    row("websockify without a target", "ws", web(closing(1011, "Failed to connect to downstream server")),
        "rfb-version", "rfb.no-banner", "Nothing listens on the VNC port");
    row("SSH, ws", "ws", ssh, "websocket", "websocket.rejected");
    row("SSH, vnc", "vnc", ssh, "rfb-version", "rfb.not-rfb", "SSH");
    row("SSH behind websockify", "ws", web([](ServerConnection &connection) {
            connection.send("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n");
            connection.hold();
        }),
        "rfb-version", "rfb.not-rfb", "SSH");
    row("web server", "ws", answering("200 OK"), "websocket", "websocket.rejected", "200");
    row(
        "web server, vnc", "vnc",
        [](ServerConnection &connection) {
            connection.write("HTTP/1.1 400 Bad Request\r\n\r\n");
            connection.hold();
        },
        "rfb-version", "rfb.not-rfb", "web server");
    row("HTTP 401", "ws", answering("401 Unauthorized"), "websocket", "websocket.rejected", "401");
    row("HTTP 403", "ws", answering("403 Forbidden"), "websocket", "websocket.rejected", "403");
    row("HTTP 404", "ws", answering("404 Not Found"), "websocket", "websocket.rejected", "404");
    row("HTTP 405", "ws", answering("405 Method Not Allowed"), "websocket", "websocket.rejected", "405");
    row("HTTP 500", "ws", answering("500 Internal Server Error"), "websocket", "websocket.rejected", "500");
    row("HTTP 301", "ws", answering("301 Moved Permanently"), "websocket", "websocket.rejected", "301");
    row(
        "endless HTTP answer", "ws",
        [](ServerConnection &connection) {
            (void)connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\n");
            while (!connection.isOver())
                connection.write("X-More: " + QByteArray(60'000, 'x') + "\r\n");
        },
        "websocket", "websocket.rejected");
    row("never a picture", "ws", web(greeted(silent)), "framebuffer", "framebuffer.timeout");
    row("closes before the picture", "ws", web(greeted(closeAtOnce)), "framebuffer", "framebuffer.timeout");
    row("one pixel", "ws", web(greeted([](ServerConnection &connection) {
            connection.send(FakeRfbServer::update({3, 3, 1, 1}, 0, "abcd"));
            connection.hold();
        })),
        "framebuffer", "framebuffer.timeout");
    row("one pixel again and again", "vnc", greeted([](ServerConnection &connection) {
            while (!connection.isOver())
                connection.send(FakeRfbServer::update({3, 3, 1, 1}, 0, "abcd"));
        }),
        "framebuffer", "framebuffer.timeout");
    row("desktop of one pixel", "ws", web([](ServerConnection &connection) {
            FakeRfbServer::greet(connection, {1, 1});
            FakeRfbServer::serve(connection, FakeRfbServer::desktop({1, 1}));
        }),
        "picture", "picture.too-small", "1×1");
    row("rectangle outside", "ws", web(greeted([](ServerConnection &connection) {
            connection.send(FakeRfbServer::update({790, 590, 100, 100}, 0, QByteArray(40'000, 'x')));
            connection.hold();
        })),
        "framebuffer", "rfb.malformed");
    row("unknown encoding", "ws", web(greeted([](ServerConnection &connection) {
            connection.send(FakeRfbServer::update({0, 0, 10, 10}, 4711, QByteArray(400, 'x')));
            connection.hold();
        })),
        "framebuffer", "rfb.malformed");
    row("zlib bomb", "ws", web(greeted([bomb = zlibBomb()](ServerConnection &connection) {
            connection.send(FakeRfbServer::update({0, 0, 64, 64}, 16, bomb));
            connection.hold();
        })),
        "framebuffer", "rfb.malformed");
    row("endless name", "ws", web([](ServerConnection &connection) {
            FakeRfbServer::greetUntilInit(connection);
            connection.send(FakeRfbServer::serverInit({800, 600}, {}).chopped(4) + "\xff\xff\xff\xff");
            while (!connection.isOver())
                connection.send(QByteArray(100'000, 'n'));
        }),
        "rfb-init", "rfb.malformed");
    row("enormous desktop", "ws", web([](ServerConnection &connection) {
            FakeRfbServer::greet(connection, {65535, 65535});
            connection.hold();
        }),
        "rfb-init", "rfb.malformed");
    row("reason for refusing", "ws", web([](ServerConnection &connection) {
            connection.send("RFB 003.008\n");
            connection.send(QByteArray("\0\0\0\0\x11Too many failures", 22));
            connection.hold();
        }),
        "rfb-security", "rfb.refused", "Too many failures");
    row("login nobody speaks", "ws", web([](ServerConnection &connection) {
            connection.send("RFB 003.008\n");
            connection.send("\1\x14");
            connection.hold();
        }),
        "rfb-security", "auth.unsupported");
    row("stops in the login", "ws", web([](ServerConnection &connection) {
            connection.send("RFB 003.008\n");
            connection.hold();
        }),
        "rfb-security", "rfb.malformed", "stopped answering");
    row("blank", "ws", web([](ServerConnection &connection) {
            QImage image(800, 600, QImage::Format_RGB32);
            image.fill(Qt::black);
            FakeRfbServer::greet(connection, image.size());
            FakeRfbServer::serve(connection, image);
        }),
        "picture", "picture.blank");
    row(
        "random bytes", "vnc",
        [](ServerConnection &connection) {
            connection.write(QByteArray(5000, '\x93'));
            connection.hold();
        },
        "rfb-version", "rfb.not-rfb");
}

void LyingServersTest::lies()
{
    QFETCH(QString, scheme);
    QFETCH(Script, script);
    QFETCH(QString, words);
    const HostileServer server(script);
    QElapsedTimer clock;
    clock.start();
    const Result<VerifyReport> report = probe(server.url(scheme), within(1500ms));
    QVERIFY2(clock.elapsed() < 8000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(report);
    QVERIFY(report->failure);
    QTEST(report->failure->id, "id");
    QTEST(stageId(report->failure->stage), "stage");
    QVERIFY2(report->failure->summary.contains(words), qPrintable(report->failure->summary));
    QVERIFY(!report->failure->fix.isEmpty());
    QCOMPARE(report->stage(report->failure->stage).status, StageStatus::Failed);
    QCOMPARE(report->verdict, report->failure->stage == Stage::Picture ? Verdict::Degraded : Verdict::Failing);
    QVERIFY(!report->isVerified());
    for (const Stage stage : allStages()) {
        if (stage > report->failure->stage)
            QCOMPARE(statusOf(*report, stage), u"skipped"_s);
        else if (stage < report->failure->stage)
            QVERIFY(report->stage(stage).status != StageStatus::Failed);
    }
}

QTEST_GUILESS_MAIN(LyingServersTest)
#include "LyingServersTest.moc"
