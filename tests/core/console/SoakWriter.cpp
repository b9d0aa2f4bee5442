// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/SoakWriter.h"

#include "hosts/LocalHost.h"

#include <QFile>
#include <QtDebug>

#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

SoakWriter::SoakWriter(QString folder, quint32 seed)
    : m_folder(std::move(folder))
    , m_random(seed)
{
    reopen(O_CREAT | O_TRUNC);
}

SoakWriter::~SoakWriter()
{
    close(m_fd);
}

void SoakWriter::reopen(int flags)
{
    if (m_fd >= 0)
        close(m_fd);
    m_fd = open(QFile::encodeName(path()).constData(), O_RDWR | O_CLOEXEC | flags, 0600);
    if (m_fd < 0)
        qFatal("the log cannot be opened");
}

QByteArray SoakWriter::noise(int length)
{
    static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789";
    QByteArray text(length, ' ');
    for (char &c : text)
        c = letters[m_random.bounded(int(sizeof letters) - 1)];
    return text;
}

QByteArray SoakWriter::makeLine()
{
    const QByteArray id = '#' + QByteArray::number(m_number++) + '#';
    switch (m_random.bounded(10)) {
    case 0: // Colours.
        return id + "\x1b[1;31m" + noise(20) + "\x1b[0m " + noise(m_random.bounded(60)) + "\x1b[38;5;17m!\r\n";
    case 1: // Progress.
        return id + noise(10) + '\r' + id + noise(12) + '\r' + id + noise(14) + '\n';
    case 2: // NULs, controls and broken UTF-8.
        return id + QByteArray(m_random.bounded(40), '\0') + noise(8) + "\xc3\x28\x07\x08\xff\n";
    case 3: // Very long, now and then.
        return id + noise(m_random.bounded(20) == 0 ? 150'000 : 3'000) + '\n';
    case 4: // A kernel's.
        return id + "[    1.234567] systemd[1]: " + noise(40) + '\n';
    case 5: // Nothing but a number.
        return id + '\n';
    default:
        return id + noise(m_random.bounded(150)) + '\n';
    }
}

void SoakWriter::put(const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t wrote = write(m_fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (wrote <= 0)
            qFatal("the log cannot be written");
        done += wrote;
    }
    m_lives.back().bytes += bytes;
    m_total += bytes.size();
}

void SoakWriter::writeSome()
{
    if (m_pending.isEmpty())
        m_pending = makeLine();
    const bool whole = isRewriting() || m_random.bounded(3) != 0;
    const qsizetype size = whole ? m_pending.size() : 1 + m_random.bounded(int(m_pending.size()));
    const QByteArray part = m_pending.first(size);
    m_pending = m_pending.sliced(size);
    put(part);
}

void SoakWriter::finishLine()
{
    put(std::exchange(m_pending, {}));
}

bool SoakWriter::canRewrite() const
{
    struct stat status = {};
    return fstat(m_fd, &status) == 0 && status.st_size > 1000;
}

void SoakWriter::begin(Begin how)
{
    m_pending.clear(); // What was cut off stays so.
    const QString aside = m_folder + u"/old-%1"_s.arg(m_file++);
    switch (how) {
    case Begin::First:
        break;
    case Begin::Truncate:
        reopen(O_TRUNC);
        break;
    case Begin::Rewrite:
        reopen(0);
        break;
    case Begin::Rotate:
        ::rename(QFile::encodeName(path()).constData(), QFile::encodeName(aside).constData());
        reopen(O_CREAT | O_TRUNC);
        break;
    case Begin::Remove:
        unlink(QFile::encodeName(path()).constData());
        if (m_random.bounded(2) == 0)
            usleep(20'000);
        reopen(O_CREAT | O_TRUNC);
        break;
    case Begin::Link:
        QFile(aside).open(QIODevice::WriteOnly);
        (void)LocalHost().link(aside, path(), {});
        reopen(0);
        break;
    }
    m_lives.push_back({how, {}});
}

} // namespace portlight
