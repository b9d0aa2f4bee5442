// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/SecurityContext.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

bool answers(const Login &login, const LoginRequest &request)
{
    return !login.password.isNull() && !(request.needsUser && login.user.isNull());
}

} // namespace

SecurityContext::SecurityContext(ClientContext &client)
    : m_client(client)
    , m_known(client.settings.login)
{
}

const Login *SecurityContext::login(LoginRequest request)
{
    if (m_loginQuestion == Question::Unasked && !answers(m_known, request)) {
        request.isEncrypted = request.isEncrypted || m_client.channel;
        m_loginQuestion = Question::Asked;
        m_client.observer.loginRequired(request);
    }
    if (m_loginQuestion == Question::Asked || m_client.isOver())
        return nullptr;
    m_used = true;
    m_user = m_user || request.needsUser;
    return &m_known;
}

bool SecurityContext::provideLogin(const Login &login)
{
    if (m_loginQuestion != Question::Asked || m_client.isOver())
        return false;
    m_known = login;
    m_loginQuestion = Question::Answered;
    return true;
}

bool SecurityContext::isTrusted(const ServerIdentity &identity)
{
    if (m_client.settings.trustedIdentities.contains(identity.sha256))
        return true;
    if (m_identityQuestion == Question::Unasked) {
        m_identityQuestion = Question::Asked;
        m_identityProblem = identity.problem;
        m_identityFingerprint = QString::fromLatin1(identity.novncFingerprint.toHex('-'));
        m_client.observer.serverIdentityOffered(identity);
    }
    return m_identityQuestion == Question::Answered && !m_client.isOver();
}

bool SecurityContext::acceptIdentity(bool accepted)
{
    if (m_identityQuestion != Question::Asked || m_client.isOver())
        return false;
    m_identityQuestion = Question::Answered;
    if (!accepted) {
        m_client.fail(u"tls.untrusted"_s, m_identityProblem, m_identityFingerprint);
        forgetLogin();
    }
    return accepted;
}

void SecurityContext::startChannel(std::unique_ptr<SecureChannel> channel)
{
    m_client.startChannel(std::move(channel));
}

void SecurityContext::forgetLogin()
{
    m_known.password.fill('\0');
    m_known = {};
    m_client.settings.login = {};
}

} // namespace portlight::rfb
