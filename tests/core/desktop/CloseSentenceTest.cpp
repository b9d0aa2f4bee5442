// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/CloseSentence.h"

#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

class CloseSentenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCodeHasItsOwn()
    {
        QStringList sentences;
        for (const int code :
             {1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 4000}) {
            const QString sentence = closeSentence(code, {});
            QVERIFY2(sentence.contains(QString::number(code)), qPrintable(sentence));
            QVERIFY(sentence.endsWith(u'.'));
            sentences.append(sentence);
        }
        QCOMPARE(sentences.removeDuplicates(), 0);
    }
    void websockifyWithoutATarget()
    {
        const QString sentence = closeSentence(1011, u"Failed to connect to downstream server"_s);
        QVERIFY(sentence.startsWith(u"Nothing listens on the VNC port in the guest"_s));
        QVERIFY(sentence.contains(u"Failed to connect"_s));
        QVERIFY(!closeSentence(1011, u"oops"_s).contains(u"Nothing listens"_s));
    }
    void theServersWordsAreTamed()
    {
        const QString sentence = closeSentence(1001, u"a\nb\u001b[31m\u202e"_s + QString(5000, u'x'));
        QVERIFY(!sentence.contains(u'\n') && !sentence.contains(u'\u001b') && !sentence.contains(u'\u202e'));
        QVERIFY(sentence.size() < 400);
    }
};

QTEST_GUILESS_MAIN(CloseSentenceTest)
#include "CloseSentenceTest.moc"
