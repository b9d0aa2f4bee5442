// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/NewVmDialog.h"

#include "settings/Icons.h"
#include "settings/Theme.h"
#include "window/HumanText.h"
#include "window/Panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr auto dimProperty = "portlight-dim";
constexpr int leastMemory = 256;
constexpr int mostMemory = 262'144;
constexpr int usualMemory = 1024;
constexpr int mostProcessors = 32;
constexpr int usualProcessors = 2;

QString builtText(const QDateTime &built)
{
    const QDate day = built.toLocalTime().date();
    const QDate today = QDate::currentDate();
    if (day == today)
        return NewVmDialog::tr("built today");
    return NewVmDialog::tr("built on %1").arg(QLocale().toString(day, QLocale::ShortFormat));
}

QLabel *dimLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty(dimProperty, true);
    ThemeColors::setTextColor(label, ThemeColors::of(parent->palette()).dim);
    return label;
}

} // namespace

NewVmDialog::NewVmDialog(Facts facts, QWidget *parent)
    : QDialog(parent)
    , m_facts(std::move(facts))
    , m_image(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_nameNote(dimLabel({}, this))
    , m_nameIcon(new QLabel(this))
    , m_memory(new QSpinBox(this))
    , m_processors(new QSpinBox(this))
    , m_debug(new QCheckBox(tr("Kernel and services talk more (debug)"), this))
    , m_create(new QPushButton(tr("Create and start"), this))
{
    setWindowTitle(tr("New VM"));
    fillImages();
    auto *title = new QLabel(tr("New VM"), this);
    title->setFont(ThemeMetrics::font(font(), 17, QFont::DemiBold));
    title->setContentsMargins(20, 16, 20, 12);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildForm(), 1);
    middle->addWidget(buildSide());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addLayout(middle, 1);
    layout->addWidget(buildFooter());
    connectFields();
    suggestName();
    refreshSide();
    m_name->setFocus();
    m_name->selectAll();
    setMinimumWidth(ThemeMetrics::length(760, font()));
}

void NewVmDialog::fillImages()
{
    for (qsizetype index = 0; index < m_facts.images.size(); ++index) {
        const Image &image = m_facts.images[index];
        m_image->addItem(tr("%1 v%2, %3").arg(image.name).arg(image.version).arg(builtText(image.built)), int(index));
    }
    for (const QString &recipe : m_facts.recipes) {
        const bool built = std::any_of(m_facts.images.begin(), m_facts.images.end(), [&recipe](const Image &image) {
            return image.recipe == recipe || image.name == recipe;
        });
        if (!built)
            m_image->addItem(tr("%1, built first (some minutes)").arg(recipe), recipe);
    }
}

