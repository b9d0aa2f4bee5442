// SPDX-License-Identifier: GPL-3.0-or-later
// The parts around the picture, each for itself.
#include "desktop/DesktopToolBar.h"
#include "desktop/FiguresLabel.h"
#include "desktop/LoginCard.h"
#include "desktop/PictureFrame.h"
#include "desktop/RecordingControl.h"
#include "desktop/ViewerActions.h"
#include "desktop/ViewerMarks.h"
#include "desktop/ViewerScreenshot.h"
#include "desktop/ViewerToast.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace portlight;
using namespace Qt::Literals::StringLiterals;
using Act = ViewerActions::Command;

class ViewerPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actionsGiveWholeOptions();
    void powerOnlyWhereTheServerCan();
    void everyActionHasWords();
    void toolsBecomeIconsWhereThereIsNoRoom();
    void figuresSayWhatIsKnown();
    void figuresDoNotTremble();
    void marksAndFrame();
    void toastsWaitForEachOther();
    void loginAsksForWhatIsNeeded();
    void fileNames();
    void recordingTimes();
};

void ViewerPartsTest::actionsGiveWholeOptions()
{
    QWidget owner;
    ViewerActions actions(&owner);
    actions.setState(true, true, true);
    ViewerOptions options;
    options.clipboardToGuest = false;
    actions.setOptions(options);
    QSignalSpy chosen(&actions, &ViewerActions::optionsChosen);
    const auto last = [&] {
        return chosen.takeLast().first().value<ViewerOptions>();
    };
    actions.action(Act::ViewOnly)->trigger();
    options.viewOnly = true;
    QVERIFY(last() == options);
    // While one only looks on, nothing can be typed.
    QVERIFY(!actions.action(Act::TypeClipboard)->isEnabled());
    QVERIFY(!actions.menu(ViewerActions::Menu::Keys)->isEnabled());
    actions.menu(ViewerActions::Menu::Scale)->actions().at(2)->trigger();
    options.scale = ScaleMode::Integer;
    QVERIFY(last() == options);
    QCOMPARE(actions.scaleWord(), u"Whole"_s);
    QMenu *quality = actions.menu(ViewerActions::Menu::Quality);
    quality->actions().at(1)->trigger();
    options.quality.mode = PictureQuality::Mode::Lossless;
    QVERIFY(last() == options);
    // A level means that it shall count.
    quality->actions().at(4)->menu()->actions().at(9)->trigger();
    options.quality = {PictureQuality::Mode::Fixed, 9, 2};
    QVERIFY(last() == options);
    quality->actions().at(5)->menu()->actions().at(0)->trigger();
    options.quality.compression = 0;
    QVERIFY(last() == options);
    actions.action(Act::ToGuest)->trigger();
    options.clipboardToGuest = true;
    QVERIFY(last() == options);
    QVERIFY(chosen.isEmpty());
}

void ViewerPartsTest::powerOnlyWhereTheServerCan()
{
    QWidget owner;
    ViewerActions actions(&owner);
    actions.setState(true, true, true);
    QMenu *power = actions.menu(ViewerActions::Menu::Power);
    QVERIFY(!power->menuAction()->isVisible());
    rfb::ServerAbilities abilities;
    abilities.power = true;
    actions.setAbilities(abilities);
    QVERIFY(power->menuAction()->isVisible());
    QSignalSpy chosen(&actions, &ViewerActions::powerChosen);
    for (QAction *action : power->actions())
        action->trigger();
    QCOMPARE(chosen.size(), 3);
    QCOMPARE(chosen.at(2).first().value<rfb::PowerAction>(), rfb::PowerAction::Reset);
    actions.setState(false, true, true);
    QVERIFY(!power->menuAction()->isVisible());
}

