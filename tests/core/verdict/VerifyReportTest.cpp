// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/VerifyReport.h"
#include "verdict/FailureText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

VerifyReport verified()
{
    VerifyReport report;
    report.target = u"ws://127.0.0.1:6080/websockify"_s;
    report.verdict = Verdict::Verified;
    report.elapsed = 412ms;
    report.setStage({Stage::Input, StageStatus::Warned, 9ms, u"input.no-response: x"_s});
    report.setStage({Stage::Tcp, StageStatus::Passed, 1ms, u"127.0.0.1:6080"_s});
    report.desktop = DesktopFacts{u"browser-vm:1"_s, 1280, 800, false, 231, u"out.png"_s};
    return report;
}

} // namespace

class VerifyReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonOfContracts();
    void jsonOfAFailure();
    void jsonOfAVm();
    void stagesStayInOrder();
    void verdicts();
    void everyFailureHasTexts();
    void textsOfServersAreTamed();
};

void VerifyReportTest::jsonOfContracts()
{
    const QJsonObject json = verified().toJson();
    QStringList keys = json.keys();
    QCOMPARE(keys, (QStringList{u"desktop"_s, u"elapsed_ms"_s, u"failure"_s, u"stages"_s, u"target"_s, u"verdict"_s,
                                u"verified"_s}));
    QCOMPARE(json[u"target"_s], u"ws://127.0.0.1:6080/websockify"_s);
    QCOMPARE(json[u"verified"_s], true);
    QCOMPARE(json[u"verdict"_s], u"verified"_s);
    QCOMPARE(json[u"elapsed_ms"_s], 412);
    QVERIFY(json[u"failure"_s].isNull());
    const QJsonObject desktop = QJsonDocument::fromJson(R"({"name":"browser-vm:1","width":1280,"height":800,
        "blank":false,"distinct_colors":231,"screenshot":"out.png"})")
                                    .object();
    QCOMPARE(json[u"desktop"_s].toObject(), desktop);
    QStringList ids;
    const QJsonArray stages = json[u"stages"_s].toArray();
    for (const QJsonValue &stage : stages)
        ids.append(stage[u"id"_s].toString());
    QCOMPARE(ids.join(u' '),
             u"vm address tcp http websocket rfb-version rfb-security rfb-init framebuffer picture input"_s);
    QCOMPARE(
        stages.at(2).toObject(),
        QJsonDocument::fromJson(R"({"id":"tcp","status":"passed","elapsed_ms":1,"detail":"127.0.0.1:6080"})").object());
    QCOMPARE(stages.at(0)[u"status"_s], u"skipped"_s);
    QCOMPARE(stages.at(10)[u"status"_s], u"warned"_s);
    VerifyReport plain = verified();
    plain.desktop->screenshot.clear();
    QVERIFY(plain.toJson()[u"desktop"_s][u"screenshot"_s].isNull());
}

void VerifyReportTest::jsonOfAFailure()
{
    VerifyReport report;
    report.verdict = Verdict::Failing;
    report.failure = stageFailure(Stage::Tcp, u"tcp.refused"_s, {u"a:1"_s});
    const QJsonObject json = report.toJson();
    QCOMPARE(json[u"verified"_s], false);
    QVERIFY(json[u"desktop"_s].isNull());
    QCOMPARE(json[u"failure"_s].toObject().keys(), (QStringList{u"fix"_s, u"id"_s, u"stage"_s, u"summary"_s}));
    QCOMPARE(json[u"failure"_s][u"stage"_s], u"tcp"_s);
    QCOMPARE(json[u"failure"_s][u"id"_s], u"tcp.refused"_s);
    QVERIFY(!json.contains(u"diagnosis"_s) && !json.contains(u"joint_verdict"_s));
    QCOMPARE(report.sentence(), report.failure->summary);
}

void VerifyReportTest::jsonOfAVm()
{
    VerifyReport report = verified();
    report.isVm = true;
    QJsonObject json = report.toJson();
    QVERIFY(json.contains(u"diagnosis"_s) && json[u"diagnosis"_s].isNull());
    QJsonObject joint = json[u"joint_verdict"_s].toObject();
    QCOMPARE(joint.keys(), (QStringList{u"cause"_s, u"confidence"_s, u"fix"_s, u"summary"_s, u"verdict"_s}));
    QCOMPARE(joint[u"verdict"_s], u"verified"_s);
    QVERIFY(joint[u"cause"_s].isNull() && joint[u"fix"_s].isNull());

    report.verdict = Verdict::Starting;
    report.failure = stageFailure(Stage::Websocket, u"websocket.closed"_s, {u"a:1"_s});
    report.diagnosis = {{u"verdict"_s, u"starting"_s}};
    json = report.toJson();
    joint = json[u"joint_verdict"_s].toObject();
    QCOMPARE(joint[u"cause"_s], u"websocket.closed"_s);
    QVERIFY(joint[u"confidence"_s].toDouble() > 0 && joint[u"confidence"_s].toDouble() < 1);
    QCOMPARE(json[u"diagnosis"_s][u"verdict"_s], u"starting"_s);
}

