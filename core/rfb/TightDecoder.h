// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rfb/PackedDecoder.h"
#include "rfb/TightGradient.h"

#include <array>
#include <memory>
#include <optional>

namespace portlight::rfb {

/// One colour, a JPEG picture, or rows of pixels through a filter and one of four zlib streams (rfbproto, "Tight
/// Encoding"); and its variant with PNG pictures instead of the latter (rfbproto, "Tight PNG Encoding").
class TightDecoder final : public PackedDecoder
{
public:
    enum class Form { Tight, TightPng };

    using Streams = std::array<ZlibStream, 4>;

    explicit TightDecoder(Form form)
        : m_form(form)
        , m_streams(std::make_shared<Streams>())
    {
    }
    /// One that goes on with the streams of another, for rectangles in the form Tight.
    explicit TightDecoder(std::shared_ptr<Streams> streams)
        : m_form(Form::Tight)
        , m_streams(std::move(streams))
    {
    }

    /// What the first bytes of a rectangle in the form Tight say of all of it.
    struct Extent
    {
        Status status = Status::NeedMore; ///< Failed: decode() says what is wrong.
        qsizetype size = 0;               ///< Bytes, the first included.
        int stream = -1;                  ///< The zlib stream it goes through; -1: none.
        int resets = 0;                   ///< A bit for each stream that begins anew.
        bool isPicture = false;
    };
    [[nodiscard]] static Extent extent(ByteReader in, const QRect &rect, const PixelConverter &pixels);

    [[nodiscard]] Status decode(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer) override;

    /// For keyframes.
    [[nodiscard]] Streams &streams() { return *m_streams; }
    [[nodiscard]] const std::shared_ptr<Streams> &sharedStreams() const { return m_streams; }
    /// A bit for each.
    void resetStreams(int bits);

protected:
    void reset() override;

private:
    enum class Phase { Header, PlainRows, PackedRows, Jpeg, Png, Finished };
    enum class Filter { Copy = 0, Palette = 1, Gradient = 2 };

    [[nodiscard]] Status readHeader(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer);
    [[nodiscard]] Status readFill(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer);
    [[nodiscard]] Status readPictureHeader(ByteReader &in, Phase phase);
    [[nodiscard]] Status readBasicHeader(ByteReader &in, const PixelConverter &pixels, int kind);
    [[nodiscard]] Status readFilter(ByteReader &in, const PixelConverter &pixels, bool hasFilter);
    [[nodiscard]] Status readPalette(ByteReader &in, const PixelConverter &pixels);
    [[nodiscard]] Status readPlainRows(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer);
    [[nodiscard]] Status readPackedRows(ByteReader &in, const PixelConverter &pixels, Framebuffer &framebuffer);
    [[nodiscard]] Status readPicture(ByteReader &in, Framebuffer &framebuffer);
    [[nodiscard]] bool convertRow(const uchar *bytes, const PixelConverter &pixels, Framebuffer &framebuffer);
    [[nodiscard]] bool convertIndices(const uchar *bytes, quint32 *row);

    const Form m_form;
    std::shared_ptr<Streams> m_streams;
    Phase m_phase = Phase::Header;
    Filter m_filter = Filter::Copy;
    size_t m_stream = 0;
    qsizetype m_rowBytes = 0;
    qsizetype m_pictureBytes = 0;
    int m_row = 0;
    int m_colours = 0;
    std::array<quint32, 256> m_palette{};
    TightGradient m_gradient;
};

} // namespace portlight::rfb