void ViewerPartsTest::everyActionHasWords()
{
    QWidget owner;
    ViewerActions actions(&owner);
    for (int number = 0; number <= int(Act::Disconnect); ++number) {
        const QAction *action = actions.action(Act(number));
        QVERIFY(action != nullptr);
        QVERIFY(!action->text().isEmpty());
        QVERIFY(action->toolTip().size() > 8);
        if (!action->shortcut().isEmpty())
            QVERIFY(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
    }
    QMenu all;
    actions.fill(&all);
    QVERIFY(all.actions().size() > 10);
}

void ViewerPartsTest::toolsBecomeIconsWhereThereIsNoRoom()
{
    QWidget page;
    page.resize(1200, 200);
    ViewerActions actions(&page);
    actions.setState(true, true, true);
    DesktopToolBar tools(actions, &page);
    page.show();
    tools.fitInto(1200);
    const int wide = tools.width();
    tools.fitInto(wide - 1);
    QVERIFY(tools.width() < wide / 2 + 100);
    for (const QPushButton *button : tools.findChildren<QPushButton *>()) {
        QVERIFY(!button->icon().isNull());
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
    }
    tools.fitInto(1200);
    QCOMPARE(tools.width(), wide);
    tools.setRecordingTime(u"0:42"_s);
    bool told = false;
    for (const QPushButton *button : tools.findChildren<QPushButton *>())
        told = told || button->text() == u"0:42";
    QVERIFY(told);
    // What is switched on looks so.
    ViewerOptions options;
    options.viewOnly = true;
    actions.setOptions(options);
    bool pressed = false;
    bool keysOff = false;
    for (const QPushButton *button : tools.findChildren<QPushButton *>()) {
        pressed = pressed || (button->isChecked() && button->text() == u"View only");
        keysOff = keysOff || (!button->isEnabled() && button->text() == u"Keys");
    }
    QVERIFY(pressed);
    QVERIFY(keysOff);
}

void ViewerPartsTest::figuresSayWhatIsKnown()
{
    SessionStatistics statistics;
    QCOMPARE(FiguresLabel::linesOf(statistics), QStringList{u"0 updates/s · 0 kB/s"_s});
    statistics.updatesPerSecond = 57.6;
    statistics.kilobytesPerSecond = 412.3;
    statistics.roundTripMilliseconds = 3.14;
    statistics.decodeMilliseconds = 12.4;
    statistics.quality = u"JPEG 6, compression 2"_s;
    statistics.mix = {{u"Tight"_s, 0.82}, {u"CopyRect"_s, 0.18}};
    const QStringList lines = FiguresLabel::linesOf(statistics);
    QCOMPARE(lines, (QStringList{u"58 updates/s · 412 kB/s · 3.1 ms away"_s, u"Tight 82 %, CopyRect 18 %"_s,
                                 u"JPEG 6, compression 2 · decoding 12 ms"_s}));
}

void ViewerPartsTest::figuresDoNotTremble()
{
    FiguresLabel label;
    SessionStatistics statistics;
    statistics.kilobytesPerSecond = 123'456;
    label.setStatistics(statistics);
    const int wide = label.sizeHint().width();
    statistics.kilobytesPerSecond = 1;
    label.setStatistics(statistics);
    QCOMPARE(label.sizeHint().width(), wide);
    label.clear();
    QVERIFY(label.sizeHint().width() < wide);
}

void ViewerPartsTest::marksAndFrame()
{
    QWidget page;
    page.resize(400, 300);
    ViewerMarks marks(&page);
    PictureFrame frame(&page);
    page.show();
    QVERIFY(marks.texts().isEmpty());
    marks.setViewOnly(true);
    marks.setRecordingTime(u"0:42"_s);
    marks.setHeldKeys(u"Ctrl"_s);
    QCOMPARE(marks.texts(), (QStringList{u"View only"_s, u"Recording 0:42"_s, u"Ctrl held"_s}));
    QCOMPARE(marks.accessibleName(), u"View only, Recording 0:42, Ctrl held"_s);
    QVERIFY(!frame.isVisible());
    frame.surround(QRect(50, 40, 200, 100));
    frame.setViewOnly(true);
    QVERIFY(frame.isVisible());
    // The border lies around the picture, and nothing of the widget over it.
    QVERIFY(frame.geometry().contains(QRect(50, 40, 200, 100)));
    QVERIFY(frame.mask().intersected(QRect(QPoint(50, 40) - frame.pos(), QSize(200, 100))).isEmpty());
    frame.setViewOnly(false);
    frame.flash();
    QVERIFY(frame.isVisible());
    QTRY_VERIFY(!frame.isVisible());
}

void ViewerPartsTest::toastsWaitForEachOther()
{
    QWidget page;
    page.resize(600, 300);
    page.show();
    ViewerToast toast(&page);
    QVERIFY(toast.text().isEmpty());
    toast.say({});
    QVERIFY(!toast.isVisible());
    toast.say(u"One."_s);
    toast.say(u"Two."_s);
    toast.say(u"Two."_s);
    QCOMPARE(toast.text(), u"One."_s);
    QPushButton *close = toast.findChild<QPushButton *>();
    QTest::mouseClick(close, Qt::LeftButton);
    QCOMPARE(toast.text(), u"Two."_s);
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!toast.isVisible());
    // A server that makes us talk all the time does not fill the memory.
    for (int number = 0; number < 1000; ++number)
        toast.say(QString::number(number));
    int seen = 0;
    for (; toast.isVisible(); ++seen)
        QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(seen < 10);
}

