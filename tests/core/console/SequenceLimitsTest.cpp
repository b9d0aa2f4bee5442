// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SequenceLimits.h"
#include "console/TerminalScreen.h"

#include <QTest>

using namespace portlight;

class SequenceLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequences_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("passed");
        const QByteArray fifteen = "\x1b[1" + QByteArray(";1").repeated(15) + "m";
        const QByteArray sixteen = "\x1b[1" + QByteArray(";1").repeated(16) + "m";
        QTest::newRow("text") << QByteArray("plain\r\n") << QByteArray("plain\r\n");
        QTest::newRow("a colour") << QByteArray("a\x1b[1;31mb") << QByteArray("a\x1b[1;31mb");
        QTest::newRow("as many parts as there is room for") << fifteen << fifteen;
        QTest::newRow("one more") << QByteArray("a" + sixteen + "b") << QByteArray("ab");
        QTest::newRow("colons count too") << QByteArray("a\x1b[2::::::::::::::::7Sb") << QByteArray("ab");
        QTest::newRow("large numbers") << QByteArray("a\x1b[2147483648Ab\x1b[99999Ac") << QByteArray("ab\x1b[99999Ac");
        QTest::newRow("many intermediates") << QByteArray("a\x1b[1#####pb") << QByteArray("ab");
        QTest::newRow("obeyed in the middle") << QByteArray("a\x1b[1\r;2Hb") << QByteArray("a\r\x1b[1;2Hb");
        QTest::newRow("given up for another") << QByteArray("a\x1b[1;\x1b[31mb") << QByteArray("a\x1b[31mb");
        QTest::newRow("cancelled") << QByteArray("a\x1b[1;\x18"
                                                 "b")
                                   << QByteArray("a\x18"
                                                 "b");
        QTest::newRow("other escapes") << QByteArray("\x1b]0;title\x07\x1b(0") << QByteArray("\x1b]0;title\x07\x1b(0");
        QTest::newRow("two escapes are one") << QByteArray("\x1b\x1b[m") << QByteArray("\x1b[m");
        QTest::newRow("letters behind an escape") << QByteArray("\x1b\xcc\x9f[1m") << QByteArray("\xcc\x9f[1m");
        QTest::newRow("a bracket behind an intermediate") << QByteArray("a\x1b-[;1mb") << QByteArray("a;1mb");
        QTest::newRow("another coding") << QByteArray("a\x1b%@b") << QByteArray("ab");
        QTest::newRow("many intermediates of an escape") << QByteArray("a\x1b(((((((0b") << QByteArray("ab");
    }

    void sequences()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, passed);
        SequenceLimits whole;
        QCOMPARE(whole.pass(bytes), passed);
        SequenceLimits cut;
        QByteArray pieces;
        for (const char byte : bytes)
            pieces += cut.pass(QByteArrayView(&byte, 1));
        QCOMPARE(pieces, passed);
    }

    void anEndlessSequenceIsNotKept()
    {
        SequenceLimits limits;
        QCOMPARE(limits.pass("\x1b[" + QByteArray(1'000'000, '?')), QByteArray());
        QCOMPARE(limits.pass("mtext"), QByteArray("text"));
    }

    void theScreenSurvives()
    {
        // What the fuzzer found: libvterm wrote behind its table of 16 parts and died at the next sequence.
        TerminalScreen screen(24, 80);
        screen.write("\x1b[214748364" + QByteArray(40, ':') + "7S\x1b[5;3s\x1bt#8done");
        QVERIFY(screen.line(0).text().contains(u"done"));
    }
};

QTEST_GUILESS_MAIN(SequenceLimitsTest)
#include "SequenceLimitsTest.moc"
