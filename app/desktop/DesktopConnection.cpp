// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/DesktopConnection.h"

#include "desktop/TargetParser.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace portlight {

namespace {

/// A guest that accepts a connection and stays silent (QEMU's user networking) is tried anew after this.
constexpr auto patience = 20s;

bool isSameRun(const Vm &a, const Vm &b)
{
    // A VM whose process has died has no address any more, but what it showed last is still about it.
    const bool sameAddress = a.machine.address == b.machine.address && a.machine.port == b.machine.port;
    return a.spec.id == b.spec.id && a.spec.boots == b.spec.boots && (sameAddress || b.state == VmState::Failed);
}

/// What noVNC's own address asks for goes before what is remembered.
void apply(const DesktopTarget &target, ViewerOptions &options)
{
    const NoVncSettings &wanted = target.noVnc;
    options.viewOnly = options.viewOnly || target.viewOnly;
    if (wanted.resize == NoVncSettings::Resize::Off || wanted.viewClip.value_or(false))
        options.scale = ScaleMode::Original;
    else if (wanted.resize == NoVncSettings::Resize::Scale)
        options.scale = ScaleMode::Fit;
    else if (wanted.resize == NoVncSettings::Resize::Remote)
        options.scale = ScaleMode::Remote;
    if (wanted.quality || wanted.compression)
        options.quality.mode = PictureQuality::Mode::Fixed;
    options.quality.quality = wanted.quality.value_or(options.quality.quality);
    options.quality.compression = wanted.compression.value_or(options.quality.compression);
}

} // namespace

DesktopConnection::DesktopConnection(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_knownServers(settings.knownServersFile())
    , m_keyring(new PasswordKeyring(this))
    , m_link(new DesktopLink(this))
{
    m_retry.setSingleShot(true);
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(patience);
    connect(&m_retry, &QTimer::timeout, this, &DesktopConnection::open);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        leaveLive();
        m_link->close();
        sessionEnded(tr("The desktop did not answer for %1 s.").arg(patience.count()));
    });
    connect(m_keyring, &PasswordKeyring::availabilityChanged, this, &DesktopConnection::changed);
    connectLink();
    m_keyring->look();
}

DesktopConnection::~DesktopConnection()
{
    m_link->disconnect(this);
}

void DesktopConnection::connectLink()
{
    connect(m_link, &DesktopLink::stateChanged, this, &DesktopConnection::sessionChanged);
    connect(m_link, &DesktopLink::failed, this, &DesktopConnection::sessionFailed);
    connect(m_link, &DesktopLink::loginRequired, this, &DesktopConnection::loginRequired);
    connect(m_link, &DesktopLink::identityQuestion, this, [this](const rfb::ServerIdentity &identity) {
        m_identity = identity;
        Q_EMIT changed();
    });
    connect(m_link, &DesktopLink::closed, this, &DesktopConnection::sessionEnded);
}

QString DesktopConnection::key() const
{
    return m_vm ? m_vm->spec.id : m_target.endpoint();
}

QString DesktopConnection::name() const
{
    return m_vm ? m_vm->spec.name : m_target.display;
}

void DesktopConnection::begin(const QString &key)
{
    m_options = m_settings.viewerOptions(key);
    apply(m_target, m_options);
    Q_EMIT subjectChanged();
    Q_EMIT optionsChanged(m_options);
}

void DesktopConnection::setVm(const Vm &vm, const HostPointer &host)
{
    const bool sameRun = m_vm && isSameRun(*m_vm, vm) && m_host == host;
    const bool wasRunning = sameRun && m_vm->state != VmState::Paused;
    if (!sameRun)
        clear();
    m_vm = vm;
    m_host = host;
    if (!sameRun)
        begin(vm.spec.id);
    if (vm.state == VmState::Paused) {
        // The guest cannot answer now: what it shows is kept, and a silence is no reason to give up.
        if (wasRunning)
            m_pausedAt = QDateTime::currentDateTime();
        m_watchdog.stop();
        m_retry.stop();
    } else if (!viewerConnects(vm.state)) {
        m_retry.stop();
        m_watchdog.stop();
        m_link->close();
    } else if (isIdle()) {
        open();
    }
    if (vm.state != VmState::Paused)
        m_pausedAt = {};
    Q_EMIT changed();
}

void DesktopConnection::setTarget(const DesktopTarget &target, const HostPointer &host)
{
    clear();
    m_target = target;
    m_host = host;
    m_hasTarget = true;
    if (!target.password.isNull())
        m_login = PasswordKeyring::Entry{target.userName, std::exchange(m_target.password, {}), false};
    m_policy.setFixedDelay(target.noVnc.reconnectDelay);
    begin(key());
    open();
    for (const QString &warning : target.warnings)
        Q_EMIT message(warning);
}

void DesktopConnection::clear()
{
    m_vm.reset();
    m_hasTarget = false;
    m_target = {};
    m_retry.stop();
    m_watchdog.stop();
    m_policy = {};
    m_live = false;
    m_link->close();
    m_problem.clear();
    m_login.reset();
    m_loginTarget.clear();
    m_loginProblem.clear();
    m_trustedOnce.clear();
    m_identity.reset();
    m_request = {};
    m_loginOpen = m_remember = m_keyringAsked = m_loginIsRemembered = m_hasRemembered = false;
    m_hadPicture = m_ended = false;
    m_lostAt = m_pausedAt = {};
    Q_EMIT changed();
}

