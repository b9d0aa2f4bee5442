// SPDX-License-Identifier: GPL-3.0-or-later
#include "FuzzedClient.h"

#include <cstddef>
#include <cstdint>

using namespace portlight::rfb;

/// The whole protocol from the banner on. The input's first byte chooses settings, the rest is the server. Whole and
/// byte by byte the client must end the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1 || size > 200000)
        return 0;
    ClientSettings settings = fuzzing::smallSettings();
    if (data[0] & 1)
        settings.pixelFormat.reset();
    if (data[0] & 2)
        settings.login.password = "password";
    if (data[0] & 4)
        settings.automaticUpdates = false;
    if (data[0] & 8)
        settings.login.user = QStringLiteral("user");
    if (data[0] & 0x40)
        settings.repeaterId = QStringLiteral("ID:1");
    // A flood while somebody thinks about an answer ends at another byte each time; small inputs are none.
    const fuzzing::Answers answers{(data[0] & 0x10) != 0 && size < 60000};
    const QByteArrayView bytes(data + 1, qsizetype(size - 1));
    const fuzzing::Outcome whole = fuzzing::play(
        bytes, settings, [&] { return bytes.size(); }, answers);
    const fuzzing::Outcome bytewise = fuzzing::play(
        bytes, settings, [] { return 1; }, answers);
    fuzzing::Checker::check(whole == bytewise);
    return 0;
}
