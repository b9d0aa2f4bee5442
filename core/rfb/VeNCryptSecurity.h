// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/SecurityHandshake.h"

namespace portlight::rfb {

class TlsChannel;

/// VeNCrypt 0.2: a second choice of types, most of them inside TLS (rfbproto, "VeNCrypt").
class VeNCryptSecurity final : public SecurityHandshake
{
public:
    using SecurityHandshake::SecurityHandshake;

    [[nodiscard]] SecurityStep step(ByteReader &in) override;

private:
    enum class Part { Version, VersionAnswer, Types, TlsAnswer, Tls };

    [[nodiscard]] SecurityStep readVersion(ByteReader &in);
    [[nodiscard]] SecurityStep readVersionAnswer(ByteReader &in);
    [[nodiscard]] SecurityStep readTypes(ByteReader &in);
    [[nodiscard]] SecurityStep readTlsAnswer(ByteReader &in);
    [[nodiscard]] SecurityStep awaitTls();
    /// The type inside TLS, or without.
    void goInside(int type);
    [[nodiscard]] SecurityStep broken(const QString &where);

    Part m_part = Part::Version;
    int m_type = 0;
    TlsChannel *m_channel = nullptr; ///< The client's.
};

} // namespace portlight::rfb
