// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/PngImage.h"

#include <csetjmp>
#include <cstring>

#include <png.h>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr png_alloc_size_t largestChunk = 1U << 20; ///< What an ancillary chunk may take.
constexpr png_uint_32 mostCachedChunks = 8;

/// libpng reports errors by a function that must not return.
struct PngReader
{
    png_structp png = nullptr;
    png_infop info = nullptr;
    const uchar *next = nullptr;
    qsizetype left = 0;
    png_uint_32 width = 0;
    png_uint_32 height = 0;
};

[[noreturn]] void giveUp(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void hearNothing(png_structp, png_const_charp) {}

void readBytes(png_structp png, png_bytep to, size_t count)
{
    auto *const reader = static_cast<PngReader *>(png_get_io_ptr(png));
    if (qsizetype(count) > reader->left)
        png_error(png, "cut off");
    std::memcpy(to, reader->next, count);
    reader->next += count;
    reader->left -= qsizetype(count);
}

/// To four bytes a pixel in the framebuffer's order, the unused one 0xff.
void chooseForm(const PngReader &reader)
{
    png_set_expand(reader.png);
    png_set_strip_16(reader.png);
    png_set_strip_alpha(reader.png);
    png_set_gray_to_rgb(reader.png);
    if (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
        png_set_bgr(reader.png);
    png_set_filler(reader.png, 0xff, Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? PNG_FILLER_AFTER : PNG_FILLER_BEFORE);
}

/// No object with a destructor may live here: longjmp() would pass it by.
bool readPicture(PngReader &reader, const QRect &rect, Framebuffer &framebuffer)
{
    if (setjmp(png_jmpbuf(reader.png)) != 0) // NOLINT(cert-err52-cpp): libpng knows no other way
        return false;
    png_set_user_limits(reader.png, png_uint_32(framebuffer.width()), png_uint_32(framebuffer.height()));
    png_set_chunk_malloc_max(reader.png, largestChunk);
    png_set_chunk_cache_max(reader.png, mostCachedChunks);
    png_set_read_fn(reader.png, &reader, readBytes);
    png_read_info(reader.png, reader.info);
    reader.width = png_get_image_width(reader.png, reader.info);
    reader.height = png_get_image_height(reader.png, reader.info);
    if (reader.width != png_uint_32(rect.width()) || reader.height != png_uint_32(rect.height()))
        return false;
    chooseForm(reader);
    const int passes = png_set_interlace_handling(reader.png);
    png_read_update_info(reader.png, reader.info);
    if (png_get_rowbytes(reader.png, reader.info) != size_t(rect.width()) * sizeof(quint32))
        return false;
    for (int pass = 0; pass < passes; ++pass) {
        for (int y = 0; y < rect.height(); ++y)
            png_read_row(reader.png, reinterpret_cast<png_bytep>(framebuffer.row(rect.y() + y) + rect.x()), nullptr);
    }
    png_read_end(reader.png, nullptr);
    return true;
}

} // namespace

QString decodePng(const uchar *data, qsizetype size, const QRect &rect, Framebuffer &framebuffer)
{
    PngReader reader;
    reader.next = data;
    reader.left = size;
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, giveUp, hearNothing);
    reader.info = reader.png != nullptr ? png_create_info_struct(reader.png) : nullptr;
    const bool valid = reader.info != nullptr && readPicture(reader, rect, framebuffer);
    png_destroy_read_struct(&reader.png, &reader.info, nullptr);
    if (valid)
        return {};
    const bool sizeDiffers =
        reader.width != 0 && (int(reader.width) != rect.width() || int(reader.height) != rect.height());
    return sizeDiffers ? u"PNG picture is %1x%2"_s.arg(reader.width).arg(reader.height) : u"broken PNG data"_s;
}

} // namespace portlight::rfb
