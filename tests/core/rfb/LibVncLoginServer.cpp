// SPDX-License-Identifier: GPL-3.0-or-later
#include "LibVncLoginServer.h"

#include <rfb/rfb.h>

#include <netinet/in.h>

namespace portlight::rfb::testing {

namespace {

constexpr int width = 64;
constexpr int height = 48;
constexpr long patience = 20'000; // microseconds

} // namespace

LibVncLoginServer::LibVncLoginServer(std::uint16_t port, std::string password)
    : m_password(std::move(password))
    , m_passwords{m_password.data(), nullptr}
    , m_pixels(width * height * 4, 0x55)
{
    rfbLogEnable(FALSE);
    rfbRegisterTightVNCFileTransferExtension();
    m_screen = rfbGetScreen(nullptr, nullptr, width, height, 8, 3, 4);
    m_screen->port = port;
    m_screen->ipv6port = 0;
    m_screen->listenInterface = htonl(INADDR_LOOPBACK);
    m_screen->frameBuffer = m_pixels.data();
    if (!m_password.empty()) {
        m_screen->authPasswdData = m_passwords.data();
        m_screen->passwordCheck = rfbCheckPasswordByList;
    }
    rfbInitServer(m_screen);
    m_thread = std::thread([this] {
        while (!m_stopping)
            rfbProcessEvents(m_screen, patience);
    });
}

LibVncLoginServer::~LibVncLoginServer()
{
    m_stopping = true;
    m_thread.join();
    rfbShutdownServer(m_screen, TRUE);
    rfbScreenCleanup(m_screen);
    rfbUnregisterTightVNCFileTransferExtension();
}

} // namespace portlight::rfb::testing
