// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/ByteReader.h"

#include <memory>

namespace portlight::rfb {

class SecurityContext;

enum class SecurityStep {
    Continue, ///< Call again: more may be read.
    Wait,     ///< For bytes of the server, or for a person; also after a failure.
    Done,     ///< The server's SecurityResult comes next.
};

/// One security type's part of the handshake, from the choice of the type to the SecurityResult (RFC 6143, section
/// 7.2; rfbproto, "Security Types"). Sends, asks and fails through its SecurityContext, which outlives it.
class SecurityHandshake
{
public:
    explicit SecurityHandshake(SecurityContext &security)
        : m_security(security)
    {
    }
    virtual ~SecurityHandshake() = default;
    Q_DISABLE_COPY_MOVE(SecurityHandshake)

    /// Reads the next part. Takes nothing from `in` unless the whole part is there, so that it can be called again.
    [[nodiscard]] virtual SecurityStep step(ByteReader &in) = 0;

protected:
    [[nodiscard]] SecurityContext &security() const { return m_security; }

private:
    SecurityContext &m_security;
};

/// The handshake of a type of SecurityTypes.h; null when that type is not spoken.
[[nodiscard]] std::unique_ptr<SecurityHandshake> makeSecurityHandshake(int type, SecurityContext &security);

} // namespace portlight::rfb
