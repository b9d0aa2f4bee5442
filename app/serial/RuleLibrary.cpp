// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/RuleLibrary.h"

#include "serial/RuleFile.h"
#include "serial/UserCache.h"
#include "settings/Settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

#include <algorithm>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pauseMilliseconds = 300;

/// What a new folder holds: one rule that works, and matches nothing that anybody has.
constexpr QLatin1StringView example(R"({
  "rules": [
    {
      "id": "example.my-service",
      "class": "failure",
      "severity": "error",
      "pattern": "my-service: cannot .*",
      "matches": ["my-service: cannot reach the database"],
      "rejects": ["my-service: ready"]
    }
  ]
}
)");

} // namespace

RuleLibrary::RuleLibrary(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_classifier(LineClassifier::shipped())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &RuleLibrary::reload);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_pause, qOverload<>(&QTimer::start));
    for (const HighlightRule &rule : m_classifier->rules())
        m_rules.append({rule, true, true});
    const bool isOwn = QDir(folder()).exists() || !m_settings.disabledRules().isEmpty();
    watch();
    if (isOwn)
        reload();
}

QString RuleLibrary::folder() const
{
    return m_settings.rulesFolder();
}

bool RuleLibrary::makeFolder()
{
    QDir folder(this->folder());
    if (folder.exists())
        return true;
    if (!folder.mkpath(u"."_s))
        return false;
    QFile file(folder.filePath(u"example.json"_s));
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.write(example.data(), example.size());
    watch();
    reload();
    return true;
}

void RuleLibrary::watch()
{
    const QDir folder(this->folder());
    QStringList paths;
    if (folder.exists()) {
        paths.append(folder.path());
        for (const QFileInfo &file : folder.entryInfoList({u"*.json"_s}, QDir::Files))
            paths.append(file.filePath());
    }
    // A file that an editor replaced is not watched any more.
    for (const QString &path : std::as_const(paths)) {
        if (!m_watcher.files().contains(path) && !m_watcher.directories().contains(path))
            m_watcher.addPath(path);
    }
}

RuleLibrary::Loaded RuleLibrary::load(const QString &folder, const QStringList &disabled)
{
    const auto shipped = LineClassifier::shipped();
    const RuleFile own = QDir(folder).exists() ? RuleFile::readFolder(folder) : RuleFile();
    const RuleFile all = RuleFile::together(shipped->rules(), own);
    Loaded loaded;
    loaded.problems = all.problems + RuleFile::checkSamples(own.rules, PatternMatcher::Engine::Best, false);
    QSet<QString> known;
    QSet<QString> switchedOff(disabled.begin(), disabled.end());
    QList<HighlightRule> inForce;
    const auto list = [&](const HighlightRule &rule, bool isShipped) {
        known.insert(rule.id);
        loaded.rules.append({rule, isShipped, !switchedOff.contains(rule.id)});
    };
    for (const HighlightRule &rule : own.rules) {
        if (rule.off)
            switchedOff.insert(rule.id);
        else
            list(rule, false);
    }
    for (const HighlightRule &rule : shipped->rules()) {
        if (!known.contains(rule.id))
            list(rule, true);
    }
    for (const HighlightRule &rule : all.rules) {
        if (!switchedOff.contains(rule.id))
            inForce.append(rule);
    }
    const bool asShipped = own.rules.isEmpty() && inForce.size() == shipped->rules().size();
    loaded.classifier = asShipped ? shipped
                                  : std::make_shared<const LineClassifier>(
                                        std::move(inForce), PatternMatcher::Engine::Best, UserCache::folder());
    std::stable_sort(loaded.rules.begin(), loaded.rules.end(), [](const Rule &first, const Rule &second) {
        return first.isShipped != second.isShipped ? !first.isShipped : first.rule.id < second.rule.id;
    });
    return loaded;
}

void RuleLibrary::reload()
{
    const int round = ++m_round;
    const QPointer<RuleLibrary> library(this);
    QThreadPool::globalInstance()->start(
        [library, round, folder = folder(), disabled = m_settings.disabledRules(), parent = qApp] {
            const Loaded loaded = load(folder, disabled);
            QMetaObject::invokeMethod(parent, [library, round, loaded] {
                if (library && library->m_round == round)
                    library->take(loaded);
            });
        });
}

void RuleLibrary::take(const Loaded &loaded)
{
    m_rules = loaded.rules;
    m_problems = loaded.problems;
    m_classifier = loaded.classifier;
    watch();
    Q_EMIT changed();
}

void RuleLibrary::setEnabled(const QString &id, bool enabled)
{
    QStringList disabled = m_settings.disabledRules();
    disabled.removeAll(id);
    if (!enabled)
        disabled.append(id);
    m_settings.setDisabledRules(disabled);
    reload();
}

} // namespace portlight
