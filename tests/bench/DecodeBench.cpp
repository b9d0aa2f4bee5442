// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/BenchContent.h"
#include "bench/DecodeRun.h"
#include "bench/ReplayServer.h"
#include "support/TestTools.h"

#include <QDir>
#include <QtTest>

#include <algorithm>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;

using Kind = BenchContent::Kind;
using rfb::Encoding;

namespace {

constexpr int display = 61;
constexpr int rounds = 7;

/// One line of the table.
struct Subject
{
    QString name;
    Kind content = Kind::Text;
    RecordedSession::Wish wish;
    bool x11vnc = false; ///< Xvnc does not speak it.
    bool lossless = true;
};

QList<Subject> subjectsOf(Kind content)
{
    if (content == Kind::Windows)
        return {{u"CopyRect"_s, content, {{Encoding::CopyRect, Encoding::Raw, Encoding::LastRect}, {}, 120}}};
    const auto alone = [content](const QString &name, Encoding encoding, bool x11vnc = false) {
        return Subject{name, content, {{encoding, Encoding::LastRect}, {}, x11vnc ? 30.0 : 80.0}, x11vnc};
    };
    QList<Subject> subjects{alone(u"Raw"_s, Encoding::Raw),         alone(u"RRE"_s, Encoding::Rre),
                            alone(u"Hextile"_s, Encoding::Hextile), alone(u"Tight"_s, Encoding::Tight),
                            alone(u"ZRLE"_s, Encoding::Zrle),       alone(u"CoRRE"_s, Encoding::CoRre, true),
                            alone(u"Zlib"_s, Encoding::Zlib, true)};
    Subject jpeg = alone(u"Tight, JPEG"_s, Encoding::Tight);
    jpeg.wish.qualityLevel = 8;
    jpeg.lossless = false;
    subjects.insert(4, jpeg);
    return subjects;
}

void keepBest(DecodeRun &best, DecodeRun run)
{
    const double cpu = best.pixels.empty() ? run.cpuSeconds : std::min(best.cpuSeconds, run.cpuSeconds);
    const double wall = best.pixels.empty() ? run.seconds : std::min(best.seconds, run.seconds);
    best = std::move(run);
    best.cpuSeconds = cpu;
    best.seconds = wall;
}

} // namespace

/// How much of recorded sessions the decoders get through, beside libvncclient, both fed by the same thread over the
/// same kind of socket. Best of several rounds each; figures are printed, not judged, but both must end with the same
/// picture. $PORTLIGHT_BENCH_RECORDINGS keeps the recordings between runs, $PORTLIGHT_BENCH_ONLY chooses lines.
class DecodeBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decode_data();
    void decode();

private:
    [[nodiscard]] QList<RecordedSession> sessions(Kind content, const QList<Subject> &subjects);
    void compare(const Subject &subject, const RecordedSession &session);
};

void DecodeBench::decode_data()
{
    QTest::addColumn<int>("content");
    for (const Kind kind : {Kind::Text, Kind::Photos, Kind::Video, Kind::Windows})
        QTest::newRow(qPrintable(BenchContent::name(kind))) << int(kind);
}

QList<RecordedSession> DecodeBench::sessions(Kind content, const QList<Subject> &subjects)
{
    const QString folder = qEnvironmentVariable("PORTLIGHT_BENCH_RECORDINGS");
    std::unique_ptr<BenchContent> desktop;
    quint16 x11vncPort = 0;
    QList<RecordedSession> recorded;
    for (const Subject &subject : subjects) {
        const QString path = u"%1/%2-%3"_s.arg(folder, BenchContent::name(content), subject.name);
        RecordedSession session = folder.isEmpty() ? RecordedSession() : RecordedSession::load(path);
        if (session.bytes.isEmpty()) {
            if (!desktop) {
                desktop = std::make_unique<BenchContent>();
                const QString problem = desktop->start(display, content);
                if (!problem.isEmpty()) {
                    qWarning("%s", qPrintable(problem));
                    return {};
                }
            }
            if (subject.x11vnc && x11vncPort == 0)
                x11vncPort = desktop->startX11vnc(display);
            session = RecordedSession::record(subject.x11vnc ? x11vncPort : desktop->xvncPort(), subject.wish);
            if (!folder.isEmpty() && (!QDir().mkpath(folder) || !session.save(path)))
                qWarning("%s was not written.", qPrintable(path));
        }
        recorded.append(session);
    }
    return recorded;
}

void DecodeBench::decode()
{
    QFETCH(int, content);
    PORTLIGHT_NEED_ALL(BenchContent::missingPrograms());
    const QList<Subject> subjects = subjectsOf(Kind(content));
    const QList<RecordedSession> recorded = sessions(Kind(content), subjects);
    QCOMPARE(recorded.size(), subjects.size());
    qInfo("%-8s %-12s %6s %6s | %10s %10s %6s | %10s %10s %6s", qPrintable(BenchContent::name(Kind(content))),
          "encoding", "MB", "MP", "ours MP/s", "libvnc", "ratio", "2 cores", "libvnc", "ratio");
    for (int i = 0; i < subjects.size(); ++i) {
        QVERIFY2(!recorded.at(i).bytes.isEmpty(), qPrintable(u"%1 was not recorded."_s.arg(subjects.at(i).name)));
        compare(subjects.at(i), recorded.at(i));
    }
}

void DecodeBench::compare(const Subject &subject, const RecordedSession &session)
{
    const QString only = qEnvironmentVariable("PORTLIGHT_BENCH_ONLY");
    if (!only.isEmpty() && !subject.name.startsWith(only))
        return;
    const ReplayServer server(session);
    QVERIFY(server.port() != 0);
    DecodeRun ours;
    DecodeRun both;
    DecodeRun theirs;
    for (int i = 0; i < rounds; ++i) {
        stayOnCore(0);
        keepBest(ours, DecodeRun::portlight(server.port(), session, 0));
#ifdef PORTLIGHT_HAVE_VNCCLIENT
        keepBest(theirs, DecodeRun::vncClient(server.port(), session));
#endif
        useAllCores();
        keepBest(both, DecodeRun::portlight(server.port(), session, 1));
    }
    QVERIFY2(!ours.pixels.empty(), qPrintable(subject.name));
    QVERIFY2(ours.pixels == both.pixels, qPrintable(subject.name));
#ifdef PORTLIGHT_HAVE_VNCCLIENT
    QVERIFY2(!theirs.pixels.empty(), qPrintable(subject.name));
    QVERIFY2(!subject.lossless || ours.pixels == theirs.pixels, qPrintable(subject.name));
#endif
    const auto rate = [&session](double seconds) {
        return seconds > 0 ? session.megapixels / seconds : 0;
    };
    const auto ratio = [](double our, double their) {
        return our > 0 ? their / our : 0;
    };
    qInfo("%-8s %-12s %6.1f %6.0f | %10.0f %10.0f %6.2f | %10.0f %10.0f %6.2f",
          qPrintable(BenchContent::name(subject.content)), qPrintable(subject.name), double(session.bytes.size()) / 1e6,
          session.megapixels, rate(ours.cpuSeconds), rate(theirs.cpuSeconds), ratio(ours.cpuSeconds, theirs.cpuSeconds),
          rate(both.seconds), rate(theirs.seconds), ratio(both.seconds, theirs.seconds));
}

QTEST_GUILESS_MAIN(DecodeBench)
#include "DecodeBench.moc"
