// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/AesEax.h"

#include <QTest>

using namespace portlight::rfb;

/// Against the vectors of the EAX paper's appendix.
class AesEaxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agrees_data();
    void agrees();
    void refusesForgeries();
};

void AesEaxTest::agrees_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("nonce");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("sealed");
    const auto row = [](const char *name, const char *message, const char *key, const char *nonce, const char *header,
                        const char *sealed) {
        QTest::newRow(name) << QByteArray::fromHex(message) << QByteArray::fromHex(key) << QByteArray::fromHex(nonce)
                            << QByteArray::fromHex(header) << QByteArray::fromHex(sealed);
    };
    row("empty", "", "233952DEE4D5ED5F9B9C6D6FF80FF478", "62EC67F9C3A4A407FCB2A8C49031A8B3", "6BFB914FD07EAE6B",
        "E037830E8389F27B025A2D6527E79D01");
    row("2 bytes", "F7FB", "91945D3F4DCBEE0BF45EF52255F095A4", "BECAF043B0A23D843194BA972C66DEBD", "FA3BFD4806EB53FA",
        "19DD5C4C9331049D0BDAB0277408F67967E5");
    row("5 bytes", "1A47CB4933", "01F74AD64077F2E704C0F60ADA3DD523", "70C3DB4F0D26368400A10ED05D2BFF5E",
        "234A3463C1264AC6", "D851D5BAE03A59F238A23E39199DC9266626C40F80");
    row("17 bytes", "8B0A79306C9CE7ED99DAE4F87F8DD61636", "7C77D6E813BED5AC98BAA417477A2E7D",
        "1A8C98DCD73D38393B2BF1569DEEFC19", "65D2017990D62528",
        "02083E3979DA014812F59F11D52630DA30137327D10649B0AA6E1C181DB617D7F2");
}

void AesEaxTest::agrees()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, nonce);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, sealed);
    const AesEax cipher(key);
    QCOMPARE(cipher.encrypt(nonce, header, message).toHex(), sealed.toHex());
    QCOMPARE(cipher.decrypt(nonce, header, sealed), std::optional(message));
}

void AesEaxTest::refusesForgeries()
{
    const AesEax cipher(QByteArray(32, 'k'));
    const QByteArray sealed = cipher.encrypt("nonce", "header", "message");
    QCOMPARE(cipher.decrypt("nonce", "header", sealed), std::optional(QByteArray("message")));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray forged = sealed;
        forged[i] = char(forged.at(i) ^ 0x10);
        QVERIFY(!cipher.decrypt("nonce", "header", forged));
    }
    QVERIFY(!cipher.decrypt("Nonce", "header", sealed));
    QVERIFY(!cipher.decrypt("nonce", "Header", sealed));
}

QTEST_GUILESS_MAIN(AesEaxTest)
#include "AesEaxTest.moc"
