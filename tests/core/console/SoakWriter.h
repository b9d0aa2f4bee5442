// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

#include <vector>

namespace portlight {

/// Writes numbered lines of all kinds to a log and does to the log what happens to logs; remembers everything.
/// Belongs to one thread.
class SoakWriter
{
public:
    enum class Begin { First, Truncate, Rotate, Remove, Link, Rewrite };
    /// What was written to one file from its beginning.
    struct Life
    {
        Begin begin = Begin::First;
        QByteArray bytes;
    };

    SoakWriter(QString folder, quint32 seed);
    ~SoakWriter();
    SoakWriter(const SoakWriter &) = delete;
    SoakWriter &operator=(const SoakWriter &) = delete;

    [[nodiscard]] QString path() const { return m_folder + QStringLiteral("/serial-console.log"); }
    /// A line, or a part of one that the next call goes on with.
    void writeSome();
    void finishLine();
    void begin(Begin how);

    [[nodiscard]] bool canRewrite() const;
    /// What stands at the end of the file is older: whoever follows can only guess where a line that is not finished
    /// ends.
    [[nodiscard]] bool isRewriting() const { return m_lives.back().begin == Begin::Rewrite; }
    [[nodiscard]] const std::vector<Life> &lives() const { return m_lives; }
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] int bounded(int end) { return m_random.bounded(end); }

private:
    [[nodiscard]] QByteArray makeLine();
    [[nodiscard]] QByteArray noise(int length);
    void put(const QByteArray &bytes);
    void reopen(int flags);

    const QString m_folder;
    QRandomGenerator m_random;
    std::vector<Life> m_lives{Life()};
    QByteArray m_pending;
    qint64 m_total = 0;
    int m_fd = -1;
    int m_number = 0;
    int m_file = 0;
};

} // namespace portlight
