// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/DesktopPage.h"
#include "hosts/LocalHost.h"
#include "settings/Theme.h"

#include "support/DesktopStack.h"

#include <QTemporaryDir>

namespace portlight {

/// A viewer's page against a real Xvnc behind a real websockify, fresh for each test function. With
/// PORTLIGHT_SCREENSHOTS set to a folder shoot() writes what is seen there as PNGs.
class DesktopPageFixture : public QObject
{
    Q_OBJECT

protected:
    /// The running VM "a" whose desktop is behind this port.
    [[nodiscard]] static Vm vmAt(quint16 port);
    /// Everything that lies in a folder, for whatever must not be there.
    [[nodiscard]] static QByteArray everythingIn(const QString &folder);

    void makePage();
    void startStack(const QByteArray &password = {}, const QStringList &xvncArguments = {});
    void waitFor(ViewerMode mode);
    /// The page or this widget, dark and light.
    void shoot(const QString &name, QWidget *widget = nullptr);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DesktopStack> m_stack;
    std::unique_ptr<DesktopPage> m_page;
    HostPointer m_host = std::make_shared<LocalHost>();

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

} // namespace portlight
