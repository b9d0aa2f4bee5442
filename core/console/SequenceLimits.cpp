// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SequenceLimits.h"

namespace portlight {

namespace {

constexpr char Escape = '\x1b';
constexpr char Cancel = '\x18';
constexpr char Substitute = '\x1a';

} // namespace

bool SequenceLimits::isUntouched(QByteArrayView bytes) const
{
    return m_state == State::Ground && !bytes.contains(Escape);
}

QByteArray SequenceLimits::pass(QByteArrayView bytes)
{
    QByteArray passed;
    passed.reserve(bytes.size() + m_sequence.size());
    for (const char byte : bytes)
        take(byte, passed);
    return passed;
}

void SequenceLimits::begin(char byte)
{
    m_state = State::Escape;
    m_sequence = QByteArray(1, byte);
    m_separators = m_digits = m_intermediates = 0;
    m_isTooLong = false;
}

void SequenceLimits::take(char byte, QByteArray &passed)
{
    if (byte == Escape)
        begin(byte);
    else if (m_state == State::Sequence)
        takeInSequence(byte, passed);
    else if (m_state == State::Escape)
        takeAfterEscape(byte, passed);
    else
        passed += byte;
}

void SequenceLimits::end()
{
    m_sequence.clear();
    m_state = State::Ground;
}

void SequenceLimits::takeAfterEscape(char byte, QByteArray &passed)
{
    const auto value = quint8(byte);
    if (value < 0x20 || value >= 0x7f) {
        // libvterm would still wait for the rest behind it.
        if (value >= 0x7f || byte == Cancel || byte == Substitute)
            end();
        passed += byte;
        return;
    }
    const bool isFirst = m_sequence.size() == 1;
    m_sequence += byte;
    if (byte == '[' && isFirst) {
        m_state = State::Sequence;
        return;
    }
    // Another coding than UTF-8 (ESC %) would bring control sequences that begin without an escape; and libvterm takes
    // the bracket for the beginning of one behind intermediates too.
    m_isTooLong = m_isTooLong || (byte == '%' && isFirst) || byte == '[';
    if (value < 0x30) {
        m_isTooLong = m_isTooLong || ++m_intermediates > MostIntermediates;
        m_sequence.truncate(MostBytes);
        return;
    }
    if (!m_isTooLong)
        passed += m_sequence;
    end();
}

void SequenceLimits::takeInSequence(char byte, QByteArray &passed)
{
    const auto value = quint8(byte);
    if (value < 0x20 && byte != Cancel && byte != Substitute) { // Obeyed in the middle of a sequence.
        passed += byte;
        return;
    }
    if (value < 0x20 || value >= 0x7f) {
        end();
        passed += byte;
        return;
    }
    const bool isDigit = byte >= '0' && byte <= '9';
    m_digits = isDigit ? m_digits + 1 : 0;
    m_separators += byte == ';' || byte == ':' ? 1 : 0;
    m_intermediates += value < 0x30 ? 1 : 0;
    m_isTooLong = m_isTooLong || m_digits > MostDigits || m_separators > MostSeparators ||
                  m_intermediates > MostIntermediates || m_sequence.size() >= MostBytes;
    if (!m_isTooLong)
        m_sequence += byte;
    if (value < 0x40)
        return;
    if (!m_isTooLong)
        passed += m_sequence;
    end();
}

} // namespace portlight
