// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;

namespace portlight {

class VmListModel;

/// The list of VMs with a search field above it and the New VM button below.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(VmListModel &model, QWidget *parent = nullptr);

    /// Id of the selected VM, empty for none.
    [[nodiscard]] QString selectedVm() const;
    void selectVm(const QString &id);
    void focusSearch();
    void focusList();
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] QPushButton *newVmButton() const { return m_newVm; }
    /// What the line above the list says, e.g. "3 running".
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void vmSelected(const QString &id);
    void vmActivated(const QString &id);
    void newVmRequested();
    /// A right click; `where` in global coordinates.
    void menuRequested(const QString &id, const QPoint &where);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectList();
    void refreshSummary();
    void refreshTheme();

    VmListModel &m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QAction *m_searchIcon;
    QLabel *m_searchHint;
    QLabel *m_machineIcon;
    QLabel *m_machine;
    QLabel *m_summary;
    QListView *m_list;
    QLabel *m_nothing;
    QPushButton *m_newVm;
    QString m_wanted; ///< Selected as soon as it is listed.
};

} // namespace portlight
