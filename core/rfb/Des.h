// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace portlight::rfb {

/// The Data Encryption Standard (FIPS 46-3), encryption of single blocks only: VNC Authentication needs it and nothing
/// else should.
class Des
{
public:
    using Block = std::array<quint8, 8>;

    explicit Des(const Block &key);
    [[nodiscard]] Block encrypt(const Block &plain) const;

private:
    std::array<quint64, 16> m_roundKeys{}; ///< 48 bits each.
};

} // namespace portlight::rfb
