// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/QuestionCard.h"
#include "rfb/ServerIdentity.h"

#include <QList>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace portlight {

class IconSentence;

/// Asks whether to trust a server that nobody vouches for. When it is another one than was trusted before, it says so
/// loudly and wants to be told twice.
class IdentityCard : public QuestionCard
{
    Q_OBJECT

public:
    explicit IdentityCard(QWidget *parent = nullptr);

    /// `known`: something else was accepted for this desktop earlier.
    void setIdentity(const QString &name, const rfb::ServerIdentity &identity, bool known);

    [[nodiscard]] QPushButton *alwaysButton() const { return m_always; }
    [[nodiscard]] QPushButton *onceButton() const { return m_once; }
    [[nodiscard]] QCheckBox *sure() const { return m_sure; }
    [[nodiscard]] QString problem() const;
    /// Name and value of each line, as shown.
    [[nodiscard]] QList<std::pair<QString, QString>> facts() const;

    /// "5f2a 91c0 ...", eight groups in a line.
    [[nodiscard]] static QString grouped(const QByteArray &sha256);
    /// "12-34-56-...", as noVNC and TigerVNC write a key's fingerprint.
    [[nodiscard]] static QString dashed(const QByteArray &bytes);

Q_SIGNALS:
    void trustedAlways();
    void trustedOnce();

protected:
    void refreshLook() override;

private:
    void addFact(const QString &name, const QString &value, bool monospace = false);
    void clearFacts();

    struct Fact
    {
        QLabel *name;
        QLabel *value;
        bool monospace;
    };
    IconSentence *m_problem;
    QGridLayout *m_grid;
    QList<Fact> m_facts;
    QCheckBox *m_sure;
    QPushButton *m_once;
    QPushButton *m_always;
    QByteArray m_shown;
};

} // namespace portlight