void ViewerPartsTest::loginAsksForWhatIsNeeded()
{
    QWidget page;
    page.resize(800, 600);
    page.show();
    LoginCard card(&page);
    QSignalSpy given(&card, &LoginCard::given);
    LoginCard::Question question;
    question.name = u"box"_s;
    question.request = {true, true, u"X509Plain"_s, false};
    question.user = u"me"_s;
    question.hasKeyring = true;
    card.setQuestion(question);
    card.ask();
    QVERIFY(card.user()->isVisible());
    QCOMPARE(card.user()->text(), u"me"_s);
    QCOMPARE(card.wayText(), u"It travels encrypted (X509Plain)."_s);
    QVERIFY(card.keyringText().isEmpty());
    QCOMPARE(card.password()->echoMode(), QLineEdit::Password);
    card.remember()->setChecked(true);
    QTest::keyClicks(card.password(), u"pass"_s);
    // Being told the same question again does not disturb whoever types.
    card.setQuestion(question);
    QCOMPARE(card.password()->text(), u"pass"_s);
    QTest::keyClick(card.password(), Qt::Key_Return);
    QCOMPARE(given.size(), 1);
    const auto login = given.first().first().value<rfb::Login>();
    QCOMPARE(login.user, u"me"_s);
    QCOMPARE(login.password, QByteArray("pass"));
    QVERIFY(given.first().at(1).toBool());
    QVERIFY(card.password()->text().isEmpty());
    // An empty password is an answer, not a missing one.
    QTest::keyClick(card.password(), Qt::Key_Return);
    QVERIFY(!given.last().first().value<rfb::Login>().password.isNull());
    QTest::keyClicks(card.password(), u"left"_s);
    card.hide();
    QVERIFY(card.password()->text().isEmpty());
    // Without a keyring nothing is remembered, and nobody can ask for it.
    question.hasKeyring = false;
    card.setQuestion(question);
    QVERIFY(!card.remember()->isEnabled());
    QVERIFY(!card.remember()->isChecked());
}

void ViewerPartsTest::fileNames()
{
    const QDateTime time(QDate(2026, 11, 23), QTime(4, 15, 0));
    QCOMPARE(ViewerScreenshot::fileName(u"demo"_s, time), u"demo-2026-11-23-041500"_s);
    QCOMPARE(ViewerScreenshot::fileName(u"ws://[::1]:6080/a?b"_s, time), u"ws______1__6080_a_b-2026-11-23-041500"_s);
    QCOMPARE(ViewerScreenshot::fileName(u"../../etc/passwd"_s, time), u"_.._etc_passwd-2026-11-23-041500"_s);
    QCOMPARE(ViewerScreenshot::fileName({}, time), u"desktop-2026-11-23-041500"_s);
}

void ViewerPartsTest::recordingTimes()
{
    QCOMPARE(RecordingControl::timeText(0), u"0:00"_s);
    QCOMPARE(RecordingControl::timeText(42), u"0:42"_s);
    QCOMPARE(RecordingControl::timeText(600), u"10:00"_s);
    QCOMPARE(RecordingControl::timeText(3723), u"1:02:03"_s);
}

QTEST_MAIN(ViewerPartsTest)
#include "ViewerPartsTest.moc"
