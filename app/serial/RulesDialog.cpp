// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/RulesDialog.h"

#include "serial/LineClassNames.h"
#include "settings/Theme.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace portlight {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostProblems = 5;

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::None:
        return RulesDialog::tr("no severity");
    case Severity::Notice:
        return RulesDialog::tr("notice");
    case Severity::Warning:
        return RulesDialog::tr("warning");
    case Severity::Error:
        return RulesDialog::tr("error");
    case Severity::Fatal:
        return RulesDialog::tr("fatal");
    }
    return {};
}

} // namespace

RulesDialog::RulesDialog(RuleLibrary &library, QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_list(new QListWidget)
    , m_detail(new QLabel)
    , m_problems(new QLabel)
    , m_open(new QPushButton(tr("&Open the folder")))
{
    setWindowTitle(tr("Highlighting rules"));
    resize(ThemeMetrics::length(820, font()), ThemeMetrics::length(520, font()));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &RulesDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling)
            m_library.setEnabled(item->data(Qt::UserRole).toString(), item->checkState() == Qt::Checked);
    });
    connect(m_open, &QPushButton::clicked, this, &RulesDialog::openFolder);
    connect(&m_library, &RuleLibrary::changed, this, &RulesDialog::refresh);
    refresh();
    m_list->setCurrentRow(0);
}

void RulesDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(ThemeMetrics::length(12, font()));
    auto *text =
        new QLabel(tr("These rules decide which lines of a log are failures, warnings or good news. Rules of "
                      "your own are files *.json in a folder of yours; they apply as soon as they are saved."));
    text->setWordWrap(true);
    column->addWidget(text);
    auto *row = new QHBoxLayout;
    m_list->setAccessibleName(tr("Highlighting rules"));
    m_list->setUniformItemSizes(true);
    row->addWidget(m_list, 2);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setMargin(ThemeMetrics::length(8, font()));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_detail);
    row->addWidget(scroll, 3);
    column->addLayout(row, 1);
    m_problems->setWordWrap(true);
    m_problems->setTextFormat(Qt::PlainText);
    updateLook();
    column->addWidget(m_problems);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_open, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

void RulesDialog::refresh()
{
    m_filling = true;
    const QString chosen = m_list->currentItem() ? m_list->currentItem()->data(Qt::UserRole).toString() : QString();
    m_list->clear();
    for (const RuleLibrary::Rule &rule : m_library.rules()) {
        auto *item = new QListWidgetItem(rule.isShipped ? rule.rule.id : tr("%1 (yours)").arg(rule.rule.id), m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(rule.isEnabled ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, rule.rule.id);
        if (rule.rule.id == chosen)
            m_list->setCurrentItem(item);
    }
    m_filling = false;
    QStringList problems;
    for (const RuleProblem &problem : m_library.problems().first(qMin(m_library.problems().size(), mostProblems)))
        problems.append(problem.text());
    if (m_library.problems().size() > mostProblems)
        problems.append(tr("%n more problem(s)", nullptr, int(m_library.problems().size() - mostProblems)));
    m_problems->setText(problems.join(u'\n'));
    m_problems->setVisible(!problems.isEmpty());
    showRule(m_list->currentRow());
}

void RulesDialog::showRule(int row)
{
    if (row < 0 || row >= m_library.rules().size()) {
        m_detail->clear();
        return;
    }
    const HighlightRule &rule = m_library.rules()[row].rule;
    QStringList text{
        tr("Lines that match /%1/ are of the class “%2”, severity: %3.")
            .arg(rule.pattern, LineClassNames::all().value(int(rule.lineClass)), severityText(rule.severity))};
    if (!rule.matches.isEmpty())
        text += {QString(), tr("Lines it means:"), rule.matches.join(u'\n')};
    if (!rule.rejects.isEmpty())
        text += {QString(), tr("Lines it does not mean:"), rule.rejects.join(u'\n')};
    m_detail->setText(text.join(u'\n'));
}

void RulesDialog::openFolder()
{
    if (!m_library.makeFolder() || !QDesktopServices::openUrl(QUrl::fromLocalFile(m_library.folder()))) {
        m_problems->setText(tr("The folder %1 cannot be opened.").arg(m_library.folder()));
        m_problems->show();
    }
}

void RulesDialog::updateLook()
{
    ThemeColors::setTextColor(m_problems, ThemeColors::of(palette()).failing);
}

void RulesDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(this, &RulesDialog::updateLook, Qt::QueuedConnection);
}

QString RulesDialog::detailText() const
{
    return m_detail->text();
}

QString RulesDialog::problemText() const
{
    return m_problems->text();
}

} // namespace portlight
