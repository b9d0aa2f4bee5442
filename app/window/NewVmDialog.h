// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmService.h"
#include "window/MakeRun.h"

#include <QDialog>

#include <chrono>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace portlight {

/// Asks what a new VM shall be and shows beside it what will be made.
class NewVmDialog : public QDialog
{
    Q_OBJECT

public:
    struct Facts
    {
        QList<Image> images;
        QStringList recipes;    ///< Those without an image are offered too: they are built first.
        QStringList takenNames; ///< Of VMs that are there.
        HostFacts host;
        std::optional<std::chrono::milliseconds> bootTime; ///< What other VMs took.
    };
    explicit NewVmDialog(Facts facts, QWidget *parent = nullptr);

    [[nodiscard]] MakeRun::Plan plan() const;
    /// First free name made from the image's: "desktop", "desktop-2".
    [[nodiscard]] static QString freeName(const QString &image, const QStringList &taken);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshTheme();
    void fillImages();
    QWidget *buildForm();
    QWidget *buildSide();
    QWidget *buildFooter();
    void connectFields();
    [[nodiscard]] const Image *image() const;
    [[nodiscard]] QString recipe() const;
    void suggestName();
    [[nodiscard]] static QString nameRule(const QString &name);
    void refreshName();
    void refreshSide();
    void addLine(QVBoxLayout *layout, QLabel *&label, bool monospace = false);

    Facts m_facts;
    QComboBox *m_image;
    QLineEdit *m_name;
    QLabel *m_nameNote;
    QLabel *m_nameIcon;
    QSpinBox *m_memory;
    QSpinBox *m_processors;
    QCheckBox *m_debug;
    QLabel *m_made = nullptr;
    QLabel *m_arguments = nullptr;
    QPushButton *m_create;
    QString m_suggested;
};

} // namespace portlight
