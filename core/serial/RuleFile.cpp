// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/RuleFile.h"

#include "serial/JsonPlaces.h"
#include "serial/LineClassifier.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <array>
#include <optional>
#include <utility>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Value, size_t Count>
std::optional<Value> valueOf(const std::array<std::pair<QLatin1StringView, Value>, Count> &names, const QString &name)
{
    for (const auto &[known, value] : names) {
        if (known == name)
            return value;
    }
    return {};
}

constexpr std::array<std::pair<QLatin1StringView, LineClass>, 8> Classes{{
    {"plain"_L1, LineClass::Plain},
    {"kernel"_L1, LineClass::Kernel},
    {"service"_L1, LineClass::Service},
    {"report"_L1, LineClass::Report},
    {"good"_L1, LineClass::Good},
    {"warning"_L1, LineClass::Warning},
    {"failure"_L1, LineClass::Failure},
    {"vmm"_L1, LineClass::Vmm},
}};

constexpr std::array<std::pair<QLatin1StringView, Severity>, 5> Severities{{
    {"none"_L1, Severity::None},
    {"notice"_L1, Severity::Notice},
    {"warning"_L1, Severity::Warning},
    {"error"_L1, Severity::Error},
    {"fatal"_L1, Severity::Fatal},
}};

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValueConstRef item : value.toArray())
        result.append(item.toString());
    return result;
}

/// Why the object is no rule; empty when it is one.
QString readRule(const QJsonObject &object, HighlightRule &rule)
{
    rule.id = object["id"_L1].toString();
    if (rule.id.isEmpty())
        return u"a rule needs an \"id\""_s;
    const auto lineClass = valueOf(Classes, object["class"_L1].toString());
    if (!lineClass)
        return u"unknown \"class\": \"%1\""_s.arg(object["class"_L1].toString());
    const auto severity = valueOf(Severities, object["severity"_L1].toString(u"none"_s));
    if (!severity)
        return u"unknown \"severity\": \"%1\""_s.arg(object["severity"_L1].toString());
    rule.lineClass = *lineClass;
    rule.severity = *severity;
    rule.pattern = object["pattern"_L1].toString();
    rule.ignoreCase = object["ignoreCase"_L1].toBool();
    rule.matches = strings(object["matches"_L1]);
    rule.rejects = strings(object["rejects"_L1]);
    for (const QString &literal : strings(object["literals"_L1]))
        rule.literals.append(literal.toUtf8());
    if (rule.literals.contains(QByteArray()))
        return u"\"literals\" must not be empty"_s;
    if (rule.pattern.isEmpty())
        return u"a rule needs a \"pattern\""_s;
    const QRegularExpression expression(rule.pattern);
    if (!expression.isValid())
        return u"\"pattern\" is broken at character %1: %2"_s.arg(expression.patternErrorOffset())
            .arg(expression.errorString());
    return {};
}

} // namespace

RuleFile RuleFile::parse(const QByteArray &json, const QString &name)
{
    RuleFile file;
    const auto report = [&](qsizetype offset, const QString &id, const QString &message) {
        const JsonPlaces::Place place = JsonPlaces::placeOf(json, offset);
        file.problems.append({name, place.line, place.column, id, message});
    };
    if (json.size() > MostBytes) {
        report(0, {}, u"the file is larger than 1 MiB"_s);
        return file;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        report(error.offset, {}, error.errorString());
        return file;
    }
    const QJsonValue list = document.object()["rules"_L1];
    if (!list.isArray()) {
        report(0, {}, u"there is no list named \"rules\""_s);
        return file;
    }
    const QList<qsizetype> places = JsonPlaces::itemsOf(json, "rules");
    QSet<QString> ids;
    for (qsizetype i = 0; i < list.toArray().size(); ++i) {
        HighlightRule rule;
        QString problem = readRule(list.toArray()[i].toObject(), rule);
        if (problem.isEmpty() && ids.contains(rule.id))
            problem = u"there is a rule with this id already"_s;
        if (!problem.isEmpty()) {
            report(places.value(i, 0), rule.id, problem);
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
    for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile source(info.filePath());
        if (!source.open(QIODevice::ReadOnly)) {
            all.problems.append({info.fileName(), 1, 1, {}, source.errorString()});
            continue;
        }
        const RuleFile file = parse(source.read(MostBytes + 1), info.fileName());
        all.problems.append(file.problems);
        for (const HighlightRule &rule : file.rules) {
            if (ids.contains(rule.id)) {
                all.problems.append({info.fileName(), 1, 1, rule.id, u"another file has a rule with this id"_s});
                continue;
            }
            ids.insert(rule.id);
            all.rules.append(rule);
        }
    }
    return all;
}

QList<RuleProblem> RuleFile::checkSamples(const QList<HighlightRule> &rules)
{
    QList<RuleProblem> problems;
    for (const HighlightRule &rule : rules) {
        const auto best = PatternMatcher::make({rule.linePattern()});
        const auto regex = PatternMatcher::make({rule.linePattern()}, PatternMatcher::Engine::Regex);
        const auto matches = [&](const QString &sample, bool wanted) {
            const QByteArray line = sample.toUtf8();
            const bool first = best->firstMatch(line) == 0;
            // Literals that stand in no sample are seen only where they are used.
            return wanted ? first && regex->firstMatch(line) == 0 : first || regex->firstMatch(line) == 0;
        };
        const auto report = [&](const QString &message) {
            problems.append({{}, 0, 0, rule.id, message});
        };
        if (rule.matches.isEmpty())
            report(u"has no sample that must match"_s);
        for (const QString &sample : rule.matches) {
            if (!matches(sample, true))
                report(u"does not match its sample \"%1\""_s.arg(sample));
        }
        for (const QString &sample : rule.rejects) {
            if (matches(sample, false))
                report(u"matches \"%1\", which it must not"_s.arg(sample));
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
