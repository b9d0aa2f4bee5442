// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines/qemu/TscFrequency.h"

#include <QRegularExpression>

#include <cmath>
#include <ctime>

#include <x86intrin.h>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr std::chrono::milliseconds measuringTime{50};

qint64 nanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC_RAW, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

struct Sample
{
    quint64 counter = 0;
    qint64 time = 0;
};

/// The pair of readings that were closest together, so that an interruption between them does not count.
Sample sample()
{
    Sample best;
    qint64 smallestGap = 0;
    for (int i = 0; i < 16; ++i) {
        const qint64 before = nanoseconds();
        const quint64 counter = __rdtsc();
        const qint64 after = nanoseconds();
        if (i == 0 || after - before < smallestGap) {
            smallestGap = after - before;
            best = {counter, before + (after - before) / 2};
        }
    }
    return best;
}

Result<quint64> measure(const Cancellation &cancellation)
{
    const Sample first = sample();
    if (!cancellation.sleep(measuringTime))
        return failure(cancelledError());
    const Sample last = sample();
    const double ticks = static_cast<double>(last.counter - first.counter);
    return static_cast<quint64>(std::llround(ticks * 1'000'000 / static_cast<double>(last.time - first.time)));
}

} // namespace

quint64 tscKiloHertzFromCpuInfo(const QByteArray &cpuInfo)
{
    const QString text = QString::fromLatin1(cpuInfo.left(16 * 1024));
    static const QRegularExpression nominal(u"model name\\s*:[^\\n]*@ ([0-9.]+)GHz"_s);
    static const QRegularExpression current(u"cpu MHz\\s*:\\s*([0-9.]+)"_s);
    static const QRegularExpression virtualised(u"\\nflags\\s*:[^\\n]*\\bhypervisor\\b"_s);
    // On bare metal "cpu MHz" is what the core does at the moment; the counter runs at the nominal frequency.
    const auto named = nominal.match(text);
    if (named.hasMatch() && !virtualised.match(text).hasMatch())
        return static_cast<quint64>(std::llround(named.captured(1).toDouble() * 1'000'000));
    const auto now = current.match(text);
    return now.hasMatch() ? static_cast<quint64>(std::llround(now.captured(1).toDouble() * 1000)) : 0;
}

Result<quint64> tscKiloHertz(Host &host, const Cancellation &cancellation)
{
    if (host.isThisMachine())
        return measure(cancellation);
    const auto cpuInfo = host.readFile(u"/proc/cpuinfo"_s, 0, 64 * 1024, cancellation);
    if (!cpuInfo)
        return failure(cpuInfo.error());
    return tscKiloHertzFromCpuInfo(*cpuInfo);
}

} // namespace portlight
