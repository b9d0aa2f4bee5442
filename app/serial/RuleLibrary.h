// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "serial/HighlightRule.h"
#include "serial/LineClassifier.h"

#include <QFileSystemWatcher>
#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace portlight {

class Settings;

/// The highlighting rules in force: the user's own, then those that are shipped, without what is switched off. A rule
/// of the user's takes the place of a shipped one with the same id. The user's folder is read again when something in
/// it changes. GUI thread; reading and compiling happen in another one.
class RuleLibrary : public QObject
{
    Q_OBJECT

public:
    struct Rule
    {
        HighlightRule rule;
        bool isShipped = true;
        bool isEnabled = true;
    };

    /// Reads the user's rules soon; changed() tells. `settings` outlive it.
    explicit RuleLibrary(Settings &settings, QObject *parent = nullptr);

    /// For new logs. Never null.
    [[nodiscard]] std::shared_ptr<const LineClassifier> classifier() const { return m_classifier; }
    /// The user's first, then by id.
    [[nodiscard]] const QList<Rule> &rules() const { return m_rules; }
    /// What is wrong with the user's rules; those that are right work.
    [[nodiscard]] const QList<RuleProblem> &problems() const { return m_problems; }
    void setEnabled(const QString &id, bool enabled);
    [[nodiscard]] QString folder() const;
    /// Makes the user's folder where there is none, with a file that explains itself. False when that fails.
    bool makeFolder();
    /// Reads everything again.
    void reload();

Q_SIGNALS:
    /// Other rules are in force, or other problems are known.
    void changed();

private:
    struct Loaded
    {
        QList<Rule> rules;
        QList<RuleProblem> problems;
        std::shared_ptr<const LineClassifier> classifier;
    };
    [[nodiscard]] static Loaded load(const QString &folder, const QStringList &disabled);
    void take(const Loaded &loaded);
    void watch();

    Settings &m_settings;
    std::shared_ptr<const LineClassifier> m_classifier;
    QList<Rule> m_rules;
    QList<RuleProblem> m_problems;
    QFileSystemWatcher m_watcher;
    QTimer m_pause; ///< Editors write a file in several steps.
    int m_round = 0;
};

} // namespace portlight
