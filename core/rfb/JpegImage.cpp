// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/JpegImage.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A progressive picture of few bytes and a great many scans would keep us busy for minutes.
constexpr int maximumScans = 64;

constexpr J_COLOR_SPACE framebufferColours = Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? JCS_EXT_BGRA : JCS_EXT_ARGB;

/// libjpeg reports errors by a function that must not return.
struct JpegReader
{
    jpeg_decompress_struct decompress;
    jpeg_error_mgr errors;
    jpeg_progress_mgr progress;
    std::jmp_buf failed;
};

JpegReader *readerOf(j_common_ptr common)
{
    return static_cast<JpegReader *>(common->client_data);
}

[[noreturn]] void giveUp(j_common_ptr common)
{
    std::longjmp(readerOf(common)->failed, 1);
}

/// Warnings stand for repaired damage. That a server's picture is cut off or garbled is an error here.
void hearMessage(j_common_ptr common, int level)
{
    const int code = common->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE))
        giveUp(common);
}

void hearNothing(j_common_ptr) {}

void countScans(j_common_ptr common)
{
    if (readerOf(common)->decompress.input_scan_number > maximumScans)
        giveUp(common);
}

/// No object with a destructor may live here: longjmp() would pass it by.
bool readPicture(JpegReader &reader, const uchar *data, qsizetype size, const QRect &rect, Framebuffer &framebuffer)
{
    if (setjmp(reader.failed) != 0) // NOLINT(cert-err52-cpp): libjpeg knows no other way
        return false;
    jpeg_decompress_struct &decompress = reader.decompress;
    jpeg_mem_src(&decompress, data, static_cast<unsigned long>(size));
    if (jpeg_read_header(&decompress, TRUE) != JPEG_HEADER_OK)
        return false;
    if (decompress.image_width != JDIMENSION(rect.width()) || decompress.image_height != JDIMENSION(rect.height()))
        return false;
    decompress.out_color_space = framebufferColours;
    jpeg_start_decompress(&decompress);
    while (decompress.output_scanline < decompress.output_height) {
        quint32 *const pixels = framebuffer.row(rect.y() + int(decompress.output_scanline)) + rect.x();
        JSAMPROW row = reinterpret_cast<JSAMPROW>(pixels);
        jpeg_read_scanlines(&decompress, &row, 1);
    }
    jpeg_finish_decompress(&decompress);
    return true;
}

QString sizeProblem(const JpegReader &reader, const QRect &rect)
{
    const auto width = reader.decompress.image_width;
    const auto height = reader.decompress.image_height;
    if (width == 0 || (int(width) == rect.width() && int(height) == rect.height()))
        return u"broken JPEG data"_s;
    return u"JPEG picture is %1x%2"_s.arg(width).arg(height);
}

} // namespace

QString decodeJpeg(const uchar *data, qsizetype size, const QRect &rect, Framebuffer &framebuffer)
{
    JpegReader reader{};
    reader.decompress.err = jpeg_std_error(&reader.errors);
    reader.errors.error_exit = giveUp;
    reader.errors.emit_message = hearMessage;
    reader.errors.output_message = hearNothing;
    reader.decompress.client_data = &reader;
    if (setjmp(reader.failed) != 0) // NOLINT(cert-err52-cpp): out of memory in the next line
        return u"no memory for JPEG"_s;
    jpeg_create_decompress(&reader.decompress);
    reader.progress.progress_monitor = countScans;
    reader.decompress.progress = &reader.progress;
    const bool valid = readPicture(reader, data, size, rect, framebuffer);
    QString problem;
    if (!valid)
        problem = sizeProblem(reader, rect);
    jpeg_destroy_decompress(&reader.decompress);
    return problem;
}

} // namespace portlight::rfb
