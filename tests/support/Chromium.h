// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QTemporaryDir>
#include <QWebSocket>

namespace portlight {

/// One page in a Chromium without a window, driven through the DevTools protocol. Blocks, with an event loop of its
/// own.
class Chromium
{
public:
    ~Chromium();

    /// Its program, or empty.
    [[nodiscard]] static QString program();
    /// Opens the page in a browser of its own; an error, or empty.
    [[nodiscard]] QString open(const QString &url);
    /// The value of a JavaScript expression, promises awaited; undefined after an exception.
    [[nodiscard]] QJsonValue evaluate(const QString &expression);
    /// Until the expression has this value; what it was last otherwise.
    [[nodiscard]] QString waitFor(const QString &expression, const QString &value, int milliseconds = 15000);

private:
    [[nodiscard]] bool connectTo(const QUrl &url);
    [[nodiscard]] QJsonObject call(const QString &method, const QJsonObject &parameters);

    QTemporaryDir m_folder;
    QProcess m_process;
    std::unique_ptr<QWebSocket> m_socket;
    int m_calls = 0;
};

} // namespace portlight
