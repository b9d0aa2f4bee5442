// SPDX-License-Identifier: GPL-3.0-or-later
// How long the console takes for one frame, in a log of any size: PORTLIGHT_BIG_LOG names one; without it a log of
// a million lines is invented. Figures for people; only the frame that took too long is a failure.
#include "serial/ConsolePage.h"
#include "serial/ConsoleView.h"
#include "settings/Theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace portlight;

namespace {

constexpr double Frame = 1000.0 / 60;
constexpr double Dropped = 32;

struct Figures
{
    std::vector<double> milliseconds;

    [[nodiscard]] double at(double share) const
    {
        std::vector<double> sorted = milliseconds;
        std::sort(sorted.begin(), sorted.end());
        return sorted[std::min(sorted.size() - 1, size_t(share * double(sorted.size())))];
    }
    [[nodiscard]] qint64 over(double limit) const
    {
        return std::count_if(milliseconds.begin(), milliseconds.end(), [limit](double t) { return t > limit; });
    }
    void tell(const char *what) const
    {
        qInfo(
            "%-34s %5zu frames, median %5.2f ms, p99 %5.2f ms, longest %5.2f ms, over 16.7 ms: %lld, over 32 ms: %lld",
            what, milliseconds.size(), at(0.5), at(0.99), at(1), static_cast<long long>(over(Frame)),
            static_cast<long long>(over(Dropped)));
    }
};

QByteArray invented()
{
    QByteArray bytes;
    for (int i = 0; i < 1'000'000; ++i) {
        bytes += "[    " + QByteArray::number(i / 1000) + ".123456] a line of the kernel, number " +
                 QByteArray::number(i) + '\n';
        if (i % 1000 == 7)
            bytes += "[\x1b[0;1;31mFAILED\x1b[0m] Failed to start \x1b[0;1;39mvncserver@1.service\x1b[0m.\n";
    }
    return bytes;
}

} // namespace

class ScrollBench : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<LineStore> m_store;
    std::unique_ptr<Theme> m_theme;

    /// Does something and paints, `frames` times, at the pace of a screen.
    Figures frames(ConsoleView &view, int frames, const std::function<void(int)> &step) const
    {
        Figures figures;
        QElapsedTimer pace;
        pace.start();
        for (int i = 0; i < frames; ++i) {
            QElapsedTimer timer;
            timer.start();
            step(i);
            view.viewport()->repaint();
            QCoreApplication::processEvents(); // The strip, and whatever the step asked for.
            figures.milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
            const double next = (i + 1) * Frame;
            while (double(pace.nsecsElapsed()) / 1e6 < next)
                QTest::qSleep(1);
        }
        return figures;
    }

    void show(ConsoleView &view) const
    {
        view.resize(1600, 1000);
        view.setStore(m_store);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        m_store = std::make_shared<LineStore>();
        const QString path = qEnvironmentVariable("PORTLIGHT_BIG_LOG");
        QElapsedTimer timer;
        timer.start();
        if (path.isEmpty()) {
            m_store->append(invented(), QDateTime());
        } else {
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
            QVERIFY(m_store->appendFile(file.handle(), 0, file.size(), 2, [](qint64, const auto &) { return true; }));
        }
        qInfo("%lld lines, %lld bytes, indexed in %lld ms", static_cast<long long>(m_store->lineCount()),
              static_cast<long long>(m_store->byteCount()), static_cast<long long>(timer.elapsed()));
    }

    void fromTopToEnd_data()
    {
        QTest::addColumn<bool>("wrapping");
        QTest::newRow("as they are") << false;
        QTest::newRow("wrapped") << true;
    }

    /// The frame of the strip is drawn from its top to its end, as with the mouse, in ten seconds.
    void fromTopToEnd()
    {
        QFETCH(bool, wrapping);
        ConsoleView view;
        show(view);
        view.setWrapping(wrapping);
        constexpr int Frames = 600;
        QTest::keyClick(&view, Qt::Key_Home);
        const Figures figures =
            frames(view, Frames, [&](int i) { view.scrollToTop(qint64(double(view.rowCount()) * (i + 1) / Frames)); });
        figures.tell(wrapping ? "top to end, wrapped" : "top to end");
        QCOMPARE(view.lastVisibleLine(), m_store->lineCount() - 1);
        QCOMPARE(figures.over(Dropped), 0);
    }

    void smoothly_data() { fromTopToEnd_data(); }

    /// The wheel, three rows per frame; then pages.
    void smoothly()
    {
        QFETCH(bool, wrapping);
        ConsoleView view;
        show(view);
        view.setWrapping(wrapping);
        view.goToLine(m_store->lineCount() / 3);
        const auto wheel = [&](int) {
            const QPointF middle(400, 400);
            QWheelEvent event(middle, view.viewport()->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(view.viewport(), &event);
        };
        const Figures rows = frames(view, 600, wheel);
        rows.tell(wrapping ? "wheel, wrapped" : "wheel");
        const Figures pages = frames(view, 300, [&](int) { QTest::keyClick(&view, Qt::Key_PageDown); });
        pages.tell(wrapping ? "pages, wrapped" : "pages");
        QCOMPARE(rows.over(Dropped) + pages.over(Dropped), 0);
    }

    void jumps()
    {
        ConsoleView view;
        show(view);
        QRandomGenerator random(7);
        const Figures places = frames(
            view, 300, [&](int) { view.goToLine(qint64(random.generateDouble() * double(m_store->lineCount()))); });
        places.tell("random places");
        const Figures failures = frames(view, 300, [&](int) { view.goToFailure(1); });
        failures.tell("from failure to failure");
        QCOMPARE(places.over(Dropped) + failures.over(Dropped), 0);
    }

    void filtered()
    {
        LineSet set;
        for (qint64 line = 0; line < m_store->lineCount(); line += 7)
            set.add(line);
        ConsoleView view;
        show(view);
        view.setFilter(&set);
        constexpr int Frames = 300;
        const Figures figures =
            frames(view, Frames, [&](int i) { view.scrollToTop(qint64(double(view.rowCount()) * (i + 1) / Frames)); });
        figures.tell("every seventh line, top to end");
        QCOMPARE(figures.over(Dropped), 0);
        view.setFilter(nullptr);
    }

    /// The same in the page: status line, boots, badges and all.
    void inItsPage()
    {
        ConsolePage page;
        page.resize(1600, 1000);
        page.setStore(m_store);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        ConsoleView &view = *page.view();
        constexpr int Frames = 600;
        QTest::keyClick(&view, Qt::Key_Home);
        const Figures figures =
            frames(view, Frames, [&](int i) { view.scrollToTop(qint64(double(view.rowCount()) * (i + 1) / Frames)); });
        figures.tell("in its page, top to end");
        QCOMPARE(figures.over(Dropped), 0);
    }

    void followingAFlood()
    {
        auto store = std::make_shared<LineStore>();
        ConsoleView view;
        view.resize(1600, 1000);
        view.setStore(store);
        view.show();
        QByteArray piece;
        for (int i = 0; i < 20'000; ++i)
            piece += "a line of a guest that writes without end, as fast as it can\n";
        const Figures figures = frames(view, 120, [&](int) {
            const auto change = store->append(piece, QDateTime::currentDateTimeUtc());
            QElapsedTimer shown;
            shown.start();
            view.linesAppended(change.first, change.count);
        });
        figures.tell("1.2 MB per frame, appending too");
        QVERIFY(view.isFollowing());
    }
};

QTEST_MAIN(ScrollBench)
#include "ScrollBench.moc"
