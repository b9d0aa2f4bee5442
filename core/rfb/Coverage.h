// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

#include <vector>

namespace portlight::rfb {

/// Which pixels of the framebuffer have come from the server: one bit each, exact, until all have come; from then on it
/// costs nothing. Rectangles must lie within the size.
class Coverage
{
public:
    /// Nothing of this size has come yet.
    void reset(QSize size);

    void add(const QRect &rect);
    /// A copy is worth what its source was worth.
    void copy(const QRect &target, QPoint source);

    [[nodiscard]] bool isComplete() const { return m_total > 0 && m_missing == 0; }
    /// 0 to 1, and 1 only when complete.
    [[nodiscard]] double share() const;

private:
    [[nodiscard]] quint64 *words(int y) { return m_words.data() + size_t(y) * m_wordsPerRow; }
    [[nodiscard]] bool covers(const QRect &rect);
    void write(int y, int x, int count, quint64 bits);

    std::vector<quint64> m_words;
    std::vector<int> m_missingInRow;
    std::vector<quint64> m_copiedRow;
    size_t m_wordsPerRow = 0;
    qint64 m_total = 0;
    qint64 m_missing = 0;
};

} // namespace portlight::rfb
