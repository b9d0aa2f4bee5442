// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fleet/VmEntry.h"

#include <QScrollArea>

namespace portlight {

class Card;

/// The Details tab: what the VM is, where it lies, how its desktop is reached, and what the last check saw.
class DetailsPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit DetailsPage(QWidget *parent = nullptr);

    void setEntry(const VmEntry &entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void fillVm(const Vm &vm);
    void fillDesktop(const Vm &vm);
    void fillFiles(const Vm &vm);
    void fillProbe();

    std::optional<VmEntry> m_entry;
    QString m_shown; ///< What the cards were made from, so that a selection in them survives the next look.
    Card *m_vm;
    Card *m_desktop;
    Card *m_files;
    Card *m_probe;
};

} // namespace portlight
