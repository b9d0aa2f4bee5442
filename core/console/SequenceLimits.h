// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace portlight {

/// Leaves out control sequences (ECMA-48 CSI) that no program writes and that libvterm (0.1.4) cannot bear: it writes
/// behind its table when a sequence has more than 16 parts (separated by ";" or ":"), and counts without limit. The
/// same for other escape sequences with many intermediates, and for those that leave UTF-8. Everything else passes.
/// Works on a stream that is cut anywhere.
class SequenceLimits
{
public:
    static constexpr int MostSeparators = 15;
    static constexpr int MostDigits = 5;
    static constexpr int MostIntermediates = 4;
    static constexpr qsizetype MostBytes = 128;

    /// The bytes to give to libvterm. An unfinished sequence is kept until its end has come.
    [[nodiscard]] QByteArray pass(QByteArrayView bytes);
    /// pass() would give back these very bytes.
    [[nodiscard]] bool isUntouched(QByteArrayView bytes) const;

private:
    enum class State { Ground, Escape, Sequence };
    void take(char byte, QByteArray &passed);
    void takeAfterEscape(char byte, QByteArray &passed);
    void takeInSequence(char byte, QByteArray &passed);
    void begin(char byte);
    void end();

    State m_state = State::Ground;
    QByteArray m_sequence; ///< From its escape on.
    int m_separators = 0;
    int m_digits = 0; ///< Of the current part.
    int m_intermediates = 0;
    bool m_isTooLong = false;
};

} // namespace portlight
