// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

struct _rfbScreenInfo;

namespace portlight::rfb::testing {

/// A server of LibVNCServer's on loopback, in a thread of its own, that speaks TightVNC's security type beside its own.
class LibVncLoginServer
{
public:
    /// An empty password lets everybody in.
    LibVncLoginServer(std::uint16_t port, std::string password);
    ~LibVncLoginServer();
    LibVncLoginServer(const LibVncLoginServer &) = delete;
    LibVncLoginServer &operator=(const LibVncLoginServer &) = delete;

private:
    std::string m_password;
    std::vector<char *> m_passwords;
    std::vector<char> m_pixels;
    _rfbScreenInfo *m_screen = nullptr;
    std::atomic_bool m_stopping = false;
    std::thread m_thread;
};

} // namespace portlight::rfb::testing
