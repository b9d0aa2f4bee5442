// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/FollowFixture.h"

#include <QSignalSpy>

#include <fcntl.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// What may happen to a log while it is followed, beyond growing.
class FollowChangesTest : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = FollowFixture::Patience;
    std::unique_ptr<FollowFixture> f;

    /// Lines of the same lengths in each boot, as kernels write them, equal but for the time.
    static QByteArray boot(int number, int first, int last)
    {
        QByteArray text;
        for (int line = first; line < last; ++line)
            text += "[    " + QByteArray::number(line / 10) + "." +
                    QByteArray::number(line < 40 ? 0 : 1000 * number + line).rightJustified(6, '0') +
                    "] something that every boot says\n";
        return text;
    }
    static QStringList lines(const QByteArray &text)
    {
        QStringList result = QString::fromUtf8(text).split(u'\n');
        result.removeLast();
        return result;
    }

private Q_SLOTS:
    void init() { f = std::make_unique<FollowFixture>(); }
    void cleanup() { f.reset(); }

    void aFileCutAndWrittenLargerBetweenTwoLooksIsReadAnew()
    {
        f->write("one\ntwo\n");
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        f->host->held = true;
        f->write("three\n");
        QTest::qWait(50);
        f->write("a new text\nthat is longer than the old one was\n", QIODevice::Truncate);
        f->host->held = false;
        const QStringList expected{u"one"_s,        u"two"_s,
                                   u"three"_s,      u"<%1>"_s.arg(int(LineMark::Kind::Truncated)),
                                   u"a new text"_s, u"that is longer than the old one was"_s};
        QTRY_VERIFY_WITH_TIMEOUT(f->texts().size() >= 6 || f->texts().size() == 5, Patience);
        QTRY_VERIFY2_WITH_TIMEOUT(f->texts() == expected || f->texts() == expected.mid(0, 2) + expected.mid(3),
                                  qPrintable(f->texts().join(u'|')), Patience);
    }

    void whatIsWrittenOverTheBeginningIsShownUpToTheOldText_data()
    {
        QTest::addColumn<bool>("isNear");
        QTest::newRow("this machine") << true;
        QTest::newRow("another machine") << false;
    }
    void whatIsWrittenOverTheBeginningIsShownUpToTheOldText()
    {
        QFETCH(bool, isNear);
        f->host->isNear = isNear;
        const QByteArray old = boot(1, 0, 400);
        f->write(old);
        f->follow();
        QSignalSpy rewritten(f->follower.get(), &SerialFollower::rewritten);
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        const QByteArray next = boot(2, 0, 500);
        const QString mark = u"<%1>"_s.arg(int(LineMark::Kind::Rewritten));
        f->writeOver(next.first(boot(2, 0, 200).size()));
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), lines(old) + QStringList(mark) + lines(boot(2, 0, 200)), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(rewritten.count(), 1, Patience);
        f->writeOver(boot(2, 200, 230), boot(2, 0, 200).size());
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), lines(old) + QStringList(mark) + lines(boot(2, 0, 230)), Patience);
        QCOMPARE(f->follower->offset(), old.size());
        // Past the end of the old text it is a growing file like any other.
        f->writeOver(next.sliced(boot(2, 0, 230).size()), boot(2, 0, 230).size());
        f->write("and on\n");
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), lines(old) + QStringList(mark) + lines(next + "and on\n"), Patience);
        QCOMPARE(rewritten.count(), 1);
    }

    void aThirdBootMayBeginBeforeTheSecondIsDone()
    {
        const QByteArray old = boot(1, 0, 300);
        f->write(old);
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        const QStringList mark(u"<%1>"_s.arg(int(LineMark::Kind::Rewritten)));
        f->writeOver(boot(2, 0, 200));
        QStringList expected = lines(old) + mark + lines(boot(2, 0, 200));
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), expected, Patience);
        f->writeOver(boot(3, 0, 100));
        expected += mark + lines(boot(3, 0, 100));
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), expected, Patience);
    }

    void lookingCostsFewBytes()
    {
        f->write(boot(1, 0, 20'000));
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        const int looks = f->host->looks;
        const qint64 bytes = f->host->lookedBytes;
        // The same bytes again: the file is touched, and nothing has changed.
        for (int i = 0; i < 3; ++i) {
            const int before = f->host->looks;
            f->writeOver(boot(1, 0, 10));
            QTRY_VERIFY_WITH_TIMEOUT(f->host->looks > before, Patience);
        }
        QVERIFY(f->host->looks > looks);
        const qint64 each = (f->host->lookedBytes - bytes) / (f->host->looks - looks);
        QVERIFY2(each <= 512, qPrintable(QString::number(each)));
        QCOMPARE(f->store->lineCount(), 20'000);
    }

    void aRewrittenFileIsRecognisedAfterALostConnection()
    {
        const QByteArray old = boot(1, 0, 300);
        f->write(old);
        f->follow();
        QSignalSpy failed(f->follower.get(), &SerialFollower::failed);
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        f->host->down = true;
        f->writeOver(boot(2, 0, 100));
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), Patience);
        f->host->down = false;
        const QStringList marks{u"<%1>"_s.arg(int(LineMark::Kind::Gap)), u"<%1>"_s.arg(int(LineMark::Kind::Rewritten))};
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), lines(old) + marks + lines(boot(2, 0, 100)), Patience);
    }

    void aHoleIsJumpedOver_data()
    {
        QTest::addColumn<bool>("isLink");
        QTest::newRow("beside the log") << false;
        QTest::newRow("beside the file behind the link") << true;
    }
    void aHoleIsJumpedOver()
    {
        QFETCH(bool, isLink);
        if (isLink)
            QVERIFY(QFile::link(u"serial-console-2.log"_s, f->path()));
        const qint64 from = 5'000;
        const qint64 to = 64 * 1024 * 1024;
        const QByteArray head = "first\n" + QByteArray(from - 7, '.') + '\n';
        f->write(head);
        f->writeOver("last\n", to);
        QFile cuts(f->path(isLink ? u"serial-console-2.log.cuts"_s : u"serial-console.log.cuts"_s));
        QVERIFY(cuts.open(QIODevice::WriteOnly));
        cuts.write(QByteArray::number(from) + ' ' + QByteArray::number(to) + '\n');
        cuts.close();
        f->follow();
        QTRY_COMPARE_WITH_TIMEOUT(f->follower->offset(), to + 5, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(f->store->lineCount(), 4, Patience);
        const LineMark mark = f->store->line(2).mark;
        QCOMPARE(mark.kind, LineMark::Kind::Cut);
        QCOMPARE(mark.bytes, to - from);
        QCOMPARE(f->store->line(3).text, u"last"_s);
        QVERIFY(f->store->byteCount() < 1024 * 1024);
        f->write("more\n");
        QTRY_COMPARE_WITH_TIMEOUT(f->store->line(4).text, u"more"_s, Patience);
    }

    void whatWasLostInATruncationIsCounted()
    {
        f->write("one\n");
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        f->host->held = true;
        f->write(QByteArray(1024 * 1024, 'x'));
        QTest::qWait(50);
        f->write("new\n", QIODevice::Truncate);
        f->host->held = false;
        QTRY_VERIFY_WITH_TIMEOUT(f->texts().endsWith(u"new"_s), Patience);
        QVERIFY(f->texts().contains(u"<%1>"_s.arg(int(LineMark::Kind::Truncated))));
    }

    void theLinkOfTheNextBootIsFollowedAfterTheLastByte()
    {
        const auto append = [this](const QString &name, const QByteArray &bytes) {
            QFile file(f->path(name));
            QVERIFY(file.open(QIODevice::Append));
            file.write(bytes);
        };
        append(u"1.log"_s, "first boot\n");
        QVERIFY(QFile::link(u"1.log"_s, f->path()));
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        f->host->held = true;
        append(u"1.log"_s, "x\n");
        QTest::qWait(20);
        append(u"1.log"_s, "its last line\n");
        append(u"2.log"_s, "second boot\n");
        QVERIFY(f->host->link(u"2.log"_s, f->path(), {}));
        f->host->held = false;
        const QStringList expected{u"first boot"_s, u"x"_s, u"its last line"_s,
                                   u"<%1>"_s.arg(int(LineMark::Kind::Replaced)), u"second boot"_s};
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), expected, Patience);
    }

    void whoStopsAndGoesOnRecognisesTheFile()
    {
        f->write("one\n");
        f->follow();
        QTRY_VERIFY_WITH_TIMEOUT(f->isAtEnd(), Patience);
        f->follower->stop();
        f->write("another text\n", QIODevice::Truncate);
        f->follower->start(f->follower->offset());
        const QStringList expected{u"one"_s, u"<%1>"_s.arg(int(LineMark::Kind::Replaced)), u"another text"_s};
        QTRY_COMPARE_WITH_TIMEOUT(f->texts(), expected, Patience);
    }
};

QTEST_GUILESS_MAIN(FollowChangesTest)
#include "FollowChangesTest.moc"
