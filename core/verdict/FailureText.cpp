// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/FailureText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// Key, sentence and fix. %1 is the endpoint or subject, %2 what was seen.
struct Row
{
    const char *key;
    const char *summary;
    const char *fix;
};

constexpr std::array rows{
    Row{"auth.failed", QT_TRANSLATE_NOOP("FailureText", "No login at the VNC server on %1. %2"),
        QT_TRANSLATE_NOOP("FailureText",
                          "Check the password; the guest keeps it in the file that Xvnc's -rfbauth option names.")},
    Row{"auth.required", QT_TRANSLATE_NOOP("FailureText", "The VNC server on %1 asks for a password."),
        QT_TRANSLATE_NOOP("FailureText", "Give the password; on the command line with --password-file.")},
    Row{"auth.required@user",
        QT_TRANSLATE_NOOP("FailureText", "The VNC server on %1 asks for a user name and a password."),
        QT_TRANSLATE_NOOP("FailureText", "Give the user in the address, as in vnc://user@host, and the password; on "
                                         "the command line with --password-file.")},
    Row{"auth.unsupported", QT_TRANSLATE_NOOP("FailureText", "No login at the VNC server on %1. %2"),
        QT_TRANSLATE_NOOP("FailureText", "Let the VNC server offer no login (None) or a VNC password (VncAuth).")},
    Row{"framebuffer.timeout",
        QT_TRANSLATE_NOOP("FailureText", "%1 greeted as a VNC server but sent no complete picture in time."),
        QT_TRANSLATE_NOOP(
            "FailureText",
            "The VNC server hangs or the connection is very slow. Look at the guest's load and at Xvnc's log.")},
    Row{"framebuffer.timeout@closed",
        QT_TRANSLATE_NOOP("FailureText", "%1 closed the connection before a complete picture came. %2"),
        QT_TRANSLATE_NOOP("FailureText", "Xvnc may have crashed. Look at the guest's console log.")},
    Row{"host.unreachable", QT_TRANSLATE_NOOP("FailureText", "The host %1 is out of reach: %2"),
        QT_TRANSLATE_NOOP("FailureText", "Check the host's name, the network and your access to it.")},
    Row{"http.not-novnc", QT_TRANSLATE_NOOP("FailureText", "%1 speaks HTTP but serves no noVNC page (%2)."),
        QT_TRANSLATE_NOOP("FailureText",
                          "Start websockify with --web and noVNC's folder; the desktop itself may work without it.")},
    Row{"input.no-response",
        QT_TRANSLATE_NOOP("FailureText", "The desktop at %1 does not answer after the pointer was moved."),
        QT_TRANSLATE_NOOP("FailureText",
                          "The session in the guest may hang. Look at its load and at the console log.")},
    Row{"picture.blank",
        QT_TRANSLATE_NOOP("FailureText", "The desktop at %1 is blank: the whole picture has one colour."),
        QT_TRANSLATE_NOOP(
            "FailureText",
            "No session draws on it, or the screen is locked or dark. Check desktop.service in the guest.")},
    Row{"picture.no-session",
        QT_TRANSLATE_NOOP("FailureText",
                          "The desktop at %1 shows only the bare X root pattern: no session has started."),
        QT_TRANSLATE_NOOP("FailureText", "Start a window manager or session in the guest. Check desktop.service.")},
    Row{"picture.too-small", QT_TRANSLATE_NOOP("FailureText", "The desktop at %1 is too small to be used: %2 pixels."),
        QT_TRANSLATE_NOOP("FailureText", "Give Xvnc a larger -geometry, at least 640x480.")},
    Row{"rfb.malformed", QT_TRANSLATE_NOOP("FailureText", "The VNC server on %1 cannot be understood. %2"),
        QT_TRANSLATE_NOOP("FailureText", "The server is faulty, or something on the way changes the bytes.")},
    Row{"rfb.malformed@silent",
        QT_TRANSLATE_NOOP("FailureText", "The VNC server on %1 stopped answering in the middle of the greeting (%2)."),
        QT_TRANSLATE_NOOP("FailureText", "The VNC server hangs. Look at the guest's load and at Xvnc's log.")},
    Row{"rfb.no-banner",
        QT_TRANSLATE_NOOP("FailureText",
                          "%1 is connected but no VNC server answers. Nobody may be listening in the guest."),
        QT_TRANSLATE_NOOP("FailureText",
                          "Check in the guest that Xvnc runs and that websockify forwards to its port (5901).")},
    Row{"rfb.no-banner@closed",
        QT_TRANSLATE_NOOP("FailureText",
                          "%1 was closed before a VNC server answered. Nobody may be listening in the guest. %2"),
        QT_TRANSLATE_NOOP("FailureText",
                          "Check in the guest that Xvnc runs and that websockify forwards to its port (5901).")},
    Row{"rfb.not-rfb", QT_TRANSLATE_NOOP("FailureText", "There is no VNC server on %1. %2"),
        QT_TRANSLATE_NOOP("FailureText",
                          "Another service is behind this port. Check the address and websockify's target.")},
    Row{"rfb.refused", QT_TRANSLATE_NOOP("FailureText", "The VNC server on %1 lets nobody in. %2"),
        QT_TRANSLATE_NOOP(
            "FailureText",
            "Follow the server's reason; after several wrong passwords it refuses everybody for a while.")},
    Row{"tcp.name-not-found", QT_TRANSLATE_NOOP("FailureText", "The name in %1 cannot be resolved."),
        QT_TRANSLATE_NOOP("FailureText", "Check the spelling, or use the address.")},
    Row{"tcp.refused", QT_TRANSLATE_NOOP("FailureText", "Nobody listens on %1."),
        QT_TRANSLATE_NOOP(
            "FailureText",
            "Check in the guest that novnc.service runs and that it is bound to this port on all addresses.")},
    Row{"tcp.timeout", QT_TRANSLATE_NOOP("FailureText", "%1 does not answer."),
        QT_TRANSLATE_NOOP(
            "FailureText",
            "The guest is not up, or a firewall drops the connection. Check the address and the network.")},
    Row{"tcp.unreachable", QT_TRANSLATE_NOOP("FailureText", "There is no way to %1: %2"),
        QT_TRANSLATE_NOOP("FailureText", "Check the address, the network and the bridge or TAP device of the VM.")},
    Row{"tls.failed", QT_TRANSLATE_NOOP("FailureText", "No TLS connection to %1: %2"),
        QT_TRANSLATE_NOOP("FailureText",
                          "Check that this port speaks TLS; without it the address begins with ws:// or http://.")},
    Row{"tls.untrusted", QT_TRANSLATE_NOOP("FailureText", "The certificate of %1 is not trusted: %2"),
        QT_TRANSLATE_NOOP(
            "FailureText",
            "Give the server a certificate that this machine trusts, or add its authority to the system's.")},
    Row{"tls.untrusted@key",
        QT_TRANSLATE_NOOP("FailureText", "The key of the VNC server on %1 is not known; its fingerprint is %2."),
        QT_TRANSLATE_NOOP("FailureText",
                          "Open the desktop in the window and compare the fingerprint with the server's once.")},
    Row{"vm.no-address",
        QT_TRANSLATE_NOOP("FailureText", "The VM %1 runs, but the address of its desktop is not known."),
        QT_TRANSLATE_NOOP("FailureText", "Wait until it has started, and look at its console log.")},
    Row{"vm.not-running", QT_TRANSLATE_NOOP("FailureText", "The VM %1 is not running."),
        QT_TRANSLATE_NOOP("FailureText", "Start it with: portlight vm start %1")},
    Row{"websocket.closed",
        QT_TRANSLATE_NOOP(
            "FailureText",
            "%1 took the connection and closed it before the WebSocket was open. Nobody may be listening in the "
            "guest."),
        QT_TRANSLATE_NOOP(
            "FailureText",
            "Check in the guest that novnc.service (websockify) runs and is bound to the port on all addresses.")},
    Row{"websocket.rejected", QT_TRANSLATE_NOOP("FailureText", "%1 refuses the WebSocket with HTTP status %2."),
        QT_TRANSLATE_NOOP("FailureText",
                          "Check the path and token in the address, and that websockify serves this port.")},
    Row{"websocket.rejected@answer", QT_TRANSLATE_NOOP("FailureText", "%1 opens no WebSocket: %2."),
        QT_TRANSLATE_NOOP("FailureText",
                          "Check that websockify serves this port, and the path and token in the address.")},
    Row{"websocket.timeout",
        QT_TRANSLATE_NOOP("FailureText", "%1 took the connection but did not answer the WebSocket request."),
        QT_TRANSLATE_NOOP("FailureText",
                          "The guest may still be starting or hang. Check novnc.service (websockify) in the guest.")},
};

