// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/RuleFile.h"

#include "serial/JsonPlaces.h"
#include "serial/LineClassNames.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValueConstRef item : value.toArray())
        result.append(item.toString());
    return result;
}

RuleProblem problemOf(const HighlightRule &rule, const QString &message)
{
    return {rule.file, rule.line, rule.column, rule.id, message};
}

} // namespace

QString RuleFile::readPattern(const QJsonObject &object, HighlightRule &rule)
{
    rule.pattern = object["pattern"_L1].toString();
    rule.ignoreCase = object["ignoreCase"_L1].toBool();
    rule.matches = strings(object["matches"_L1]);
    rule.rejects = strings(object["rejects"_L1]);
    for (const QString &literal : strings(object["literals"_L1]))
        rule.literals.append(literal.toUtf8());
    if (std::max({rule.matches.size(), rule.rejects.size(), rule.literals.size()}) > MostTexts)
        return tr("a list holds more than %1 texts").arg(MostTexts);
    if (rule.literals.contains(QByteArray()))
        return tr("\"literals\" must not be empty");
    if (rule.pattern.isEmpty())
        return tr("a rule needs a \"pattern\"");
    if (rule.pattern.size() > MostPatternCharacters)
        return tr("\"pattern\" is longer than %1 characters").arg(MostPatternCharacters);
    const QRegularExpression expression(rule.pattern);
    if (!expression.isValid())
        return tr("\"pattern\" is broken at character %1: %2")
            .arg(expression.patternErrorOffset() + 1)
            .arg(expression.errorString());
    return {};
}

QString RuleFile::readRule(const QJsonObject &object, HighlightRule &rule)
{
    static const QSet<QString> known{u"id"_s,         u"class"_s,   u"severity"_s, u"pattern"_s, u"literals"_s,
                                     u"ignoreCase"_s, u"matches"_s, u"rejects"_s,  u"off"_s,     u"note"_s};
    rule.id = object["id"_L1].toString();
    if (rule.id.isEmpty())
        return tr("a rule needs an \"id\"");
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return tr("nothing is known of \"%1\"").arg(key.left(100));
    }
    rule.off = object["off"_L1].toBool();
    if (rule.off)
        return {};
    const auto lineClass = LineClassNames::classOf(object["class"_L1].toString());
    if (!lineClass)
        return tr("unknown \"class\": \"%1\"").arg(object["class"_L1].toString().left(100));
    const auto severity = LineClassNames::severityOf(object["severity"_L1].toString(u"none"_s));
    if (!severity)
        return tr("unknown \"severity\": \"%1\"").arg(object["severity"_L1].toString().left(100));
    rule.lineClass = *lineClass;
    rule.severity = *severity;
    return readPattern(object, rule);
}

RuleFile RuleFile::parse(const QByteArray &json, const QString &name)
{
    RuleFile file;
    const auto report = [&](qsizetype offset, const QString &message) {
        const JsonPlaces::Place place = JsonPlaces::placeOf(json, offset);
        file.problems.append({name, place.line, place.column, {}, message});
    };
    QJsonParseError error;
    const QJsonDocument document = json.size() > MostBytes ? QJsonDocument() : QJsonDocument::fromJson(json, &error);
    if (json.size() > MostBytes) {
        report(0, tr("the file is larger than 1 MiB"));
        return file;
    }
    if (error.error != QJsonParseError::NoError) {
        report(error.offset, error.errorString());
        return file;
    }
    const QJsonValue value = document.object()["rules"_L1];
    if (!value.isArray()) {
        report(0, tr("there is no list named \"rules\""));
        return file;
    }
    const QJsonArray list = value.toArray();
    const QList<qsizetype> places = JsonPlaces::itemsOf(json, "rules");
    QSet<QString> ids;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const JsonPlaces::Place place = JsonPlaces::placeOf(json, places.value(i, 0));
        if (i == MostRules) {
            file.problems.append(
                {name, place.line, place.column, {}, tr("there are more than %1 rules").arg(MostRules)});
            break;
        }
        HighlightRule rule;
        rule.file = name;
        rule.line = place.line;
        rule.column = place.column;
        QString problem = readRule(list[i].toObject(), rule);
        if (problem.isEmpty() && ids.contains(rule.id))
            problem = tr("there is a rule with this id already");
        if (!problem.isEmpty()) {
            file.problems.append(problemOf(rule, problem));
            continue;
        }
        ids.insert(rule.id);
        file.rules.append(rule);
    }
    return file;
}

