// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/LiteralSearch.h"

#include <queue>

namespace portlight {

namespace {

constexpr quint32 None = ~quint32(0);

} // namespace

void LiteralSearch::add(const QByteArray &literal, int value)
{
    if (literal.isEmpty())
        return;
    m_literals.emplace_back(literal.toLower(), value);
    for (const char byte : m_literals.back().first) {
        auto &letter = m_letters[uchar(byte)];
        if (letter == 0)
            letter = quint16(m_letterCount++);
        if (byte >= 'a' && byte <= 'z')
            m_letters[uchar(byte - 'a' + 'A')] = letter;
    }
}

void LiteralSearch::compile()
{
    const auto addState = [this] {
        m_next.insert(m_next.end(), m_letterCount, None);
        m_values.emplace_back();
        return quint32(m_values.size() - 1);
    };
    m_next.clear();
    m_values.clear();
    addState();
    for (const auto &[literal, value] : m_literals) {
        quint32 state = 0;
        for (const char byte : literal) {
            const size_t at = size_t(state) * m_letterCount + m_letters[uchar(byte)];
            if (m_next[at] == None) {
                const quint32 added = addState();
                m_next[at] = added;
            }
            state = m_next[at];
        }
        m_values[state].push_back(value);
    }
    std::vector<quint32> fallback(m_values.size(), 0);
    std::queue<quint32> states;
    states.push(0);
    while (!states.empty()) {
        const quint32 state = states.front();
        states.pop();
        for (size_t letter = 0; letter < m_letterCount; ++letter) {
            quint32 &next = m_next[size_t(state) * m_letterCount + letter];
            const quint32 other = state == 0 ? 0 : m_next[size_t(fallback[state]) * m_letterCount + letter];
            if (next == None) {
                next = other;
                continue;
            }
            fallback[next] = other;
            const auto inherited = m_values[other];
            m_values[next].insert(m_values[next].end(), inherited.begin(), inherited.end());
            states.push(next);
        }
    }
}

} // namespace portlight