void VerifyReportTest::stagesStayInOrder()
{
    VerifyReport report = verified();
    QCOMPARE(report.stages.size(), 2);
    QCOMPARE(report.stages.at(0).id, Stage::Tcp);
    report.setStage({Stage::Tcp, StageStatus::Failed, 2ms, {}});
    QCOMPARE(report.stages.size(), 2);
    QCOMPARE(report.stage(Stage::Tcp).status, StageStatus::Failed);
    QCOMPARE(report.stage(Stage::Vm).status, StageStatus::Skipped);
}

void VerifyReportTest::verdicts()
{
    const auto of = [](Stage stage, const QString &id, bool booting) {
        return verdictOf(stageFailure(stage, id), booting);
    };
    QCOMPARE(of(Stage::Tcp, u"tcp.refused"_s, false), Verdict::Failing);
    QCOMPARE(of(Stage::Tcp, u"tcp.refused"_s, true), Verdict::Starting);
    QCOMPARE(of(Stage::Picture, u"picture.blank"_s, false), Verdict::Degraded);
    QCOMPARE(of(Stage::Picture, u"picture.too-small"_s, true), Verdict::Degraded);
    QCOMPARE(of(Stage::RfbSecurity, u"auth.required"_s, true), Verdict::Unknown);
    QCOMPARE(of(Stage::RfbSecurity, u"auth.failed"_s, false), Verdict::Failing);
    QCOMPARE(of(Stage::Websocket, u"tls.untrusted"_s, false), Verdict::Unknown);
    QCOMPARE(of(Stage::Websocket, u"tls.failed"_s, false), Verdict::Failing);
    QCOMPARE(of(Stage::Tcp, u"host.unreachable"_s, false), Verdict::Unknown);
}

void VerifyReportTest::everyFailureHasTexts()
{
    const QStringList contracts = u"vm.not-running vm.no-address tcp.refused tcp.timeout tcp.unreachable "
                                  "tcp.name-not-found http.not-novnc websocket.rejected websocket.timeout "
                                  "websocket.closed tls.untrusted tls.failed rfb.no-banner rfb.not-rfb rfb.refused "
                                  "auth.required auth.failed auth.unsupported rfb.malformed framebuffer.timeout "
                                  "picture.blank picture.no-session picture.too-small input.no-response"_s.split(u' ');
    for (const QString &id : contracts) {
        QVERIFY2(failureIds().contains(id), qPrintable(id));
        const StageFailure failure = stageFailure(Stage::Tcp, id, {u"SUBJECT"_s, u"SEEN"_s});
        QCOMPARE(failure.id, id);
        QVERIFY2(failure.summary.contains(u"SUBJECT"_s), qPrintable(failure.summary));
        QVERIFY2(!failure.summary.contains(u'%') && !failure.fix.contains(u'%'), qPrintable(failure.summary));
        QVERIFY(!failure.fix.isEmpty());
    }
    QCOMPARE(stageFailure(Stage::Tcp, u"rfb.no-banner@closed"_s, {u"a"_s, u"b."_s}).id, u"rfb.no-banner"_s);
    QVERIFY(stageFailure(Stage::Tcp, u"no.such-id"_s).summary.contains(u"no.such-id"_s));
}

void VerifyReportTest::textsOfServersAreTamed()
{
    const StageFailure failure =
        stageFailure(Stage::RfbSecurity, u"rfb.refused"_s, {u"a:1"_s, u"x %1 %2\n\u001b[2J\u202ey"_s});
    QVERIFY2(failure.summary.contains(u"x %1 %2 [2J y"_s), qPrintable(failure.summary));
    QCOMPARE(tamedText(QString(10'000, u'x')).size(), 200);
    QCOMPARE(tamedText(u"grüße 日本"_s), u"grüße 日本"_s);
}

QTEST_GUILESS_MAIN(VerifyReportTest)
#include "VerifyReportTest.moc"