bool DesktopConnection::mayConnect() const
{
    if (!m_vm)
        return m_hasTarget;
    return viewerConnects(m_vm->state) && !m_vm->machine.address.isEmpty() && m_vm->machine.port != 0;
}

/// True when nothing is connected, being connected, waited for or asked.
bool DesktopConnection::isIdle() const
{
    const bool over = !m_link->isOpen() || m_link->state() == DesktopSession::State::Closed ||
                      m_link->state() == DesktopSession::State::Failed;
    return over && !m_retry.isActive() && !m_loginOpen && !m_identity && !m_ended;
}

void DesktopConnection::tryNow()
{
    m_ended = false;
    m_policy.reset();
    open();
}

void DesktopConnection::tryNowIfWaiting()
{
    if (m_retry.isActive())
        open();
}

void DesktopConnection::disconnectNow()
{
    m_retry.stop();
    m_watchdog.stop();
    m_ended = true;
    m_problem.clear();
    m_loginOpen = false;
    m_identity.reset();
    m_link->close();
    Q_EMIT changed();
}

void DesktopConnection::open()
{
    m_retry.stop();
    if (!mayConnect())
        return;
    DesktopTarget target = m_target;
    if (m_vm)
        target = TargetParser::websockify(m_vm->machine.address, m_vm->machine.port);
    target.viewOnly = m_options.viewOnly;
    target.trustedIdentities = m_knownServers.identitiesFor(key()) + m_trustedOnce;
    m_link->open(target, m_host, m_options.quality);
    m_link->setViewOnly(m_options.viewOnly);
    m_watchdog.start();
    Q_EMIT opened();
    Q_EMIT changed();
}

void DesktopConnection::retryLater()
{
    m_watchdog.stop();
    if (m_target.noVnc.reconnect == false)
        m_ended = true;
    if (mayConnect() && !m_loginOpen && !m_identity && !m_ended)
        m_retry.start(m_policy.nextDelay());
    Q_EMIT changed();
}

std::chrono::milliseconds DesktopConnection::untilNextTry() const
{
    return m_retry.isActive() ? m_retry.remainingTimeAsDuration() : -1ms;
}

void DesktopConnection::leaveLive()
{
    if (!std::exchange(m_live, false))
        return;
    m_lostAt = QDateTime::currentDateTimeUtc();
    Q_EMIT aboutToFreeze();
}

void DesktopConnection::sessionChanged(DesktopSession::State state)
{
    using State = DesktopSession::State;
    switch (state) {
    case State::Closed:
    case State::Failed:
        leaveLive();
        break;
    case State::Live:
        m_watchdog.stop();
        m_policy.reset();
        m_live = m_hadPicture = true;
        m_problem.clear();
        m_keyringAsked = m_loginOpen = false;
        rememberLogin();
        Q_EMIT wentLive();
        break;
    case State::WaitingForLogin:
    case State::WaitingForTrust:
        m_watchdog.stop();
        break;
    case State::Connecting:
    case State::Negotiating:
    case State::WaitingForPicture:
        m_watchdog.start();
        break;
    }
    Q_EMIT changed();
}

void DesktopConnection::sessionFailed(const StageFailure &failure)
{
    leaveLive();
    if (failure.id == "auth.failed"_L1) {
        const bool remembered = std::exchange(m_loginIsRemembered, false);
        m_login.reset();
        m_remember = false;
        askForLogin(remembered ? tr("The remembered password was refused. %1").arg(failure.summary) : failure.summary);
    }
    if (failure.id == "tls.untrusted"_L1 && !m_identity)
        m_ended = true; // a person said no
    sessionEnded(failure.fix.isEmpty() ? failure.summary : u"%1 %2"_s.arg(failure.summary, failure.fix));
}

void DesktopConnection::sessionEnded(const QString &problem)
{
    leaveLive();
    m_problem = problem;
    retryLater();
}

void DesktopConnection::setOptions(const ViewerOptions &options)
{
    if (options == m_options)
        return;
    m_options = options;
    if (m_vm || m_hasTarget)
        m_settings.setViewerOptions(key(), options);
    // First, so that keys that are held can still be let go of.
    Q_EMIT optionsChanged(options);
    m_link->setQuality(options.quality);
    m_link->setViewOnly(options.viewOnly);
    Q_EMIT changed();
}

ViewerMode DesktopConnection::mode() const
{
    if (!m_vm && !m_hasTarget)
        return ViewerMode::NotRunning;
    ViewerInputs inputs;
    inputs.vm = m_vm ? m_vm->state : VmState::Running;
    inputs.session = m_link->state();
    inputs.loginOpen = m_loginOpen;
    inputs.identityOpen = m_identity.has_value();
    inputs.hadPicture = m_hadPicture;
    inputs.ended = m_ended;
    return viewerMode(inputs);
}

} // namespace portlight
