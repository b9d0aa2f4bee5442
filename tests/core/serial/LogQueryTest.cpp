// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogQuery.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

struct Log
{
    PlainBlock block;
    std::vector<LineClass> classes;
};

Log logOf(const QStringList &lines, const QList<LineClass> &classes = {})
{
    Log log;
    log.block.first = 1000;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        log.block.text += lines[i].toUtf8();
        log.block.ends.push_back(quint32(log.block.text.size()));
        log.block.text += '\n';
        log.classes.push_back(classes.value(i, LineClass::Plain));
    }
    return log;
}

QList<qint64> scan(const LogQuery &query, const Log &log)
{
    LogQuery::Scanner scanner(query);
    std::vector<qint64> lines;
    scanner.scan(log.block, log.classes, lines);
    std::vector<qint64> again;
    scanner.scan(log.block, log.classes, again);
    if (again != lines)
        return {-1};
    QList<qint64> result;
    for (const qint64 line : lines)
        result.append(line - log.block.first);
    return result;
}

} // namespace

class LogQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queries_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<qint64>>("matching");
        // Lines: see queries().
        QTest::newRow("empty") << u"  "_s << QList<qint64>{0, 1, 2, 3, 4, 5, 6, 7};
        QTest::newRow("word") << u"failed"_s << QList<qint64>{0, 1, 4};
        QTest::newRow("a capital letter asks for the case") << u"Failed"_s << QList<qint64>{0, 1};
        QTest::newRow("words are one text") << u"failed to start"_s << QList<qint64>{0, 1};
        QTest::newRow("quoted") << u"\"failed TO\""_s << QList<qint64>{};
        QTest::newRow("quoted quote") << u"\"said \\\"hello\\\"\""_s << QList<qint64>{5};
        QTest::newRow("quoted operator") << u"\"salt and pepper\""_s << QList<qint64>{6};
        QTest::newRow("and") << u"failed and novnc"_s << QList<qint64>{0};
        QTest::newRow("as in klogg") << u"\"Failed\" and not(\"novnc\")"_s << QList<qint64>{1};
        QTest::newRow("signs") << u"\"Failed\" && !\"novnc\" || pepper"_s << QList<qint64>{1, 6};
        QTest::newRow("and binds stronger") << u"hello or failed and novnc"_s << QList<qint64>{0, 5};
        QTest::newRow("parentheses") << u"(hello or failed) and novnc"_s << QList<qint64>{0};
        QTest::newRow("beside one another") << u"\"failed\" \"novnc\""_s << QList<qint64>{0};
        QTest::newRow("not not") << u"not not failed"_s << QList<qint64>{0, 1, 4};
        QTest::newRow("not") << u"not /./"_s << QList<qint64>{7};
        QTest::newRow("operators in capitals") << u"failed AND NOT xvnc"_s << QList<qint64>{0, 4};
        QTest::newRow("a word that only begins like one") << u"order"_s << QList<qint64>{};
        QTest::newRow("expression") << u"/fail(ed|ure)\\b/"_s << QList<qint64>{0, 1, 2, 4};
        QTest::newRow("expression as written") << u"/failed/c"_s << QList<qint64>{4};
        QTest::newRow("expression in any case") << u"/FAILED/i"_s << QList<qint64>{0, 1, 4};
        QTest::newRow("capitals of classes count for nothing") << u"/fail\\S+ \\w/"_s << QList<qint64>{0, 1, 4};
        QTest::newRow("expression with looking ahead") << u"/failed(?! to)/i"_s << QList<qint64>{4};
        QTest::newRow("expression with a slash") << u"/\\/usr\\/bin/"_s << QList<qint64>{3};
        QTest::newRow("a path is no expression") << u"/usr/bin/websockify"_s << QList<qint64>{3};
        QTest::newRow("ends of lines") << u"/^code.*1$/"_s << QList<qint64>{4};
        QTest::newRow("parentheses in words") << u"block(0,0)"_s << QList<qint64>{2};
        QTest::newRow("brackets") << u"[6]:"_s << QList<qint64>{3};
        QTest::newRow("class") << u"class:failure"_s << QList<qint64>{0, 1};
        QTest::newRow("class and text") << u"class:failure xvnc"_s << QList<qint64>{1};
        QTest::newRow("text and class") << u"xvnc not class:failure"_s << QList<qint64>{};
        QTest::newRow("not a class") << u"not class:plain"_s << QList<qint64>{0, 1, 3};
        QTest::newRow("umlauts") << u"grÖße"_s << QList<qint64>{};
        QTest::newRow("umlauts in any case") << u"größe"_s << QList<qint64>{6};
    }

    void queries()
    {
        QFETCH(QString, query);
        QFETCH(QList<qint64>, matching);
        const Log log = logOf({u"Failed to start novnc.service"_s, u"Failed to start Xvnc"_s,
                               u"unknown-block(0,0): failure"_s, u"x[6]: /usr/bin/websockify"_s,
                               u"code: failed with 1"_s, u"he said \"hello\""_s, u"salt and pepper, GRÖßE"_s, u""_s},
                              {LineClass::Failure, LineClass::Failure, LineClass::Plain, LineClass::Vmm});
        const auto parsed = LogQuery::parse(query);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().summary));
        QCOMPARE(parsed->text(), query);
        QCOMPARE(scan(*parsed, log), matching);
    }

    void aLongLogIsCountedRightly()
    {
        QStringList lines;
        QList<qint64> expected;
        for (int i = 0; i < 1000; ++i) {
            lines.append(i % 7 == 0 ? u"seven %1"_s.arg(i) : QString::number(i));
            if (i % 7 == 0 && i % 2 != 0)
                expected.append(i);
        }
        QCOMPARE(scan(*LogQuery::parse(u"seven and not /[02468]$/"_s), logOf(lines)), expected);
        QCOMPARE(scan(*LogQuery::parse(u"not absent"_s), logOf(lines)).size(), 1000);
    }

    void errors_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("at");
        QTest::newRow("and at the end") << u"a and"_s << 5;
        QTest::newRow("and at the beginning") << u"and a"_s << 0;
        QTest::newRow("or or") << u"a or or b"_s << 5;
        QTest::newRow("not alone") << u"not"_s << 3;
        QTest::newRow("open parenthesis") << u"a and (b or c"_s << 6;
        QTest::newRow("empty parentheses") << u"a and ()"_s << 7;
        QTest::newRow("closing parenthesis") << u"a ) b"_s << 2;
        QTest::newRow("open quote") << u"a and \"b"_s << 6;
        QTest::newRow("nothing in quotes") << u"a and \"\""_s << 6;
        QTest::newRow("expression") << u"a and /b(c/"_s << 10;
        QTest::newRow("class") << u"class:terrible"_s << 6;
        QTest::newRow("too long") << QString(5000, u'x') << 4096;
        QTest::newRow("too deep") << QString(100, u'(') + u"a"_s + QString(100, u')') << 64;
    }

    void errors()
    {
        QFETCH(QString, query);
        QFETCH(int, at);
        const auto parsed = LogQuery::parse(query);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().id, u"query.invalid"_s);
        QCOMPARE(parsed.error().kind, ErrorKind::Usage);
        QCOMPARE(parsed.error().detail, QString::number(at));
        QVERIFY(parsed.error().summary.contains(QString::number(at + 1)));
    }

    void tooManyTexts()
    {
        QStringList texts;
        for (int i = 0; i < 100; ++i)
            texts.append(u"t%1"_s.arg(i));
        QVERIFY(!LogQuery::parse(texts.join(u" or "_s)));
        QVERIFY(LogQuery::parse(QStringList(300, u"same"_s).join(u" or "_s)));
    }

    void matchesAreMarked()
    {
        using Match = LogQuery::Match;
        const auto marks = [](const QString &query, const QString &line) {
            return LogQuery::parse(query)->matchesIn(line);
        };
        QCOMPARE(marks(u"ab"_s, u"ab xab"_s), (QList<Match>{{0, 2}, {4, 2}}));
        QCOMPARE(marks(u"ab or bc"_s, u"xabcx"_s), (QList<Match>{{1, 3}}));
        QCOMPARE(marks(u"ab and not x"_s, u"abx"_s), (QList<Match>{{0, 2}}));
        QCOMPARE(marks(u"not not x"_s, u"abx"_s), (QList<Match>{{2, 1}}));
        QCOMPARE(marks(u"/a*/"_s, u"baab"_s), (QList<Match>{{1, 2}}));
        QCOMPARE(marks(u"class:failure"_s, u"a"_s), QList<Match>{});
        QCOMPARE(LogQuery().matchesIn(u"a"_s), QList<Match>{});
        QVERIFY(LogQuery().isEmpty());
    }
};

QTEST_GUILESS_MAIN(LogQueryTest)
#include "LogQueryTest.moc"
