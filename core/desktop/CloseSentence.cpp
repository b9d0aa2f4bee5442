// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/CloseSentence.h"

#include "verdict/FailureText.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

QString meaning(int code, const QString &reason)
{
    switch (code) {
    case 1000:
        return QCoreApplication::translate("CloseSentence",
                                           "The server closed the WebSocket in the normal way (code 1000).");
    case 1001:
        return QCoreApplication::translate("CloseSentence", "The server is shutting down (WebSocket code 1001).");
    case 1002:
        return QCoreApplication::translate("CloseSentence", "The WebSocket protocol was broken (code 1002).");
    case 1003:
        return QCoreApplication::translate("CloseSentence",
                                           "The server does not take binary WebSocket messages (code 1003).");
    case 1005:
        return QCoreApplication::translate("CloseSentence",
                                           "The server closed the WebSocket without saying why (code 1005).");
    case 1006:
        return QCoreApplication::translate("CloseSentence",
                                           "The connection broke off without a WebSocket close message (code 1006).");
    case 1008:
        return QCoreApplication::translate("CloseSentence",
                                           "The server's rules do not allow this connection (WebSocket code 1008).");
    case 1009:
        return QCoreApplication::translate("CloseSentence", "A WebSocket message was too large (code 1009).");
    case 1011:
        // websockify says so when it cannot connect to its target.
        if (reason.contains("downstream"_L1, Qt::CaseInsensitive) || reason.contains("target"_L1, Qt::CaseInsensitive))
            return QCoreApplication::translate("CloseSentence",
                                               "Nothing listens on the VNC port in the guest (WebSocket code 1011).");
        return QCoreApplication::translate("CloseSentence",
                                           "The server met an error of its own (WebSocket code 1011).");
    case 1007:
        return QCoreApplication::translate("CloseSentence", "A WebSocket text message was no text (code 1007).");
    case 1010:
        return QCoreApplication::translate("CloseSentence",
                                           "The two ends could not agree on a WebSocket extension (code 1010).");
    case 1012:
        return QCoreApplication::translate("CloseSentence", "The server is restarting (WebSocket code 1012).");
    case 1013:
        return QCoreApplication::translate("CloseSentence",
                                           "The server is too busy at the moment (WebSocket code 1013).");
    case 1014:
        return QCoreApplication::translate("CloseSentence",
                                           "A gateway got a bad answer from the server behind it (WebSocket code "
                                           "1014).");
    case 1015:
        return QCoreApplication::translate("CloseSentence", "The TLS handshake of the WebSocket failed (code 1015).");
    default:
        return QCoreApplication::translate("CloseSentence", "The server closed the WebSocket with code %1.").arg(code);
    }
}

} // namespace

QString closeSentence(int code, const QString &reason)
{
    const QString words = tamedText(reason);
    if (words.isEmpty())
        return meaning(code, words);
    return QCoreApplication::translate("CloseSentence", "%1 It said: %2").arg(meaning(code, words), words);
}

} // namespace portlight
