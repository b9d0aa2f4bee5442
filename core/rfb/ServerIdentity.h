// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace portlight::rfb {

/// Who the server says it is, where nobody we trust vouches for it: a person has to compare the fingerprint once.
struct ServerIdentity
{
    enum class Kind {
        Certificate, ///< X.509, of TLS (wss) or of VeNCrypt's X509 types.
        RsaKey,      ///< Of RA2 and its kin (rfbproto, "RSA-AES Security Type").
    };
    Kind kind = Kind::Certificate;
    QByteArray
        sha256; ///< Of the DER certificate or of the public key as the server sent it; 32 bytes. What is remembered.
    QByteArray novncFingerprint; ///< RsaKey only: what noVNC and TigerVNC show, the first 8 bytes of SHA-1.
    QString subject;             ///< Certificate only: its common name, safe to show.
    QString issuer;              ///< Certificate only.
    QDateTime validFrom;
    QDateTime validUntil;
    QString problem; ///< Why it is not trusted by itself, one translated sentence.
};

} // namespace portlight::rfb
