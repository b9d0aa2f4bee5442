// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Des.h"
#include "rfb/VncAuthentication.h"

#include <QTest>

#include <algorithm>

using namespace portlight::rfb;

namespace {

Des::Block block(const QByteArray &hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex);
    Des::Block result{};
    std::copy_n(bytes.begin(), result.size(), result.begin());
    return result;
}

} // namespace

/// Known answers: FIPS 81's example, NIST SP 800-17's variable plaintext, variable key and permutation sets (first and
/// some more).
class DesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encrypts_data();
    void encrypts();
    void answersChallenges_data();
    void answersChallenges();
};

void DesTest::encrypts_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encrypted");
    QTest::newRow("textbook") << QByteArray("133457799BBCDFF1") << QByteArray("0123456789ABCDEF")
                              << QByteArray("85E813540F0AB405");
    QTest::newRow("FIPS 81") << QByteArray("0123456789ABCDEF") << QByteArray("4E6F772069732074")
                             << QByteArray("3FA40E8A984D4815");
    QTest::newRow("plaintext 1") << QByteArray("0101010101010101") << QByteArray("8000000000000000")
                                 << QByteArray("95F8A5E5DD31D900");
    QTest::newRow("plaintext 2") << QByteArray("0101010101010101") << QByteArray("4000000000000000")
                                 << QByteArray("DD7F121CA5015619");
    QTest::newRow("key 1") << QByteArray("8001010101010101") << QByteArray("0000000000000000")
                           << QByteArray("95A8D72813DAA94D");
    QTest::newRow("substitution 1") << QByteArray("7CA110454A1A6E57") << QByteArray("01A1D6D039776742")
                                    << QByteArray("690F5B0D9A26939B");
    QTest::newRow("zeros") << QByteArray("0000000000000000") << QByteArray("0000000000000000")
                           << QByteArray("8CA64DE9C1B123A7");
}

void DesTest::encrypts()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, encrypted);
    QCOMPARE(Des(block(key)).encrypt(block(plain)), block(encrypted));
}

void DesTest::answersChallenges_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("sameAs");
    QTest::newRow("eight bytes count") << QByteArray("password-and-more") << QByteArray("password");
    QTest::newRow("short ones are filled with zeros") << QByteArray("abc") << QByteArray("abc\0\0\0\0\0", 8);
    QTest::newRow("empty") << QByteArray("") << QByteArray(8, '\0');
}

void DesTest::answersChallenges()
{
    QFETCH(QByteArray, password);
    QFETCH(QByteArray, sameAs);
    const QByteArray challenge = QByteArray::fromHex("00112233445566778899aabbccddeeff");
    const QByteArray response = vncAuthenticationResponse(password, challenge);
    QCOMPARE(response.size(), 16);
    QCOMPARE(response, vncAuthenticationResponse(sameAs, challenge));
    // Each byte of the key has its bits reversed: "p" is 0x70, which becomes 0x0e.
    Des::Block key{};
    for (size_t i = 0; i < key.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            if (sameAs.at(qsizetype(i)) >> bit & 1)
                key[i] |= quint8(0x80 >> bit);
        }
    }
    const Des::Block first = Des(key).encrypt(block("0011223344556677"));
    QVERIFY(std::equal(first.begin(), first.end(), reinterpret_cast<const quint8 *>(response.data())));
}

QTEST_GUILESS_MAIN(DesTest)
#include "DesTest.moc"
