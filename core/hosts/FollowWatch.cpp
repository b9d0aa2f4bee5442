// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosts/FollowWatch.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace portlight::local {

namespace {

/// A guest that writes byte by byte wakes us this often at most.
constexpr int ShortestNap = 4;

bool sleepFor(int descriptor, int milliseconds, const Cancellation &cancellation)
{
    std::array<pollfd, 2> waiting{{{descriptor, POLLIN, 0}, {cancellation.fd(), POLLIN, 0}}};
    return poll(waiting.data(), waiting.size(), milliseconds) > 0 && waiting[0].revents != 0;
}

} // namespace

FollowWatch::FollowWatch(QByteArray folder)
    : m_folder(std::move(folder))
    , m_notify(inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
{
    watchFolder();
}

void FollowWatch::watchFolder()
{
    // Changes nothing where the watch is there already; a folder that was made anew needs a new one.
    if (m_notify.isValid())
        inotify_add_watch(m_notify.get(), m_folder.constData(), IN_CREATE | IN_MOVED_TO | IN_ONLYDIR);
}

void FollowWatch::setFile(int descriptor)
{
    if (!m_notify.isValid())
        return;
    if (m_file >= 0)
        inotify_rm_watch(m_notify.get(), m_file);
    m_file = -1;
    m_fresh = true;
    if (descriptor < 0)
        return;
    // Through the descriptor: the name may mean another file by now.
    const QByteArray opened = "/proc/self/fd/" + QByteArray::number(descriptor);
    m_file = inotify_add_watch(m_notify.get(), opened.constData(), IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF);
}

bool FollowWatch::wait(int most, const Cancellation &cancellation)
{
    // What was written before the watch was there raised no event: look again at once.
    if (std::exchange(m_fresh, false))
        return false;
    if (!sleepFor(m_notify.get(), most, cancellation)) {
        watchFolder();
        return false;
    }
    const qint64 since = m_woken.isValid() ? m_woken.elapsed() : ShortestNap;
    if (since < ShortestNap)
        (void)sleepFor(-1, int(ShortestNap - since), cancellation);
    m_woken.start();
    return takeEvents();
}

bool FollowWatch::takeEvents()
{
    bool written = false;
    alignas(inotify_event) std::array<char, 4096> buffer;
    for (ssize_t got = 0; (got = read(m_notify.get(), buffer.data(), buffer.size())) > 0;) {
        for (ssize_t at = 0; at + ssize_t(sizeof(inotify_event)) <= got;) {
            inotify_event event;
            memcpy(&event, buffer.data() + at, sizeof event);
            written = written || (event.wd == m_file && (event.mask & IN_MODIFY) != 0);
            at += ssize_t(sizeof event) + ssize_t(event.len);
        }
    }
    return written;
}

} // namespace portlight::local
