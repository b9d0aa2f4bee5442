// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LineStoreData.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ReadBytes = 1024 * 1024;

} // namespace

Result<void> LineStore::appendFile(int descriptor, qint64 from, qint64 to, int threads, const FileProgress &progress)
{
    Q_UNUSED(threads)
    QByteArray buffer(ReadBytes, Qt::Uninitialized);
    for (qint64 at = from; at < to;) {
        const ssize_t count = ::pread(descriptor, buffer.data(), size_t(std::min(ReadBytes, to - at)), at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return failure(ErrorKind::Failed, u"file.failed"_s,
                           QCoreApplication::translate("LineStore", "The log cannot be read."), {},
                           count < 0 ? qt_error_string(errno) : QString());
        const Change change = append(QByteArrayView(buffer).first(count), {});
        at += count;
        if (progress && !progress(at - from, change))
            break;
    }
    return {};
}

} // namespace portlight
