// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/SecurityTypes.h"
#include "rfb/LoginRequest.h"

#include <QTest>

using namespace portlight::rfb;
using namespace Qt::Literals::StringLiterals;

namespace {

const Login nothing;
const Login password{{}, "secret"};
const Login both{u"anna"_s, "secret"};

} // namespace

Q_DECLARE_METATYPE(Login)

class SecurityTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data();
    void chooses();
    void choosesInsideVeNCrypt_data();
    void choosesInsideVeNCrypt();
    void names();
};

void SecurityTypesTest::chooses_data()
{
    QTest::addColumn<QList<int>>("offered");
    QTest::addColumn<Login>("known");
    QTest::addColumn<int>("type");
    QTest::newRow("nothing offered") << QList<int>{} << both << 0;
    QTest::newRow("nothing spoken") << QList<int>{17, 20, 35, 36} << both << 0;
    QTest::newRow("None without a password") << QList<int>{19, 2, 1} << nothing << 1;
    QTest::newRow("best question without None") << QList<int>{2, 30, 6, 19} << nothing << 19;
    QTest::newRow("server's order") << QList<int>{16, 2, 1} << password << 16;
    QTest::newRow("None where the server says so") << QList<int>{1, 2} << password << 1;
    QTest::newRow("encrypted first") << QList<int>{1, 2, 6, 19} << password << 19;
    QTest::newRow("encrypted, server's order") << QList<int>{2, 129, 19, 5} << password << 129;
    QTest::newRow("verified server next") << QList<int>{2, 130, 6} << password << 130;
    QTest::newRow("no user known") << QList<int>{30, 33, 2} << password << 2;
    QTest::newRow("user known") << QList<int>{30, 33, 2} << both << 30;
    QTest::newRow("user needed anyway") << QList<int>{113, 22} << password << 113;
}

void SecurityTypesTest::chooses()
{
    QFETCH(QList<int>, offered);
    QFETCH(Login, known);
    QTEST(chooseSecurityType(offered, known), "type");
}

void SecurityTypesTest::choosesInsideVeNCrypt_data()
{
    QTest::addColumn<QList<int>>("offered");
    QTest::addColumn<Login>("known");
    QTest::addColumn<int>("type");
    QTest::newRow("not itself") << QList<int>{19} << both << 0;
    QTest::newRow("not itself first") << QList<int>{19, 256} << both << 256;
    QTest::newRow("SASL alone") << QList<int>{263, 264} << both << 0;
    QTest::newRow("no password, verified") << QList<int>{1, 257, 260, 261} << nothing << 260;
    QTest::newRow("no password, encrypted") << QList<int>{1, 258, 257} << nothing << 257;
    QTest::newRow("no password, question") << QList<int>{256, 2, 258, 261} << nothing << 261;
    QTest::newRow("verified before encrypted") << QList<int>{258, 261} << password << 261;
    QTest::newRow("server's order") << QList<int>{262, 261} << both << 262;
    QTest::newRow("no user known") << QList<int>{262, 261} << password << 261;
    QTest::newRow("clear text last") << QList<int>{256, 2} << both << 2;
    QTest::newRow("clear text alone") << QList<int>{256} << both << 256;
}

void SecurityTypesTest::choosesInsideVeNCrypt()
{
    QFETCH(QList<int>, offered);
    QFETCH(Login, known);
    QTEST(chooseVeNCryptType(offered, known), "type");
}

void SecurityTypesTest::names()
{
    QCOMPARE(securityTypeNames({6, 19, 77, 262}), u"RA2ne (6), VeNCrypt (19), type 77 (77), X509Plain (262)"_s);
}

QTEST_GUILESS_MAIN(SecurityTypesTest)
#include "SecurityTypesTest.moc"
