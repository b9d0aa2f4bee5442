// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineClassifier.h"
#include "serial/RuleFile.h"

#include "support/TestTools.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

/// What is kept of compiled rules from one program to the next, as users of LineClassifier see it. A file that was read
/// is the same file afterwards; one that was not is replaced by another.
class HyperscanCacheTest : public QObject
{
    Q_OBJECT

private:
    QList<HighlightRule> m_rules;

    [[nodiscard]] static QFileInfoList filesIn(const QTemporaryDir &folder)
    {
        return QDir(folder.path()).entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] LineClassifier classifier(const QString &folder) const
    {
        return LineClassifier(m_rules, PatternMatcher::Engine::Best, folder);
    }
    /// The rule that each sample of each rule is found by.
    [[nodiscard]] QList<int> verdicts(const LineClassifier &classifier) const
    {
        QList<int> found;
        for (const HighlightRule &rule : m_rules) {
            for (const QString &sample : rule.matches + rule.rejects)
                found.append(classifier.classify(sample.toUtf8()).rule);
        }
        return found;
    }
    [[nodiscard]] QList<int> expected() const { return verdicts(classifier({})); }
    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool setContent(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
    }
    /// Device and number of a file; it stays open, so that no other file gets the number.
    class Identity
    {
    public:
        explicit Identity(const QString &path)
            : m_file(path)
        {
            m_isOpen = m_file.open(QIODevice::ReadOnly);
        }
        [[nodiscard]] bool isStillAt(const QString &path) const
        {
            struct stat mine = {};
            struct stat now = {};
            return m_isOpen && ::fstat(m_file.handle(), &mine) == 0 &&
                   ::lstat(QFile::encodeName(path).constData(), &now) == 0 && mine.st_dev == now.st_dev &&
                   mine.st_ino == now.st_ino;
        }

    private:
        QFile m_file;
        bool m_isOpen = false;
    };
    static bool makeOld(const QString &path)
    {
        const timespec longAgo[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
        return ::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), longAgo, 0) == 0;
    }
    /// One rule, different for each number.
    [[nodiscard]] static QList<HighlightRule> ruleOf(int number)
    {
        HighlightRule rule;
        rule.id = u"x"_s;
        rule.pattern = u"apple %1"_s.arg(number);
        return {rule};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PatternMatcher::hasHyperscan())
            PORTLIGHT_SKIP(QStringLiteral("Without Hyperscan nothing is kept."));
        m_rules = RuleFile::readFolder(u":/rules/highlight"_s).rules;
        QVERIFY(m_rules.size() >= 50);
    }

    void theSecondReadsWhatTheFirstKept()
    {
        const QTemporaryDir folder;
        QCOMPARE(verdicts(classifier(folder.path())), expected());
        QCOMPARE(filesIn(folder).size(), 1);
        const QString path = filesIn(folder).constFirst().filePath();
        QVERIFY(QFileInfo(path).fileName().startsWith(u"rules-"_s));
        const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & forOthers));
        const Identity kept(path);
        QVERIFY(makeOld(path));
        QCOMPARE(verdicts(classifier(folder.path())), expected());
        QVERIFY(kept.isStillAt(path));
        QVERIFY(QFileInfo(path).lastModified().secsTo(QDateTime::currentDateTime()) < 3600); // It was used.
    }

    void whatIsWrongIsReplaced_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"empty", "cut", "bit", "hash", "longer", "other rules", "writable for all", "link"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }

    void whatIsWrongIsReplaced()
    {
        QFETCH(QString, damage);
        const QTemporaryDir folder;
        const QTemporaryDir elsewhere;
        (void)classifier(folder.path());
        QCOMPARE(filesIn(folder).size(), 1);
        const QString path = filesIn(folder).constFirst().filePath();
        const QByteArray good = content(path);
        QVERIFY(good.size() > 1000);
        QByteArray bad = good;
        if (damage == u"empty"_s)
            bad.clear();
        else if (damage == u"cut"_s)
            bad.chop(good.size() / 2);
        else if (damage == u"bit"_s)
            bad[good.size() / 2] = char(bad[good.size() / 2] ^ 4);
        else if (damage == u"hash"_s)
            bad[30] = char(bad[30] ^ 1);
        else if (damage == u"longer"_s)
            bad += 'x';
        else if (damage == u"other rules"_s) {
            (void)LineClassifier(ruleOf(1), PatternMatcher::Engine::Best, elsewhere.path());
            bad = content(filesIn(elsewhere).constFirst().filePath());
        }
        QVERIFY(setContent(path, bad));
        if (damage == u"writable for all"_s)
            QVERIFY(QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOther));
        if (damage == u"link"_s) {
            const QString target = elsewhere.filePath(u"target"_s);
            QVERIFY(QFile::rename(path, target) && QFile::link(target, path));
        }
        const Identity before(path);
        QCOMPARE(verdicts(classifier(folder.path())), expected());
        QVERIFY(damage == u"link"_s || !before.isStillAt(path));
        if (damage != u"link"_s)
            QCOMPARE(content(path), good);
        QCOMPARE(filesIn(folder).size(), 1);
    }

    void aFolderThatCannotBeWrittenToIsNoTrouble()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(verdicts(classifier(file.fileName())), expected());
        QCOMPARE(verdicts(classifier(file.fileName() + u"/missing"_s)), expected());
        QCOMPARE(file.size(), 0);
    }

    void fewFilesAreKept()
    {
        const QTemporaryDir folder;
        const QString other = folder.filePath(u"notes.txt"_s);
        const QString leftover = folder.filePath(u"rules-0.hsdb.AbCdEf"_s);
        QVERIFY(setContent(other, "mine") && setContent(leftover, "x") && makeOld(leftover));
        (void)LineClassifier(ruleOf(0), PatternMatcher::Engine::Best, folder.path());
        QVERIFY(!QFile::exists(leftover));
        const QStringList first = QDir(folder.path()).entryList({u"rules-*"_s}, QDir::Files);
        QCOMPARE(first.size(), 1);
        QVERIFY(makeOld(folder.filePath(first.constFirst())));
        for (int i = 1; i < 9; ++i)
            (void)LineClassifier(ruleOf(i), PatternMatcher::Engine::Best, folder.path());
        const QStringList kept = QDir(folder.path()).entryList({u"rules-*"_s}, QDir::Files);
        QCOMPARE(kept.size(), 4);
        QVERIFY(!kept.contains(first.constFirst()));
        QVERIFY(QFile::exists(other));
    }
};

QTEST_GUILESS_MAIN(HyperscanCacheTest)
#include "HyperscanCacheTest.moc"