const Row *rowOf(const QString &key)
{
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const Row &each) { return key == QLatin1StringView(each.key); });
    return row == rows.end() ? nullptr : &*row;
}

/// Replaces all places at once, so that a server's text with "%2" in it stays as it is.
QString filled(const char *text, const QString &subject, const QString &seen)
{
    const QString sentence = QCoreApplication::translate("FailureText", text);
    QString result;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const QStringView two = QStringView(sentence).mid(i, 2);
        if (two == u"%1" || two == u"%2") {
            result += two.back() == u'1' ? subject : seen;
            ++i;
        } else {
            result += sentence.at(i);
        }
    }
    return result.trimmed();
}

} // namespace

StageFailure stageFailure(Stage stage, const QString &key, const QStringList &arguments)
{
    const QString id = key.section(u'@', 0, 0);
    const QString subject = tamedText(arguments.value(0));
    const QString seen = tamedText(arguments.value(1));
    if (const Row *row = rowOf(key))
        return {stage, id, filled(row->summary, subject, seen), filled(row->fix, subject, seen)};
    return {stage, id, QCoreApplication::translate("FailureText", "The check failed (%1).").arg(id), {}};
}

QStringList failureIds()
{
    QStringList ids;
    for (const Row &row : rows)
        ids.append(QString::fromLatin1(row.key).section(u'@', 0, 0));
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

QString tamedText(const QString &text, int most)
{
    QString tame = text.left(most * 4);
    for (QChar &character : tame) {
        // Control, format (bidirectional overrides), private and unassigned characters can lie about what is written.
        const bool printable = character.isPrint() && character.category() != QChar::Other_Format;
        if (!printable && !character.isSurrogate())
            character = u' ';
    }
    tame = tame.simplified();
    if (tame.size() <= most)
        return tame;
    return tame.left(most - 1) + u'…';
}

} // namespace portlight
