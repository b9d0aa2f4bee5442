// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/HyperscanPattern.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <vector>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView SpacesInLine("\\t\\x0b\\f\\r ");

bool isHex(QChar character)
{
    return character.isDigit() || (character.toLower() >= u'a' && character.toLower() <= u'f');
}

/// Reads an expression that is known to be valid, atom by atom.
class Rewriter
{
public:
    explicit Rewriter(const QString &pattern)
        : m_pattern(pattern)
    {
    }

    HyperscanPattern run()
    {
        m_weights.push_back(0);
        while (m_at < m_pattern.size() && m_result.trust != HyperscanPattern::Trust::None)
            step();
        if (m_weights.front() > HyperscanPattern::MostWeight)
            giveUp();
        m_result.expression = m_out;
        return m_result;
    }

private:
    void step()
    {
        const QChar character = m_pattern[m_at];
        if (character == u'(')
            openGroup();
        else if (character == u')')
            closeGroup();
        else if (character == u'|')
            copy(1);
        else if (character == u'^' || character == u'$')
            copy(1);
        else if (character == u'[')
            characterClass();
        else
            simpleAtom();
    }

    void giveUp() { m_result.trust = HyperscanPattern::Trust::None; }
    void distrust()
    {
        if (m_result.trust == HyperscanPattern::Trust::Exact)
            m_result.trust = HyperscanPattern::Trust::Prefilter;
    }
    [[nodiscard]] QStringView rest() const { return QStringView(m_pattern).sliced(m_at); }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_pattern.size() ? m_pattern[m_at + ahead] : QChar();
    }
    void copy(qsizetype count)
    {
        m_out += m_pattern.sliced(m_at, count).toUtf8();
        m_at += count;
    }

    void openGroup()
    {
        m_weights.push_back(0);
        if (rest().startsWith(u"(*") || m_weights.size() > 200)
            return giveUp();
        if (peek(1) != u'?') {
            copy(1);
            return;
        }
        if (rest().startsWith(u"(?:")) {
            copy(3);
            return;
        }
        if (rest().startsWith(u"(?=") || rest().startsWith(u"(?!")) {
            distrust();
            copy(3);
            return;
        }
        if (rest().startsWith(u"(?<=") || rest().startsWith(u"(?<!")) {
            distrust();
            copy(4);
            return;
        }
        static const QRegularExpression others(u"^\\(\\?(?:(i(?:-[ms]+)?\\)|-i\\)|i:|-i:)|P?<\\w+>|'\\w+')"_s);
        const QRegularExpressionMatch match = others.match(rest().toString());
        if (!match.hasMatch())
            return giveUp();
        const QString flags = match.captured(1);
        m_at += match.capturedLength();
        m_out += flags.isEmpty() ? "(" : QByteArray("(?") + flags.toLatin1();
        if (flags.endsWith(u')'))
            m_weights.pop_back();
    }

    void closeGroup()
    {
        copy(1);
        if (m_weights.size() < 2)
            return giveUp();
        const qint64 weight = m_weights.back();
        m_weights.pop_back();
        quantified(weight, -1, false);
    }

    void characterClass()
    {
        const qsizetype first = m_at;
        const bool negated = peek(1) == u'^';
        m_at += negated ? 2 : 1;
        QByteArray out = negated ? "[^" : "[";
        bool begin = true;
        while (m_at < m_pattern.size() && (begin || m_pattern[m_at] != u']')) {
            begin = false;
            classItem(out);
        }
        ++m_at;
        const QString whole = m_pattern.sliced(first, std::min(m_at, m_pattern.size()) - first);
        if (negated) {
            out += "\\n";
        } else {
            QString checked = whole;
            checked.replace(u"\\s"_s, u" "_s).replace(u"[:space:]"_s, u" "_s);
            const QRegularExpression expression(checked);
            if (!expression.isValid() || expression.match(u"\n"_s).hasMatch())
                return giveUp();
        }
        out += ']';
        atom(out, negated || whole.contains(u"\\S"_s));
    }

    void classItem(QByteArray &out)
    {
        if (rest().startsWith(u"[:space:]")) {
            out += SpacesInLine;
            m_at += 9;
        } else if (rest().startsWith(u"[:")) {
            const qsizetype end = rest().indexOf(u":]");
            out += m_pattern.sliced(m_at, end + 2).toUtf8();
            m_at += end + 2;
        } else if (rest().startsWith(u"\\s")) {
            out += SpacesInLine;
            m_at += 2;
        } else if (peek() == u'\\') {
            const QChar kind = peek(1);
            if (kind.isLetter() && !u"dDwWStrfe"_s.contains(kind) && kind != u'x')
                giveUp();
            if (kind.isDigit() || kind.unicode() >= 0x80 || (kind == u'x' && (!isHex(peek(2)) || !isHex(peek(3)))))
                giveUp();
            out += m_pattern.sliced(m_at, std::min<qsizetype>(2, m_pattern.size() - m_at)).toUtf8();
            m_at += 2;
        } else if (peek() == u'[') {
            out += "\\[";
            ++m_at;
        } else {
            literal(out);
        }
    }

    /// One character as it is.
    void literal(QByteArray &out)
    {
        const bool pair = peek().isHighSurrogate();
        const QString character = m_pattern.sliced(m_at, pair ? 2 : 1);
        if (character == u'\n' || character == QChar())
            giveUp();
        if (character[0].unicode() >= 0x80)
            m_result.needsUtf8 = true;
        out += character.toUtf8();
        m_at += character.size();
    }

    void simpleAtom()
    {
        if (peek() == u'\\')
            return escape();
        if (peek() == u'.') {
            ++m_at;
            return atom("[^\\n]", true);
        }
        QByteArray out;
        if (u"*+?"_s.contains(peek()))
            return giveUp(); // Repeats something without width.
        if (peek() == u'{')
            out = "\\"; // No quantifier, or it would have been taken with its atom.
        literal(out);
        atom(out, false);
    }

    void escape()
    {
        const QChar kind = peek(1);
        const auto replace = [&](QByteArrayView with, bool wide) {
            m_at += 2;
            atom(with.toByteArray(), wide);
        };
        if (kind == u'A' || kind == u'z' || kind == u'Z') {
            m_out += kind == u'A' ? "^" : "$";
            m_at += 2;
        } else if (kind == u'b' || kind == u'B') {
            copy(2);
        } else if (kind == u's') {
            replace("[\\t\\x0b\\f\\r ]", false);
        } else if (kind == u'S') {
            replace("\\S", true);
        } else if (kind == u'W') {
            replace("[^\\w\\n]", true);
        } else if (kind == u'D') {
            replace("[^\\d\\n]", true);
        } else if (kind == u'N') {
            replace("[^\\n]", true);
        } else if (kind == u'x' && isHex(peek(2)) && isHex(peek(3))) {
            const QString digits = m_pattern.sliced(m_at + 2, 2);
            const int value = digits.toInt(nullptr, 16);
            if (value == '\n' || value >= 0x80)
                return giveUp();
            m_at += 4;
            atom("\\x" + digits.toLatin1(), false);
        } else if (u"dwtrfe"_s.contains(kind)) {
            replace(QByteArray("\\") + kind.toLatin1(), false);
        } else if (kind.isDigit() && kind != u'0' && !peek(2).isDigit()) {
            distrust();
            const QByteArray number = QByteArray(1, kind.toLatin1());
            replace("\\" + number, false);
        } else if (kind.isLetterOrNumber() || kind.unicode() >= 0x80 || kind == u'\n' || kind.isNull()) {
            giveUp();
        } else {
            replace(QByteArray("\\") + kind.toLatin1(), false);
        }
    }

    void atom(const QByteArray &text, bool wide)
    {
        const qsizetype begin = m_out.size();
        m_out += text;
        quantified(1, begin, wide);
    }

    /// Takes the quantifier behind what stands in m_out from `begin` on (-1: a group), if there is one.
    void quantified(qint64 weight, qsizetype begin, bool wide)
    {
        static const QRegularExpression form(u"^(?:([*+?])|\\{(\\d+)(,?)(\\d*)\\})([+?]?)"_s);
        const QRegularExpressionMatch match = form.match(rest().left(24).toString());
        if (!match.hasMatch()) {
            m_result.needsUtf8 = m_result.needsUtf8 || wide;
            add(weight);
            return;
        }
        m_at += match.capturedLength();
        if (match.captured(5) == u'+')
            distrust(); // Possessive: what it has taken it does not give back, and Hyperscan does not know that.
        const QString sign = match.captured(1);
        const qint64 least = sign == u'+' ? 1 : match.captured(2).toLongLong(); // 0 for the other signs.
        const bool open = sign == u'+' || sign == u'*' || (match.captured(3) == u',' && match.captured(4).isEmpty());
        const qint64 most = sign == u'?' ? 1 : std::max(least, match.captured(4).toLongLong());
        m_result.needsUtf8 = m_result.needsUtf8 || (wide && !(open && least <= 1));
        add(weight * std::max<qint64>(1, most));
        const bool last = m_weights.size() == 1 && (m_at >= m_pattern.size() || peek() == u'|');
        if (last && least == 0 && begin >= 0) {
            m_out.truncate(begin);
            return;
        }
        if (last && open && least > 0) {
            m_out += least > 1 ? "{" + QByteArray::number(least) + "}" : QByteArray();
            return;
        }
        m_out += match.captured().left(match.capturedLength() - match.capturedLength(5)).toLatin1();
    }

    void add(qint64 weight)
    {
        constexpr qint64 most = std::numeric_limits<int>::max();
        m_weights.back() = std::min(most, m_weights.back() + std::min(most, weight));
    }

    const QString m_pattern;
    qsizetype m_at = 0;
    QByteArray m_out;
    std::vector<qint64> m_weights; ///< Of the groups that are open; the whole pattern first.
    HyperscanPattern m_result;
};

QByteArray escaped(const QString &text)
{
    QByteArray out;
    for (const char byte : text.toUtf8()) {
        const bool word = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        out += word || uchar(byte) >= 0x80 ? QByteArray(1, byte) : "\\x" + QByteArray(1, byte).toHex();
    }
    return out;
}

} // namespace

HyperscanPattern HyperscanPattern::of(const LinePattern &pattern)
{
    if (pattern.isText) {
        HyperscanPattern text;
        text.expression = escaped(pattern.pattern);
        text.needsUtf8 = pattern.ignoreCase && pattern.pattern.toUtf8().size() != pattern.pattern.size();
        if (pattern.pattern.isEmpty() || pattern.pattern.contains(u'\n'))
            text.trust = Trust::None;
        return text;
    }
    if (!QRegularExpression(pattern.pattern).isValid())
        return {{}, Trust::None, false};
    return Rewriter(pattern.pattern).run();
}

} // namespace portlight
