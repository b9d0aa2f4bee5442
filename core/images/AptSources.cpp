// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/AptSources.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QStringList words(const QString &text)
{
    static const QRegularExpression space(u"\\s+"_s);
    return text.split(space, Qt::SkipEmptyParts);
}

} // namespace

AptSources::AptSources(QString suite)
    : m_suite(std::move(suite))
{
}

void AptSources::addList(const QByteArray &text)
{
    static const QRegularExpression shape(u"^\\s*deb\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+(\\S+)\\s+([^#]+)"_s);
    static const QRegularExpression signature(u"signed-by=(\\S+)"_s);
    const QStringList lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines) {
        const auto match = shape.match(line);
        if (match.hasMatch())
            add(match.captured(2), match.captured(3), words(match.captured(4)),
                signature.match(match.captured(1)).captured(1));
    }
}

void AptSources::addStanzas(const QByteArray &text)
{
    static const QRegularExpression blankLine(u"\\n[ \\t]*\\n"_s);
    const QStringList stanzas = QString::fromUtf8(text).split(blankLine);
    for (const QString &stanza : stanzas) {
        QHash<QString, QString> fields;
        QString last;
        const QStringList lines = stanza.split(u'\n');
        for (const QString &line : lines) {
            if (line.startsWith(u'#') || line.trimmed().isEmpty())
                continue;
            if (line.at(0).isSpace()) {
                fields[last] += u' ' + line.trimmed();
                continue;
            }
            last = line.section(u':', 0, 0).trimmed().toLower();
            fields.insert(last, line.section(u':', 1).trimmed());
        }
        if (!words(fields.value(u"types"_s)).contains(u"deb"_s) || fields.value(u"enabled"_s).toLower() == u"no"_s)
            continue;
        const QStringList uris = words(fields.value(u"uris"_s));
        const QStringList suites = words(fields.value(u"suites"_s));
        for (const QString &uri : uris) {
            for (const QString &suite : suites)
                add(uri, suite, words(fields.value(u"components"_s)), fields.value(u"signed-by"_s));
        }
    }
}

void AptSources::add(const QString &uri, const QString &suite, const QStringList &components, const QString &signedBy)
{
    const bool isDebian = signedBy.isEmpty() || signedBy.contains(u"debian-archive"_s);
    const bool isWanted = suite == m_suite || suite == m_suite + u"-updates"_s || suite == m_suite + u"-security"_s;
    const bool isPlain = uri.startsWith(u"http://"_s) || uri.startsWith(u"https://"_s) || uri.startsWith(u"file:/"_s);
    if (!isDebian || !isWanted || !isPlain || !components.contains(u"main"_s))
        return;
    const QString line = u"deb %1 %2 main"_s.arg(uri, suite);
    if (!m_lines.contains(line))
        m_lines.append(line);
    m_hasSuite = m_hasSuite || suite == m_suite;
}

QStringList AptSources::lines() const
{
    return m_hasSuite ? m_lines : QStringList();
}

QStringList AptSources::defaults(const QString &suite, const QString &mirror)
{
    return {u"deb %1 %2 main"_s.arg(mirror, suite), u"deb %1 %2-updates main"_s.arg(mirror, suite)};
}

} // namespace portlight
