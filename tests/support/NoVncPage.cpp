// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/NoVncPage.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

/// Every question is answered: logins with what the address says, keys of servers with yes.
constexpr auto page = R"(<!DOCTYPE html>
<meta charset="utf-8">
<body style="margin: 0"><div id="screen" style="width: 800px; height: 600px"></div>
<script type="module">
import RFB from './core/rfb.js';
const wish = new URLSearchParams(location.search);
if (wish.get('lossless') === '1') {
    const send = RFB.messages.clientEncodings;
    RFB.messages.clientEncodings = (socket, encodings) =>
        send(socket, encodings.filter(encoding => encoding < -32 || encoding > -23));
}
const rfb = new RFB(document.getElementById('screen'), wish.get('url'), { shared: true });
window.rfb = rfb;
window.decoded = []; // numbers of encodings
for (const [number, decoder] of Object.entries(rfb._decoders)) {
    const decode = decoder.decodeRect;
    decoder.decodeRect = function (...all) {
        if (!window.decoded.includes(Number(number)))
            window.decoded.push(Number(number));
        return decode.apply(this, all);
    };
}
rfb.addEventListener('clipboard', event => { window.clipboard = event.detail.text; });
window.state = 'connecting';
rfb.addEventListener('connect', () => { window.state = 'connected'; });
rfb.addEventListener('disconnect', () => { window.state = 'disconnected'; });
rfb.addEventListener('securityfailure', event => { window.state = 'refused: ' + event.detail.reason; });
rfb.addEventListener('serververification', () => rfb.approveServer());
rfb.addEventListener('credentialsrequired', () =>
    rfb.sendCredentials({ username: wish.get('user'), password: wish.get('password'), target: 'guest' }));
</script>
)";

QString folderWithNoVnc(const QString &folder)
{
    return QFile::exists(folder + u"/core/rfb.js"_s) ? folder : QString();
}

} // namespace

QStringList NoVncPage::missingParts()
{
    QStringList missing;
    if (Chromium::program().isEmpty())
        missing.append(u"chromium"_s);
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        missing.append(u"python3"_s);
    if (npmFolder().isEmpty())
        missing.append(u"noVNC in build/novnc"_s);
    if (debianFolder().isEmpty())
        missing.append(u"noVNC in /usr/share/novnc"_s);
    return missing;
}

NoVncPage::~NoVncPage()
{
    m_server.terminate();
    if (!m_server.waitForFinished(3000))
        m_server.kill();
    m_server.waitForFinished(3000);
}

QString NoVncPage::debianFolder()
{
    return folderWithNoVnc(u"/usr/share/novnc"_s);
}

QString NoVncPage::npmFolder()
{
    const QString other = qEnvironmentVariable("PORTLIGHT_NOVNC_FOLDER");
    return folderWithNoVnc(other.isEmpty() ? QStringLiteral(PORTLIGHT_SOURCE_DIR) + u"/build/novnc"_s : other);
}

QString NoVncPage::open(const QString &folder, quint16 httpPort, const QString &webSocketUrl, const Login &login,
                        bool isLossless)
{
    for (const QString &part : {u"core"_s, u"vendor"_s})
        QFile::link(folder + u'/' + part, m_folder.filePath(part));
    QFile file(m_folder.filePath(u"page.html"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(page) < 0)
        return file.errorString();
    file.close();
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(u"python3"_s, {u"-m"_s, u"http.server"_s, u"--bind"_s, u"127.0.0.1"_s, u"--directory"_s,
                                  m_folder.path(), QString::number(httpPort)});
    QElapsedTimer clock;
    clock.start();
    QTcpSocket socket;
    do {
        if (m_server.waitForFinished(50) || clock.elapsed() > 15'000)
            return u"The page is not served."_s;
        socket.connectToHost(u"127.0.0.1"_s, httpPort);
    } while (!socket.waitForConnected(500));
    const QString url = u"http://127.0.0.1:%1/page.html?url=%2&user=%3&password=%4&lossless=%5"_s.arg(httpPort).arg(
        webSocketUrl, login.user, login.password, QString::number(isLossless));
    const QString problem = m_browser.open(url);
    if (!problem.isEmpty())
        return problem;
    const QString state = m_browser.waitFor(u"window.state"_s, u"connected"_s, 30'000);
    return state.isEmpty() ? QString() : u"noVNC's state is "_s + state;
}

QImage NoVncPage::picture()
{
    const QString data = m_browser.evaluate(u"document.querySelector('canvas').toDataURL('image/png')"_s).toString();
    return QImage::fromData(QByteArray::fromBase64(data.section(u',', 1).toLatin1()), "PNG")
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace portlight
