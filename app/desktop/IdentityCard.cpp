// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/IdentityCard.h"

#include "desktop/IconSentence.h"
#include "settings/Theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

IdentityCard::IdentityCard(QWidget *parent)
    : QuestionCard(parent)
    , m_problem(new IconSentence(this))
    , m_grid(new QGridLayout)
    , m_sure(new QCheckBox(tr("I have &made sure that it has changed for a good reason."), this))
    , m_once(addButton(tr("Trust this &once")))
    , m_always(addButton(tr("&Trust and remember")))
{
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    middle()->addWidget(m_problem);
    middle()->addLayout(m_grid);
    middle()->addWidget(m_sure);
    setTabOrder(m_sure, m_always);
    setTabOrder(m_always, m_once);
    setTabOrder(m_once, cancelButton());
    connect(m_sure, &QCheckBox::toggled, this, [this](bool sure) {
        m_always->setEnabled(sure);
        m_once->setEnabled(sure);
    });
    connect(m_always, &QPushButton::clicked, this, &IdentityCard::trustedAlways);
    connect(m_once, &QPushButton::clicked, this, &IdentityCard::trustedOnce);
}

QString IdentityCard::grouped(const QByteArray &sha256)
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    QStringList lines;
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 4) {
        groups.append(hex.mid(at, 4));
        if (groups.size() == 8 || at + 4 >= hex.size()) {
            lines.append(groups.join(u' '));
            groups.clear();
        }
    }
    return lines.join(u'\n');
}

QString IdentityCard::dashed(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex('-'));
}

void IdentityCard::setIdentity(const QString &name, const rfb::ServerIdentity &identity, bool known)
{
    if (identity.sha256 == m_shown && isVisibleTo(parentWidget()))
        return;
    m_shown = identity.sha256;
    if (known)
        setTexts(tr("%1 is not the server that it was.").arg(name),
                 tr("You have trusted another identity here before. Somebody may be standing between you and the "
                    "server; or it was installed anew. Compare the fingerprint with the server's before you go on."));
    else
        setTexts(
            tr("Is this really %1?").arg(name),
            tr("Nobody vouches for this server. Compare the fingerprint with the server's, or trust it if you have "
               "just set it up."));
    m_problem->setSentence(known ? Icon::Cross : Icon::Triangle, known ? &ThemeColors::failing : &ThemeColors::warning,
                           identity.problem);
    setAlarming(known);
    clearFacts();
    const QLocale locale;
    if (identity.kind == rfb::ServerIdentity::Kind::Certificate) {
        addFact(tr("Made out for"), identity.subject);
        addFact(tr("Issued by"), identity.issuer);
        if (identity.validFrom.isValid() && identity.validUntil.isValid())
            addFact(tr("Valid"), tr("%1 to %2")
                                     .arg(locale.toString(identity.validFrom.date(), QLocale::ShortFormat),
                                          locale.toString(identity.validUntil.date(), QLocale::ShortFormat)));
    } else if (!identity.novncFingerprint.isEmpty()) {
        addFact(tr("As noVNC shows it"), dashed(identity.novncFingerprint), true);
    }
    addFact(tr("SHA-256"), grouped(identity.sha256), true);
    m_sure->setVisible(known);
    m_sure->setChecked(false);
    m_always->setEnabled(!known);
    m_once->setEnabled(!known);
    adjustSize();
}

void IdentityCard::addFact(const QString &name, const QString &value, bool monospace)
{
    if (value.isEmpty())
        return;
    const Fact fact{new QLabel(name, this), new QLabel(value, this), monospace};
    fact.value->setTextFormat(Qt::PlainText);
    fact.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fact.value->setWordWrap(!monospace);
    fact.value->setAccessibleName(name + u": "_s + value);
    const int row = int(m_facts.size());
    m_grid->addWidget(fact.name, row, 0, Qt::AlignTop);
    m_grid->addWidget(fact.value, row, 1);
    m_facts.append(fact);
    refreshLook();
}

void IdentityCard::clearFacts()
{
    for (const Fact &fact : std::as_const(m_facts)) {
        delete fact.name;
        delete fact.value;
    }
    m_facts.clear();
}

QList<std::pair<QString, QString>> IdentityCard::facts() const
{
    QList<std::pair<QString, QString>> facts;
    for (const Fact &fact : m_facts)
        facts.append({fact.name->text(), fact.value->text()});
    return facts;
}

QString IdentityCard::problem() const
{
    return m_problem->sentence();
}

void IdentityCard::refreshLook()
{
    QuestionCard::refreshLook();
    for (const Fact &fact : std::as_const(m_facts)) {
        ThemeColors::setTextColor(fact.name, ThemeColors::of(palette()).dim);
        if (fact.monospace)
            fact.value->setFont(ThemeMetrics::monospace(font(), 12));
    }
}

} // namespace portlight
