// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords in a real gnome-keyring on a session bus of its own, and nowhere else.
#include "settings/PasswordKeyring.h"

#include "support/KeyringSession.h"
#include "support/TestTools.h"

#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

/// Runs in two processes: the outer one makes a home, a bus and a keyring, the inner one is the test proper.
class PasswordKeyringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insideAKeyring();
    void withoutAKeyring();

private:
    void remembersAndForgets();
};

void PasswordKeyringTest::insideAKeyring()
{
    if (KeyringSession::isInside()) {
        remembersAndForgets();
        return;
    }
    PORTLIGHT_NEED_ALL(KeyringSession::missingPrograms());
    KeyringSession session;
    QCOMPARE(session.run(u"insideAKeyring"_s), QString());
    QVERIFY(!session.said().contains("s3cr3t-pAss"));
    const QByteArray written = KeyringSession::everythingIn(session.home());
    QVERIFY(written.size() > 100); // the keyring's own file is there
    QVERIFY(!written.contains("s3cr3t-pAss"));
}

void PasswordKeyringTest::remembersAndForgets()
{
    PasswordKeyring keyring;
    QSignalSpy found(&keyring, &PasswordKeyring::availabilityChanged);
    keyring.look();
    QTRY_VERIFY_WITH_TIMEOUT(keyring.isAvailable(), 10'000);
    const auto read = [&](const QString &key) {
        std::optional<PasswordKeyring::Entry> result;
        bool answered = false;
        keyring.read(key, [&](const std::optional<PasswordKeyring::Entry> &entry) {
            result = entry;
            answered = true;
        });
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(answered, 10'000);
        }();
        return result;
    };
    const auto done = [](auto &&start) {
        QString problem;
        bool answered = false;
        start([&](const QString &said) {
            problem = said;
            answered = true;
        });
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(answered, 10'000);
        }();
        return problem;
    };
    const QString key = u"3f9c0a1b77de"_s;
    QVERIFY(!read(key));
    const PasswordKeyring::Entry entry{u"ünal"_s, "s3cr3t-pAss-ß", true};
    QCOMPARE(done([&](auto then) { keyring.write(key, entry, then); }), QString());
    QVERIFY(read(key) == entry);
    QVERIFY(!read(u"[::1]:5901"_s));
    const PasswordKeyring::Entry other{{}, "s3cr3t-pAss-2", false};
    QCOMPARE(done([&](auto then) { keyring.write(u"[::1]:5901"_s, other, then); }), QString());
    QVERIFY(read(u"[::1]:5901"_s) == other);
    QVERIFY(read(key) == entry);
    QCOMPARE(done([&](auto then) { keyring.forget(key, then); }), QString());
    QVERIFY(!read(key));
    QCOMPARE(done([&](auto then) { keyring.forget(key, then); }), QString());
    QVERIFY(read(u"[::1]:5901"_s) == other);
    QCOMPARE(done([&](auto then) { keyring.forget(u"[::1]:5901"_s, then); }), QString());
}

void PasswordKeyringTest::withoutAKeyring()
{
    // Nothing was looked for, so nothing is there: the answer comes, and comes later.
    PasswordKeyring keyring;
    bool answered = false;
    keyring.read(u"a"_s, [&](const std::optional<PasswordKeyring::Entry> &entry) {
        QVERIFY(!entry);
        answered = true;
    });
    QVERIFY(!answered);
    QTRY_VERIFY(answered);
}

QTEST_GUILESS_MAIN(PasswordKeyringTest)
#include "PasswordKeyringTest.moc"
