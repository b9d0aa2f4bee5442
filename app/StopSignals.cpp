// SPDX-License-Identifier: GPL-3.0-or-later
#include "StopSignals.h"

#include <QDeadlineTimer>

#include <array>
#include <chrono>
#include <csignal>
#include <utility>

#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace portlight {

namespace {

constexpr int interruptedExitCode = 130;

void waitForSignals(int fd, const Cancellation &stop, const Cancellation &end)
{
    QDeadlineTimer sinceFirst;
    for (;;) {
        std::array<pollfd, 2> waiting{{{fd, POLLIN, 0}, {end.fd(), POLLIN, 0}}};
        poll(waiting.data(), waiting.size(), -1);
        if (waiting[1].revents != 0)
            break;
        signalfd_siginfo signal{};
        if (read(fd, &signal, sizeof signal) != sizeof signal)
            continue;
        // A terminal that closes sends more than one signal; only a person is impatient.
        if (stop.isRequested() && signal.ssi_signo == SIGINT && sinceFirst.hasExpired())
            _exit(interruptedExitCode);
        if (!stop.isRequested())
            sinceFirst.setRemainingTime(std::chrono::seconds(1));
        stop.request();
    }
    close(fd);
}

} // namespace

StopSignals::StopSignals(Cancellation stop)
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A closed pipe is an error of write(), not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    const int fd = signalfd(-1, &signals, SFD_CLOEXEC);
    m_thread = std::thread([fd, stop = std::move(stop), end = m_end] { waitForSignals(fd, stop, end); });
}

StopSignals::~StopSignals()
{
    m_end.request();
    m_thread.join();
}

} // namespace portlight
