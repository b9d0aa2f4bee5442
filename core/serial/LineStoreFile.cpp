// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/FileReading.h"
#include "serial/LineStoreData.h"

namespace portlight {

Result<void> LineStore::appendFile(int descriptor, qint64 from, qint64 to, int threads, const FileProgress &progress)
{
    return FileReading(*d, descriptor, from, to, progress).run(threads);
}

} // namespace portlight
