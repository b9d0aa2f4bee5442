// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopProbe.h"

#include "desktop/ProbeAttempt.h"
#include "desktop/ScreenshotFile.h"
#include "hosts/HostProxy.h"
#include "verdict/FailureText.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// Failures that stay as they are, however long one waits.
bool isFinal(const QString &id)
{
    return id.startsWith("auth."_L1) || id.startsWith("tls."_L1) || id == "tcp.name-not-found"_L1 ||
           id == "host.unreachable"_L1;
}

/// Tries again and again; see probeDesktop().
class Prober
{
public:
    Prober(const ProbeTarget &target, const ProbeOptions &options, Progress &progress)
        : m_target(target)
        , m_options(options)
        , m_progress(progress)
        , m_deadline(options.timeout)
    {
        m_clock.start();
    }

    Result<VerifyReport> run()
    {
        if (!m_options.screenshot.isEmpty()) {
            if (auto writable = ScreenshotFile::check(m_options.screenshot); !writable)
                return failure(writable.error());
        }
        if (auto ready = startProxy(); !ready)
            return failure(ready.error());
        m_progress.begin({{QCoreApplication::translate("DesktopProbe", "Checking %1").arg(m_target.display()), 1}});
        m_progress.next();
        for (;;) {
            Result<Try> attempt = tryOnce();
            if (m_progress.isCancelled())
                return failure(cancelledError());
            if (!attempt)
                return failure(attempt.error());
            if (!attempt->cutShort || !m_last)
                m_last = std::move(*attempt);
            if (!m_last->report.failure || m_last->isFinal || m_deadline.remainingTime() <= m_options.pause.count())
                break;
            tellWhyWaiting();
            if (!m_progress.cancellation().sleep(m_options.pause))
                return failure(cancelledError());
        }
        return finish();
    }

private:
    struct Try
    {
        VerifyReport report;
        QImage picture;
        QByteArray png; ///< Of the picture, where there is one already.
        bool booting = false;
        bool isFinal = false;
        bool cutShort = false;
    };

    Result<void> startProxy()
    {
        m_proxy = QNetworkProxy(QNetworkProxy::NoProxy);
        if (m_target.host()->isThisMachine())
            return {};
        auto proxy = HostProxy::start(m_target.host());
        if (!proxy)
            return failure(proxy.error());
        m_hostProxy = std::move(*proxy);
        m_proxy = m_hostProxy->proxy();
        return {};
    }

    /// One climb. Errors are those that no report can tell.
    Result<Try> tryOnce()
    {
        Try now;
        now.report.target = m_target.display();
        now.report.isVm = m_target.isVm();
        Result<ProbeTarget::Location> location = m_target.locate(m_progress.cancellation());
        if (!location && location.error().id != "host.unreachable"_L1)
            return failure(location.error());
        if (!location) {
            return ended(std::move(now), stageFailure(m_target.isVm() ? Stage::Vm : Stage::Tcp, u"host.unreachable"_s,
                                                      {m_target.host()->name(), location.error().summary}));
        }
        now.booting = location->booting;
        now.isFinal = !location->canChange;
        now.report.setStage(location->vm);
        now.report.setStage(location->address);
        if (!location->target)
            return ended(std::move(now), location->failure.value_or(
                                             stageFailure(Stage::Address, u"vm.no-address"_s, {m_target.display()})));
        const qint64 most = std::min<qint64>(m_options.attemptTimeout.count(), m_deadline.remainingTime());
        ProbeAttempt attempt(
            {*location->target, m_target.host(), m_proxy, m_deadline, QDeadlineTimer(most), patience()}, m_options,
            now.report, m_progress);
        ++m_attempts;
        std::optional<StageFailure> failed = attempt.run();
        now.picture = attempt.picture();
        now.png = attempt.takePng();
        now.cutShort = attempt.wasCutShort() && m_deadline.hasExpired();
        return ended(std::move(now), std::move(failed));
    }

    /// A guest that is not up yet lets a connection hang for good: first tries are short, later ones take longer in
    /// case the guest is just slow.
    [[nodiscard]] std::chrono::milliseconds patience() const
    {
        return std::min(std::chrono::seconds(4 + 2 * m_attempts), std::chrono::seconds(10));
    }

    static Try ended(Try now, std::optional<StageFailure> failed)
    {
        now.report.verdict = failed ? verdictOf(*failed, now.booting) : Verdict::Verified;
        now.isFinal = now.isFinal || (failed && isFinal(failed->id));
        if (failed && now.report.stage(failed->stage).status != StageStatus::Failed)
            now.report.setStage({failed->stage, StageStatus::Failed, {}, failed->summary});
        now.report.failure = std::move(failed);
        return now;
    }

    void tellWhyWaiting()
    {
        const VerifyReport &report = m_last->report;
        m_progress.setStepPercent(100.0 * double(m_clock.elapsed()) /
                                  double(std::max<qint64>(m_options.timeout.count(), 1)));
        m_progress.setDetail(
            m_last->booting
                ? QCoreApplication::translate("DesktopProbe", "Starting: %1").arg(report.failure->summary)
                : QCoreApplication::translate("DesktopProbe", "Trying again: %1").arg(report.failure->summary));
    }

    Result<VerifyReport> finish()
    {
        VerifyReport report = std::move(m_last->report);
        if (!m_last->picture.isNull() && report.desktop) {
            const QByteArray png = m_last->png.isEmpty() ? ScreenshotFile::encode(m_last->picture) : m_last->png;
            if (auto written = ScreenshotFile::write(m_options.screenshot, png); !written)
                return failure(written.error());
            report.desktop->screenshot = m_options.screenshot;
        }
        report.elapsed = std::chrono::milliseconds(m_clock.elapsed());
        m_progress.finish();
        return report;
    }

    const ProbeTarget &m_target;
    const ProbeOptions &m_options;
    Progress &m_progress;
    QDeadlineTimer m_deadline;
    QElapsedTimer m_clock;
    std::unique_ptr<HostProxy> m_hostProxy;
    QNetworkProxy m_proxy;
    int m_attempts = 0;
    std::optional<Try> m_last;
};

} // namespace

Result<VerifyReport> probeDesktop(const ProbeTarget &target, const ProbeOptions &options, Progress &progress)
{
    return Prober(target, options, progress).run();
}

} // namespace portlight
