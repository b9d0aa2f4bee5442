// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/UnitFile.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portlight::UnitFile;

class UnitFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSectionsAndLists()
    {
        const UnitFile file("[Unit]\nWantedBy=wrong.target\n# ExecStart=/no\n[Service]\n"
                            "ExecStart=-@/usr/bin/websockify --web /usr/share/novnc \\\n  6080 localhost:5901\n"
                            "ExecStart=/usr/bin/second\n[Install]\nWantedBy=a.target b.target\nWantedBy=c.target\n");
        QCOMPARE(file.program(), u"/usr/bin/websockify"_s);
        QCOMPARE(file.words().size(), 5);
        QCOMPARE(file.values(u"Install"_s, u"WantedBy"_s), QStringList({u"a.target b.target"_s, u"c.target"_s}));
    }

    void emptyAssignmentResets()
    {
        const UnitFile file("[Service]\r\nExecStart=/usr/bin/old\r\nExecStart=\r\nExecStart=/usr/bin/new\r\n");
        QCOMPARE(file.program(), u"/usr/bin/new"_s);
    }

    void nonsenseHasNoProgram_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("binary") << QByteArray("\0\x01[Service\n=\n\\", 14);
        QTest::newRow("other section") << QByteArray("[Unit]\nExecStart=/usr/bin/x\n");
        QTest::newRow("prefix only") << QByteArray("[Service]\nExecStart=-\n");
    }
    void nonsenseHasNoProgram()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(UnitFile(text).program(), QString());
    }
};

QTEST_GUILESS_MAIN(UnitFileTest)
#include "UnitFileTest.moc"
