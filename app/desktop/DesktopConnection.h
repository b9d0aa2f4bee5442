// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopLink.h"
#include "desktop/KnownServers.h"
#include "desktop/ReconnectPolicy.h"
#include "desktop/ViewerState.h"
#include "settings/PasswordKeyring.h"
#include "settings/Settings.h"
#include "vms/Vm.h"

#include <QDateTime>
#include <QTimer>

#include <optional>

namespace portlight {

/// What a person says to a server that nobody vouches for.
enum class Trust { No, Once, Always };

/// Everything between a VM (or an address) and its live picture, without a widget: connects, tries again as the VM's
/// state allows, answers questions with what is remembered and keeps those that a person must answer. One signal,
/// changed(), says that something below may be another now. GUI thread.
class DesktopConnection : public QObject
{
    Q_OBJECT

public:
    explicit DesktopConnection(Settings &settings, QObject *parent = nullptr);
    ~DesktopConnection() override;

    /// The VM as it was found at the moment; called again with every look at the host.
    void setVm(const Vm &vm, const HostPointer &host);
    /// A desktop that is no VM of ours. Its password (of a URL) is used for this run and forgotten.
    void setTarget(const DesktopTarget &target, const HostPointer &host);
    void clear();
    /// Instead of waiting; also after giving up.
    void tryNow();
    /// As tryNow(), but only where a try is being waited for: the desktop has just been seen by somebody else.
    void tryNowIfWaiting();
    /// Ends the connection and does not try again.
    void disconnectNow();

    [[nodiscard]] ViewerMode mode() const;
    [[nodiscard]] DesktopLink *link() const { return m_link; }
    [[nodiscard]] PasswordKeyring *keyring() const { return m_keyring; }
    [[nodiscard]] const std::optional<Vm> &vm() const { return m_vm; }
    [[nodiscard]] const DesktopTarget &target() const { return m_target; }
    [[nodiscard]] const HostPointer &host() const { return m_host; }
    /// What settings, login and identity are remembered under: the VM's id or the endpoint. Empty without a desktop.
    [[nodiscard]] QString key() const;
    /// For people: the VM's name, or the address.
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool hadPicture() const { return m_hadPicture; }
    /// Why the last try came to nothing, one sentence; empty while all is well.
    [[nodiscard]] QString problem() const { return m_problem; }
    /// When the picture was live last.
    [[nodiscard]] QDateTime lostAt() const { return m_lostAt; }
    /// Invalid when it was paused before we looked.
    [[nodiscard]] QDateTime pausedAt() const { return m_pausedAt; }
    /// Until the next try; negative when none is being waited for.
    [[nodiscard]] std::chrono::milliseconds untilNextTry() const;

    [[nodiscard]] const ViewerOptions &options() const { return m_options; }
    /// Remembers them and puts them to use.
    void setOptions(const ViewerOptions &options);

    // The question for a login: mode() == ViewerMode::Password.
    [[nodiscard]] const rfb::LoginRequest &loginRequest() const { return m_request; }
    /// The server's words about the last answer; empty when it asks for the first time.
    [[nodiscard]] QString loginProblem() const { return m_loginProblem; }
    [[nodiscard]] bool hasRememberedLogin() const { return m_hasRemembered; }
    void giveLogin(const rfb::Login &login, bool remember);
    void forgetLogin();

    // The question for trust: mode() == ViewerMode::Identity.
    [[nodiscard]] const std::optional<rfb::ServerIdentity> &identity() const { return m_identity; }
    /// Another identity was accepted for this desktop earlier.
    [[nodiscard]] bool isIdentityChanged() const;
    void answerIdentity(Trust trust);

Q_SIGNALS:
    void changed();
    /// Another desktop is shown from now on, with options of its own.
    void subjectChanged();
    /// A new session begins; it knows the options already.
    void opened();
    void wentLive();
    /// The picture of the link's framebuffer is still there, and is the last one.
    void aboutToFreeze();
    void optionsChanged(const portlight::ViewerOptions &options);
    /// One sentence that needs no answer.
    void message(const QString &text);

private:
    void connectLink();
    void begin(const QString &key);
    void open();
    void retryLater();
    void sessionChanged(DesktopSession::State state);
    void sessionFailed(const StageFailure &failure);
    void sessionEnded(const QString &problem);
    void loginRequired(const rfb::LoginRequest &request);
    void lookIntoKeyring();
    void askForLogin(const QString &problem);
    void rememberLogin();
    void leaveLive();
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool fits(const PasswordKeyring::Entry &entry) const;
    [[nodiscard]] bool mayConnect() const;

    Settings &m_settings;
    KnownServers m_knownServers;
    PasswordKeyring *m_keyring;
    DesktopLink *m_link;
    std::optional<Vm> m_vm;
    DesktopTarget m_target;
    HostPointer m_host;
    bool m_hasTarget = false;
    ViewerOptions m_options;
    ReconnectPolicy m_policy;
    QTimer m_retry;
    QTimer m_watchdog;
    QDateTime m_lostAt;
    QDateTime m_pausedAt;
    QString m_problem;
    rfb::LoginRequest m_request;
    std::optional<PasswordKeyring::Entry> m_login; ///< Given in this run, or out of the keyring.
    QString m_loginTarget;
    QString m_loginProblem;
    QList<QByteArray> m_trustedOnce;
    std::optional<rfb::ServerIdentity> m_identity; ///< While it is being asked about.
    bool m_loginOpen = false;                      ///< A person is being asked.
    bool m_remember = false;                       ///< As soon as it has let us in.
    bool m_keyringAsked = false;
    bool m_loginIsRemembered = false; ///< m_login came out of the keyring.
    bool m_hasRemembered = false;
    bool m_hadPicture = false;
    bool m_live = false;
    bool m_ended = false; ///< No more tries by ourselves.
};

} // namespace portlight
