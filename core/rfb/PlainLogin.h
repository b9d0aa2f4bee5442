// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

#include <QString>

namespace portlight::rfb {

/// User name and password as they are, each with its length in 4 bytes: VeNCrypt's Plain (rfbproto, "VeNCrypt") and
/// TightVNC's Unix login (rfbproto, "Tight Security Type").
class PlainLogin final : public SecurityHandshake
{
public:
    PlainLogin(SecurityContext &security, QString method)
        : SecurityHandshake(security)
        , m_method(std::move(method))
    {
    }

    [[nodiscard]] SecurityStep step(ByteReader &in) override;

private:
    QString m_method;
};

} // namespace portlight::rfb
