// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/KnownServers.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class KnownServersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsKnownAtFirst();
    void remembers();
    void replacesAndForgets();
    void keepsWhatItDoesNotUnderstand();
    void saysWhenItCannotWrite();

private:
    [[nodiscard]] QByteArray content() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    const QByteArray m_first = QByteArray(32, 'a');
    const QByteArray m_second = QByteArray(32, 'b');
};

void KnownServersTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"deep/known-servers"_s);
}

QByteArray KnownServersTest::content() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void KnownServersTest::nothingIsKnownAtFirst()
{
    QVERIFY(KnownServers(m_file).identitiesFor(u"a:1"_s).isEmpty());
}

void KnownServersTest::remembers()
{
    QVERIFY(KnownServers(m_file).remember(u"a:1"_s, m_first, u"two\nlines"_s));
    QVERIFY(KnownServers(m_file).remember(u"a:12"_s, m_second, {}));
    QCOMPARE(KnownServers(m_file).identitiesFor(u"a:1"_s), QList<QByteArray>{m_first});
    QCOMPARE(KnownServers(m_file).identitiesFor(u"a:12"_s), QList<QByteArray>{m_second});
    QCOMPARE(content(), "a:1 " + m_first.toHex() + " two lines\na:12 " + m_second.toHex() + " \n");
    QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
}

void KnownServersTest::replacesAndForgets()
{
    KnownServers servers(m_file);
    QVERIFY(servers.remember(u"a:1"_s, m_first, {}));
    QVERIFY(servers.remember(u"a:1"_s, m_second, {}));
    QCOMPARE(servers.identitiesFor(u"a:1"_s), QList<QByteArray>{m_second});
    QVERIFY(servers.forget(u"a:1"_s));
    QVERIFY(servers.identitiesFor(u"a:1"_s).isEmpty());
}

void KnownServersTest::keepsWhatItDoesNotUnderstand()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# a comment\nb:2 nothex\n\nc:3\n");
    file.close();
    KnownServers servers(m_file);
    QVERIFY(servers.identitiesFor(u"b:2"_s).isEmpty());
    QVERIFY(servers.identitiesFor(u"c:3"_s).isEmpty());
    QVERIFY(servers.remember(u"a:1"_s, m_first, {}));
    QVERIFY(content().startsWith("# a comment\nb:2 nothex\nc:3\n"));
}

void KnownServersTest::saysWhenItCannotWrite()
{
    QFile blocker(m_folder->filePath(u"deep"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const Result<void> result = KnownServers(m_file).remember(u"a:1"_s, m_first, {});
    QVERIFY(!result);
    QCOMPARE(result.error().id, u"known-servers.unwritable"_s);
    QVERIFY(result.error().summary.contains(m_file));
}

QTEST_GUILESS_MAIN(KnownServersTest)
#include "KnownServersTest.moc"
