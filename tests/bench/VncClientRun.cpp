// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/DecodeRun.h"

#include <rfb/rfbclient.h>

namespace portlight {

namespace {

int finishedUpdates = 0;

void countUpdate(rfbClient *)
{
    ++finishedUpdates;
}

void sayNothing(const char *, ...) {}

} // namespace

DecodeRun DecodeRun::vncClient(quint16 port, const RecordedSession &session)
{
    rfbClientLog = sayNothing;
    rfbClientErr = sayNothing;
    rfbClient *const client = rfbGetClient(8, 3, 4);
    client->format.redShift = 16;
    client->format.greenShift = 8;
    client->format.blueShift = 0;
    client->appData.useRemoteCursor = FALSE;
    client->canHandleNewFBSize = FALSE;
    client->FinishedFrameBufferUpdate = countUpdate;
    client->serverHost = strdup("127.0.0.1");
    client->serverPort = port;
    DecodeRun run;
    finishedUpdates = 0;
    int arguments = 0;
    if (!rfbInitClient(client, &arguments, nullptr)) // frees it
        return run;
    const double cpuBefore = secondsOf(CLOCK_THREAD_CPUTIME_ID);
    const double before = secondsOf(CLOCK_MONOTONIC);
    while (finishedUpdates < session.updates) {
        if (WaitForMessage(client, 1'000'000) <= 0 || !HandleRFBServerMessage(client))
            break;
    }
    run.cpuSeconds = secondsOf(CLOCK_THREAD_CPUTIME_ID) - cpuBefore;
    run.seconds = secondsOf(CLOCK_MONOTONIC) - before;
    if (finishedUpdates == session.updates) {
        const auto *const pixels = reinterpret_cast<const quint32 *>(client->frameBuffer);
        run.pixels.assign(pixels, pixels + qsizetype(session.size.width()) * session.size.height());
        for (quint32 &pixel : run.pixels)
            pixel &= 0xffffffU;
    }
    std::free(client->frameBuffer);
    client->frameBuffer = nullptr;
    rfbClientCleanup(client);
    return run;
}

} // namespace portlight
