// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QByteArrayView>

#include <array>
#include <utility>
#include <vector>

namespace portlight {

/// Finds many literals in one pass, in any case (ASCII): the automaton of Aho and Corasick (CACM 18/6, 1975) with all
/// transitions worked out. Immutable once made; any thread.
class LiteralSearch
{
public:
    /// Adds a literal that stands for `value`; before compile() only. Empty ones are ignored.
    void add(const QByteArray &literal, int value);
    void compile();

    /// Calls `found` for the value of every literal in `text`, possibly more than once.
    template <typename Found>
    void search(QByteArrayView text, Found &&found) const
    {
        if (m_next.empty())
            return;
        quint32 state = 0;
        for (const char byte : text) {
            state = m_next[size_t(state) * m_letterCount + m_letters[uchar(byte)]];
            for (const int value : m_values[state])
                found(value);
        }
    }

private:
    std::vector<std::pair<QByteArray, int>> m_literals;
    std::array<quint16, 256> m_letters{}; ///< Bytes that no literal holds share letter 0.
    size_t m_letterCount = 1;
    std::vector<quint32> m_next;            ///< State times letter.
    std::vector<std::vector<int>> m_values; ///< Of a state and all its suffixes.
};

} // namespace portlight
