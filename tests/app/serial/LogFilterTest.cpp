// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LogFilter.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

const QStringList words{u"alpha"_s, u"beta"_s, u"gamma"_s, u"delta"_s, u"epsilon"_s};

/// A query, and the same thing said in C++.
struct Asked
{
    QString text;
    std::function<bool(const QString &)> matches;
};

Asked randomQuery(QRandomGenerator &random, int depth)
{
    const int kind = depth == 0 ? int(random.bounded(2)) : int(random.bounded(5));
    const QString word = words[random.bounded(int(words.size()))];
    if (kind == 0)
        return {u'"' + word + u'"', [word](const QString &line) {
                    return line.contains(word, Qt::CaseInsensitive);
                }};
    if (kind == 1)
        return {u"/%1 *$/"_s.arg(word), [word](const QString &line) {
                    return line.trimmed().endsWith(word);
                }};
    const Asked left = randomQuery(random, depth - 1);
    if (kind == 2)
        return {u"not (%1)"_s.arg(left.text), [left](const QString &line) {
                    return !left.matches(line);
                }};
    const Asked right = randomQuery(random, depth - 1);
    if (kind == 3)
        return {u"(%1) and (%2)"_s.arg(left.text, right.text), [left, right](const QString &line) {
                    return left.matches(line) && right.matches(line);
                }};
    return {u"(%1) or (%2)"_s.arg(left.text, right.text), [left, right](const QString &line) {
                return left.matches(line) || right.matches(line);
            }};
}

QByteArray randomLines(QRandomGenerator &random, int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        for (int word = int(random.bounded(4)); word >= 0; --word)
            bytes += words[random.bounded(int(words.size()))].toUtf8() + ' ';
        bytes += '\n';
    }
    return bytes;
}

QList<qint64> members(const LineSet &set)
{
    QList<qint64> lines;
    for (qint64 line = set.next(0, 1); line >= 0; line = set.next(line + 1, 1))
        lines.append(line);
    return lines;
}

QList<qint64> naive(const QList<SerialLine> &all, const Asked &asked)
{
    QList<qint64> lines;
    for (const SerialLine &line : all) {
        if (asked.matches(line.text))
            lines.append(line.number);
    }
    return lines;
}

QList<qint64> naive(const LineStore &store, const Asked &asked)
{
    return naive(store.lines(0, store.lineCount()), asked);
}

LogQuery query(const QString &text)
{
    const auto parsed = LogQuery::parse(text);
    if (!parsed)
        qFatal("%s: %s", qPrintable(text), qPrintable(parsed.error().text()));
    return *parsed;
}

void add(LogFilter &filter, LineStore &store, const QByteArray &bytes)
{
    filter.linesChanged(store.append(bytes, QDateTime()).first);
}

} // namespace

class LogFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatANaiveScanFinds()
    {
        QRandomGenerator random(5);
        auto store = std::make_shared<LineStore>();
        store->append(randomLines(random, 20'000), QDateTime());
        const QList<SerialLine> all = store->lines(0, store->lineCount());
        LogFilter filter;
        for (int i = 0; i < 40; ++i) {
            const Asked asked = randomQuery(random, 3);
            filter.start(store, query(asked.text));
            QTRY_VERIFY(filter.isFinished());
            QCOMPARE(filter.progress(), 1.0);
            QVERIFY2(members(filter.lines()) == naive(all, asked), qPrintable(asked.text));
        }
    }

    void keepsUpWithALogThatGrows()
    {
        QRandomGenerator random(6);
        auto store = std::make_shared<LineStore>();
        const Asked asked{u"beta"_s, [](const QString &line) {
                              return line.contains(u"beta"_s);
                          }};
        LogFilter filter;
        filter.start(store, query(asked.text));
        for (int i = 0; i < 200; ++i) {
            // Cut anywhere, also within a line: what was an open line is another one later.
            QByteArray bytes = randomLines(random, int(random.bounded(300)));
            bytes.chop(int(random.bounded(12)));
            add(filter, *store, bytes);
            if (random.bounded(3) == 0)
                QTest::qWait(1);
        }
        QTRY_VERIFY(filter.isFinished());
        QCOMPARE(members(filter.lines()), naive(*store, asked));
    }

    void anOpenLineThatChangesIsLookedAtAgain()
    {
        auto store = std::make_shared<LineStore>();
        LogFilter filter;
        filter.start(store, query(u"not world"_s));
        add(filter, *store, "first\nhello ");
        QTRY_COMPARE(members(filter.lines()), (QList<qint64>{0, 1}));
        QTRY_VERIFY(filter.isFinished());
        QSignalSpy changed(&filter, &LogFilter::changed);
        add(filter, *store, "world");
        QTRY_COMPARE(members(filter.lines()), QList<qint64>{0});
        QVERIFY(!changed.isEmpty());
        QCOMPARE(changed.last().first().toLongLong(), 1);
    }

    void aLogThatIsEmptiedHasNoMatches()
    {
        QRandomGenerator random(7);
        auto store = std::make_shared<LineStore>();
        store->append(randomLines(random, 5'000), QDateTime());
        LogFilter filter;
        filter.start(store, query({}));
        QTRY_COMPARE(filter.lines().size(), store->lineCount());
        store->clear();
        filter.linesChanged(0);
        QCOMPARE(filter.lines().size(), 0); // At once: nobody may ask for lines that are not there.
        add(filter, *store, "one\ntwo\n");
        QTRY_COMPARE(members(filter.lines()), (QList<qint64>{0, 1}));
        QTRY_VERIFY(filter.isFinished());
    }

    void beginsAnewInTheMiddle()
    {
        QRandomGenerator random(8);
        auto store = std::make_shared<LineStore>();
        store->append(randomLines(random, 100'000), QDateTime());
        LogFilter filter;
        Asked asked;
        for (int i = 0; i < 30; ++i) {
            asked = randomQuery(random, 2);
            filter.start(store, query(asked.text));
            if (random.bounded(2) == 0)
                QTest::qWait(int(random.bounded(40)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(filter.isFinished(), 30'000);
        QVERIFY2(members(filter.lines()) == naive(*store, asked), qPrintable(asked.text));
    }

    void linesChangeWhileTheyAreLookedAt()
    {
        QRandomGenerator random(9);
        auto store = std::make_shared<LineStore>();
        store->append(randomLines(random, 100'000), QDateTime());
        const Asked asked{u"gamma"_s, [](const QString &line) {
                              return line.contains(u"gamma"_s);
                          }};
        LogFilter filter;
        filter.start(store, query(asked.text));
        for (int i = 0; i < 50; ++i) {
            filter.linesChanged(random.bounded(int(store->lineCount())));
            QTest::qWait(int(random.bounded(8)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(filter.isFinished(), 30'000);
        QCOMPARE(members(filter.lines()), naive(*store, asked));
    }

    void staysWithinItsRange()
    {
        auto store = std::make_shared<LineStore>();
        LogFilter filter;
        store->append("a\na\na\na\na\na\n", QDateTime());
        filter.start(store, query(u"a"_s), {2, 4});
        QTRY_VERIFY(filter.isFinished());
        QCOMPARE(members(filter.lines()), (QList<qint64>{2, 3}));
        add(filter, *store, "a\na\n");
        QVERIFY(filter.isFinished());
        filter.start(store, query(u"a"_s), {6, -1});
        QTRY_COMPARE(members(filter.lines()), (QList<qint64>{6, 7}));
        add(filter, *store, "b\na\n");
        QTRY_COMPARE(members(filter.lines()), (QList<qint64>{6, 7, 9}));
    }

    void anotherLogsLinesGoAtOnce()
    {
        auto first = std::make_shared<LineStore>();
        first->append("a\na\n", QDateTime());
        LogFilter filter;
        filter.start(first, query(u"a"_s));
        QTRY_COMPARE(filter.lines().size(), 2);
        const std::weak_ptr<LineStore> gone = first;
        auto second = std::make_shared<LineStore>();
        filter.start(second, query(u"a"_s));
        QCOMPARE(filter.lines().size(), 0);
        first.reset();
        QTRY_VERIFY(gone.expired());
        filter.clear();
        QVERIFY(filter.isFinished());
    }

    void tellsAtMostThirtyTimesASecond()
    {
        QRandomGenerator random(10);
        auto store = std::make_shared<LineStore>();
        LogFilter filter;
        filter.start(store, query({}));
        QSignalSpy changed(&filter, &LogFilter::changed);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 500) {
            add(filter, *store, randomLines(random, 20));
            QTest::qWait(1);
        }
        QVERIFY2(changed.count() <= 17, qPrintable(QString::number(changed.count())));
        QVERIFY(changed.count() >= 2);
    }

    void theFirstMatchesComeAtOnce()
    {
        QRandomGenerator random(11);
        auto store = std::make_shared<LineStore>();
        const QByteArray piece = randomLines(random, 50'000);
        for (int i = 0; i < 40; ++i)
            store->append(piece, QDateTime());
        LogFilter filter;
        QElapsedTimer timer;
        timer.start();
        filter.start(store, query(u"/alpha.*beta/"_s));
        while (filter.lines().isEmpty() && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        const qint64 first = timer.elapsed();
        QVERIFY(!filter.isFinished());
        timer.start();
        filter.clear();
        const qint64 stopped = timer.elapsed();
        qInfo("first matches after %lld ms, stopped within %lld ms", first, stopped);
        QVERIFY(first < 1000); // 100 ms on a machine that has nothing else to do.
        QVERIFY(stopped < 100);
    }
};

QTEST_GUILESS_MAIN(LogFilterTest)
#include "LogFilterTest.moc"
