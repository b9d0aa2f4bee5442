// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vms/Vm.h"

#include <QDialog>

#include <functional>
#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace portlight {

/// Destroyed VMs that can still be brought back.
class TrashDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TrashDialog(const QStringList &takenNames, QWidget *parent = nullptr);

    void setTrash(const QList<TrashedVm> &trash);
    void setProblem(const QString &text);

Q_SIGNALS:
    /// `newName` is empty when the old one is still free.
    void restoreRequested(const portlight::TrashedVm &vm, const QString &newName);
    /// To read what a destroyed VM said last.
    void logRequested(const portlight::TrashedVm &vm);

private:
    void restore();
    void refreshButtons();
    [[nodiscard]] std::optional<TrashedVm> current() const;

    QStringList m_taken;
    QList<TrashedVm> m_trash;
    QLabel *m_text;
    QListWidget *m_list;
    QPushButton *m_log;
    QPushButton *m_restore;
};

} // namespace portlight
