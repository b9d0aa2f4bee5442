// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/TypedText.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using Key = TypedText::Key;

class TypedTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keys_data();
    void keys();
};

void TypedTextTest::keys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<Key>>("keys");
    QTest::newRow("nothing") << QString() << QList<Key>{};
    QTest::newRow("letters") << u"aZ"_s << QList<Key>{{'a', false}, {'Z', true}};
    QTest::newRow("figures and signs") << u"1!/?-_"_s << QList<Key>{{'1', false}, {'!', true},  {'/', false},
                                                                    {'?', true},  {'-', false}, {'_', true}};
    QTest::newRow("Latin-1") << u"äÄ"_s << QList<Key>{{0xe4, false}, {0xc4, false}};
    QTest::newRow("beyond") << u"€😀"_s << QList<Key>{{0x10020ac, false}, {0x101f600, false}};
    QTest::newRow("line ends") << u"a\nb\r\nc\rd"_s
                               << QList<Key>{{'a', false}, {0xff0d, false}, {'b', false}, {0xff0d, false},
                                             {'c', false}, {0xff0d, false}, {'d', false}};
    QTest::newRow("tab") << u"\t"_s << QList<Key>{{0xff09, false}};
    QTest::newRow("control characters have no keys")
        << u"a\u0007\u001b\u007f\u0085b"_s << QList<Key>{{'a', false}, {'b', false}};
}

void TypedTextTest::keys()
{
    QFETCH(QString, text);
    TypedText typed(text);
    QList<Key> made;
    while (!typed.isAtEnd())
        made.append(typed.next());
    QTEST(made, "keys");
}

QTEST_GUILESS_MAIN(TypedTextTest)
#include "TypedTextTest.moc"
