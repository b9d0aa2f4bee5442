// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ClientContext.h"

namespace portlight::rfb {

/// What a person at the desktop does, as messages to the server in the form it understands. See Client for what each
/// function does; the state must be Running.
class InputSender
{
public:
    explicit InputSender(ClientContext &context)
        : m_context(context)
    {
    }

    void sendPointer(QPoint position, quint16 buttons);
    void sendKey(quint32 keysym, quint32 scanCode, bool pressed);
    [[nodiscard]] bool offerClipboard(const QString &text);
    void sendPower(quint8 action);
    [[nodiscard]] bool ping(quint64 token);
    void setQuality(std::optional<int> qualityLevel, std::optional<int> compressionLevel);
    [[nodiscard]] bool setDesktopSize(QSize size);

private:
    ClientContext &m_context;
};

} // namespace portlight::rfb
