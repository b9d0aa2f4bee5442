// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/AptSources.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using portlight::AptSources;

class AptSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneLineFormat()
    {
        AptSources sources(u"bookworm"_s);
        sources.addList("# deb http://old.example/debian bookworm main\n"
                        "deb-src http://mirror.example/debian bookworm main\n"
                        "deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] "
                        "http://mirror.example/debian bookworm main contrib # here\n"
                        "deb http://security.example/debian-security bookworm-security main\n"
                        "deb http://mirror.example/debian trixie main\n");
        QCOMPARE(sources.lines(),
                 QStringList({u"deb http://mirror.example/debian bookworm main"_s,
                              u"deb http://security.example/debian-security bookworm-security main"_s}));
    }

    void stanzas()
    {
        AptSources sources(u"bookworm"_s);
        sources.addStanzas(
            "Types: deb deb-src\n# a comment\nURIs: http://mirror.example/debian\n"
            "Suites: bookworm\n bookworm-updates\nComponents: main\n"
            "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
            "\n"
            "Types: deb\nURIs: http://off.example/debian\nSuites: bookworm\nComponents: main\nEnabled: no\n"
            " \n"
            "Types: deb-src\nURIs: http://source.example/debian\nSuites: bookworm\nComponents: main\n");
        QCOMPARE(sources.lines(), QStringList({u"deb http://mirror.example/debian bookworm main"_s,
                                               u"deb http://mirror.example/debian bookworm-updates main"_s}));
    }

    void othersAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("other key") << QByteArray(
            "deb [signed-by=/usr/share/keyrings/vendor.gpg] http://vendor.example/debian "
            "bookworm main");
        QTest::newRow("other component") << QByteArray("deb http://vendor.example/linux/debian bookworm stable");
        QTest::newRow("other suite") << QByteArray("deb http://vendor.example/apt cloud-sdk-bookworm main");
        QTest::newRow("no network") << QByteArray("deb cdrom:[Debian]/ bookworm main");
        QTest::newRow("security only") << QByteArray(
            "deb http://mirror.example/debian-security bookworm-security main");
        QTest::newRow("cut off") << QByteArray("deb http://mirror.example/debian");
        QTest::newRow("not text") << QByteArray("deb \xff\xfe\0 bookworm main", 21);
    }
    void othersAreLeftOut()
    {
        QFETCH(QByteArray, line);
        AptSources sources(u"bookworm"_s);
        sources.addList(line + '\n');
        QCOMPARE(sources.lines(), QStringList());
    }
};

QTEST_GUILESS_MAIN(AptSourcesTest)
#include "AptSourcesTest.moc"