QWidget *NewVmDialog::buildForm()
{
    auto *form = new QWidget(this);
    m_image->setAccessibleName(tr("Image"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(63);
    m_memory->setRange(leastMemory, mostMemory);
    m_memory->setSingleStep(256);
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setValue(usualMemory);
    m_memory->setAccessibleName(tr("Memory"));
    m_processors->setRange(1, mostProcessors);
    m_processors->setValue(usualProcessors);
    m_processors->setAccessibleName(tr("Processors"));
    auto *note = new QHBoxLayout;
    note->setSpacing(4);
    note->addWidget(m_nameIcon);
    note->addWidget(m_nameNote, 1);
    auto *name = new QVBoxLayout;
    name->setSpacing(4);
    name->addWidget(m_name);
    name->addLayout(note);
    auto *memory = new QVBoxLayout;
    memory->setSpacing(4);
    memory->addWidget(m_memory);
    if (m_facts.host.memoryFree > 0) {
        const double gib = double(m_facts.host.memoryFree) / (1024.0 * 1024 * 1024);
        memory->addWidget(dimLabel(tr("of %1 GiB free").arg(QLocale().toString(gib, 'f', gib < 10 ? 1 : 0)), form));
    }
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(20, 8, 20, 20);
    layout->setHorizontalSpacing(24);
    layout->setVerticalSpacing(10);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setLabelAlignment(Qt::AlignLeft);
    layout->addRow(dimLabel(tr("Image"), form), m_image);
    layout->addRow(dimLabel(tr("Name"), form), name);
    layout->addRow(dimLabel(tr("Memory"), form), memory);
    layout->addRow(dimLabel(tr("Processors"), form), m_processors);
    layout->addRow(dimLabel(tr("Boot"), form), m_debug);
    return form;
}

QWidget *NewVmDialog::buildSide()
{
    auto *side = new Panel(&ThemeColors::window, Qt::LeftEdge, this);
    side->setFixedWidth(ThemeMetrics::length(286, font()));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(8);
    const auto heading = [&](const QString &text) {
        auto *label = new QLabel(text, side);
        label->setFont(ThemeMetrics::font(font(), 13, QFont::DemiBold));
        layout->addWidget(label);
    };
    heading(tr("What will be made"));
    addLine(layout, m_made);
    layout->addSpacing(8);
    heading(tr("Boot arguments"));
    addLine(layout, m_arguments, true);
    layout->addStretch(1);
    return side;
}

void NewVmDialog::addLine(QVBoxLayout *layout, QLabel *&label, bool monospace)
{
    label = dimLabel({}, this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(monospace ? ThemeMetrics::monospace(font(), 11.5) : ThemeMetrics::font(font(), 12.5));
    layout->addWidget(label);
}

QWidget *NewVmDialog::buildFooter()
{
    auto *footer = new Panel(&ThemeColors::surface, Qt::TopEdge, this);
    auto *cancel = new QPushButton(tr("Cancel"), footer);
    m_create->setProperty("accent", true);
    m_create->setDefault(true);
    cancel->setAutoDefault(false);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(20, 13, 20, 12);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_create);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    return footer;
}

void NewVmDialog::connectFields()
{
    connect(m_image, &QComboBox::currentIndexChanged, this, [this] {
        suggestName();
        refreshSide();
    });
    connect(m_name, &QLineEdit::textChanged, this, &NewVmDialog::refreshName);
    connect(m_debug, &QCheckBox::toggled, this, &NewVmDialog::refreshSide);
    refreshName();
}

const Image *NewVmDialog::image() const
{
    const QVariant chosen = m_image->currentData();
    return chosen.typeId() == QMetaType::Int ? &m_facts.images[chosen.toInt()] : nullptr;
}

QString NewVmDialog::recipe() const
{
    const QVariant chosen = m_image->currentData();
    return chosen.typeId() == QMetaType::QString ? chosen.toString() : QString();
}

QString NewVmDialog::freeName(const QString &image, const QStringList &taken)
{
    QString name = image;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1-%2"_s.arg(image).arg(number);
    return name;
}

void NewVmDialog::suggestName()
{
    // A name that somebody typed is kept.
    if (m_name->text() != m_suggested)
        return;
    const Image *chosen = image();
    m_suggested = freeName(chosen != nullptr ? chosen->name : recipe(), m_facts.takenNames);
    m_name->setText(m_suggested);
}

/// Which of the rules a name breaks; one line, as the form must not grow while somebody types.
QString NewVmDialog::nameRule(const QString &name)
{
    static const QRegularExpression idLike(u"^[0-9a-f]{12}$"_s);
    if (name.isEmpty())
        return tr("a VM needs a name");
    if (idLike.match(name).hasMatch())
        return tr("looks like the id of a VM");
    if (!name.front().isLetterOrNumber())
        return tr("begin with a letter or a digit");
    return tr("letters, digits, dots, - and _ only");
}

void NewVmDialog::refreshName()
{
    const ThemeColors &colors = ThemeColors::of(palette());
    const QString name = m_name->text();
    const bool valid = VmRequest::isValidName(name);
    const bool free = valid && !m_facts.takenNames.contains(name);
    m_nameNote->setText(free ? tr("free") : valid ? tr("taken by another VM") : nameRule(name));
    const QColor color = free ? colors.verified : colors.failing;
    m_nameIcon->setPixmap(
        Icons::pixmap(free ? Icon::Check : Icon::Cross, ThemeMetrics::length(14, font()), color, devicePixelRatioF()));
    ThemeColors::setTextColor(m_nameNote, color);
    m_create->setEnabled(free && m_image->count() > 0);
}

void NewVmDialog::refreshSide()
{
    const Image *chosen = image();
    const QString name = chosen != nullptr ? tr("%1 v%2").arg(chosen->name).arg(chosen->version) : recipe();
    QStringList lines;
    if (chosen == nullptr && !recipe().isEmpty())
        lines.append(tr("A new image from the recipe “%1”").arg(recipe()));
    lines.append(tr("QEMU microvm, with KVM where it works, else software emulation"));
    lines.append(tr("Disk: overlay on %1, under 1 MB at first").arg(name));
    lines.append(tr("6080 at 127.0.0.1, a free port"));
    lines.append(tr("Console: serial-console.log"));
    if (m_facts.bootTime)
        lines.append(tr("Expected to answer after about %1").arg(HumanText::span(*m_facts.bootTime)));
    QString html;
    for (const QString &line : lines)
        html += u"<p style='margin:0 0 6px 0'>%1</p>"_s.arg(line.toHtmlEscaped());
    m_made->setTextFormat(Qt::RichText);
    m_made->setText(html);
    QString arguments = chosen != nullptr ? chosen->bootArguments : tr("Those of the image.");
    if (m_debug->isChecked())
        arguments += u'\n' + tr("and those for more messages");
    m_arguments->setText(arguments);
}

MakeRun::Plan NewVmDialog::plan() const
{
    MakeRun::Plan plan;
    plan.request.name = m_name->text();
    if (const Image *chosen = image())
        plan.request.image = *chosen;
    else
        plan.recipe = recipe();
    plan.request.memoryMiB = m_memory->value();
    plan.request.processors = m_processors->value();
    plan.request.debugBoot = m_debug->isChecked();
    return plan;
}

void NewVmDialog::changeEvent(QEvent *event)
{
    if (ThemeColors::isLookChange(*event))
        QMetaObject::invokeMethod(
            this, [this] { refreshTheme(); }, Qt::QueuedConnection);
    QDialog::changeEvent(event);
}

void NewVmDialog::refreshTheme()
{
    for (QLabel *label : findChildren<QLabel *>()) {
        if (label->property(dimProperty).toBool())
            ThemeColors::setTextColor(label, ThemeColors::of(palette()).dim);
    }
    refreshName();
}

void NewVmDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), ThemeColors::of(palette()).surface);
}

} // namespace portlight
