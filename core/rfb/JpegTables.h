// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace portlight::rfb {

/// The quantisation and Huffman tables of JPEG pictures, which the JPEG encoding carries over from one rectangle to the
/// next (rfbproto, "JPEG Encoding"; ITU-T T.81, B.2.4).
class JpegTables
{
public:
    /// Remembers the tables in the content of a DQT or DHT segment, without marker and length; false when it is none.
    [[nodiscard]] bool addQuantisation(QByteArrayView content);
    [[nodiscard]] bool addHuffman(QByteArrayView content);

    /// All of them as segments, as they would stand in a picture.
    [[nodiscard]] QByteArray segments() const;
    /// Takes what segments() gave; false when it is something else.
    [[nodiscard]] bool restore(QByteArrayView segments);

private:
    std::array<QByteArray, 4> m_quantisation;
    std::array<QByteArray, 8> m_huffman; ///< Four for DC, four for AC.
};

} // namespace portlight::rfb
