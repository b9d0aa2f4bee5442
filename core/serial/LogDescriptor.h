// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

class QString;

namespace portlight {

/// An open file that is read and written at places, never at a position. Any thread.
class LogDescriptor
{
public:
    explicit LogDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    /// Closes it.
    ~LogDescriptor();
    LogDescriptor(const LogDescriptor &) = delete;
    LogDescriptor &operator=(const LogDescriptor &) = delete;

    /// A second descriptor of the same file; null when there is none left.
    [[nodiscard]] static std::shared_ptr<LogDescriptor> duplicate(int descriptor);
    /// A new file without a name, which goes away with its descriptor; null where the folder cannot be written.
    [[nodiscard]] static std::shared_ptr<LogDescriptor> temporary(const QString &folder);

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isSameFile(int descriptor) const;
    /// How many bytes there were up to `length`; less where the file ends, -1 when it cannot be read (errno).
    [[nodiscard]] qint64 read(qint64 offset, char *to, qint64 length) const;
    /// False when there was no room for all.
    [[nodiscard]] bool write(qint64 offset, const char *from, qint64 length) const;

private:
    int m_descriptor;
};

} // namespace portlight
