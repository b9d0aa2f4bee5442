// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/QmpClient.h"
#include "hosts/LocalHost.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;
using namespace std::chrono_literals;

namespace {

/// Serves one client on a Unix socket: says the first text at once and each further one after a line from the client,
/// then closes (or stays silent).
class ScriptedQemu
{
public:
    ScriptedQemu(const QString &path, QList<QByteArray> script, bool closeAtEnd = true)
        : m_listener(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.toUtf8().constData(), sizeof address.sun_path - 1);
        bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        listen(m_listener, 1);
        m_thread = std::thread([this, script = std::move(script), closeAtEnd] { serve(script, closeAtEnd); });
    }
    ~ScriptedQemu()
    {
        m_end.request();
        m_thread.join();
        close(m_listener);
    }

private:
    void serve(const QList<QByteArray> &script, bool closeAtEnd)
    {
        HostSocket client(accept(m_listener, nullptr, nullptr));
        for (const QByteArray &text : script) {
            if (!client.write(text, QDeadlineTimer(5s), m_end))
                return;
            if (&text != &script.last() && !readLine(client))
                return;
        }
        if (!closeAtEnd)
            (void)m_end.sleep(1min);
    }
    bool readLine(HostSocket &client)
    {
        QByteArray line;
        while (!line.contains('\n')) {
            const auto bytes = client.read(100, QDeadlineTimer(5s), m_end);
            if (!bytes || bytes->isEmpty())
                return false;
            line += *bytes;
        }
        return true;
    }

    int m_listener;
    Cancellation m_end;
    std::thread m_thread;
};

const QByteArray greeting = R"({"QMP": {"version": {}, "capabilities": []}})"
                            "\r\n";
const QByteArray accepted = R"({"return": {}})"
                            "\r\n";

} // namespace

class QmpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"q"_s);
    }

    void skipsEventsAndReadsTheAnswer()
    {
        const ScriptedQemu qemu(
            m_path, {greeting, accepted, "{\"event\": \"RESUME\"}\r\n{\"return\": {\"status\": \"running\"}}\r\n"});
        auto client = connect();
        QVERIFY(client);
        const auto answer = client->execute(u"query-status"_s, QDeadlineTimer(5s), {});
        QVERIFY(answer);
        QCOMPARE(answer->value(u"status").toString(), u"running"_s);
        QVERIFY(client->waitForEnd(QDeadlineTimer(5s), {}));
    }

    void qemusRefusalIsKept()
    {
        const ScriptedQemu qemu(
            m_path,
            {greeting, accepted, "{\"error\": {\"class\": \"GenericError\", \"desc\": \"no such thing\"}}\r\n"});
        auto client = connect();
        QVERIFY(client);
        const auto answer = client->execute(u"dance"_s, QDeadlineTimer(5s), {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().id, u"qmp.refused"_s);
        QCOMPARE(answer.error().detail, u"no such thing"_s);
    }

    void refusesWhatIsNotQmp_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<QString>("id");
        QTest::newRow("text") << QByteArray("SSH-2.0-OpenSSH\r\n") << true << u"qmp.malformed"_s;
        QTest::newRow("another object") << QByteArray("{\"hello\": 1}\n") << true << u"qmp.malformed"_s;
        QTest::newRow("an endless line") << QByteArray(6'000'000, '{') << true << u"qmp.malformed"_s;
        QTest::newRow("nothing, closed") << QByteArray("") << true << u"socket.closed"_s;
        QTest::newRow("half a line, silent") << QByteArray("{\"QMP\"") << false << u"socket.timeout"_s;
    }
    void refusesWhatIsNotQmp()
    {
        QFETCH(QByteArray, first);
        QFETCH(bool, closes);
        QFETCH(QString, id);
        const ScriptedQemu qemu(m_path, {first}, closes);
        const auto client = QmpClient::connect(m_host, m_path, QDeadlineTimer(closes ? 10s : 1s), {});
        QVERIFY(!client);
        QCOMPARE(client.error().id, id);
    }

    void nobodyThere()
    {
        QCOMPARE(QmpClient::connect(m_host, m_path, QDeadlineTimer(1s), {}).error().id, u"connect.refused"_s);
    }

private:
    Result<QmpClient> connect() { return QmpClient::connect(m_host, m_path, QDeadlineTimer(5s), {}); }

    LocalHost m_host;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(QmpClientTest)
#include "QmpClientTest.moc"