RuleFile RuleFile::readFolder(const QString &folder)
{
    RuleFile all;
    QSet<QString> ids;
    int files = 0;
    for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile source(info.filePath());
        if (++files > MostFiles) {
            all.problems.append({info.fileName(), 1, 1, {}, tr("there are more than %1 files").arg(MostFiles)});
            break;
        }
        if (!source.open(QIODevice::ReadOnly)) {
            all.problems.append({info.fileName(), 1, 1, {}, source.errorString()});
            continue;
        }
        const RuleFile file = parse(source.read(MostBytes + 1), info.fileName());
        all.problems.append(file.problems);
        for (const HighlightRule &rule : file.rules) {
            if (ids.contains(rule.id)) {
                all.problems.append(problemOf(rule, tr("another file has a rule with this id")));
                continue;
            }
            if (all.rules.size() >= MostRules) {
                all.problems.append(problemOf(rule, tr("there are more than %1 rules").arg(MostRules)));
                return all;
            }
            ids.insert(rule.id);
            all.rules.append(rule);
        }
    }
    return all;
}

RuleFile RuleFile::together(const QList<HighlightRule> &shipped, const RuleFile &own)
{
    RuleFile all;
    all.problems = own.problems;
    QSet<QString> replaced;
    QSet<QString> known;
    for (const HighlightRule &rule : shipped)
        known.insert(rule.id);
    for (const HighlightRule &rule : own.rules) {
        replaced.insert(rule.id);
        if (!rule.off)
            all.rules.append(rule);
        else if (!known.contains(rule.id))
            all.problems.append(problemOf(rule, tr("there is no shipped rule with this id to switch off")));
    }
    for (const HighlightRule &rule : shipped) {
        if (!replaced.contains(rule.id))
            all.rules.append(rule);
    }
    return all;
}

QList<RuleProblem> RuleFile::checkSamples(const QList<HighlightRule> &rules, PatternMatcher::Engine engine, bool needed)
{
    QList<RuleProblem> problems;
    for (const HighlightRule &rule : rules) {
        if (rule.off)
            continue;
        if (needed && rule.matches.isEmpty())
            problems.append(problemOf(rule, tr("has no sample that must match")));
        if (rule.matches.isEmpty() && rule.rejects.isEmpty())
            continue;
        // Literals that stand in no sample are seen only where they are used.
        std::vector<std::unique_ptr<PatternMatcher>> matchers;
        matchers.push_back(PatternMatcher::make({rule.linePattern()}, PatternMatcher::Engine::Regex));
        if (engine != PatternMatcher::Engine::Regex)
            matchers.push_back(PatternMatcher::make({rule.linePattern()}, engine));
        const auto matching = [&](const QString &sample) {
            const QByteArray line = sample.toUtf8();
            return std::count_if(matchers.begin(), matchers.end(),
                                 [&](const auto &matcher) { return matcher->firstMatch(line) == 0; });
        };
        for (const QString &sample : rule.matches) {
            if (matching(sample) != qsizetype(matchers.size()))
                problems.append(problemOf(rule, tr("does not match its sample \"%1\"").arg(sample)));
        }
        for (const QString &sample : rule.rejects) {
            if (matching(sample) != 0)
                problems.append(problemOf(rule, tr("matches \"%1\", which it must not").arg(sample)));
        }
    }
    return problems;
}

QString RuleProblem::text() const
{
    const QString where = u"%1:%2:%3"_s.arg(file).arg(line).arg(column);
    return ruleId.isEmpty() ? u"%1: %2"_s.arg(where, message) : u"%1: rule \"%2\": %3"_s.arg(where, ruleId, message);
}

} // namespace portlight
