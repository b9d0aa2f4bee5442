// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/KeyringSession.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr int patience = 90'000;
const char marker[] = "PORTLIGHT_KEYRING_SESSION";

} // namespace

QStringList KeyringSession::missingPrograms()
{
    QStringList missing;
    for (const QString &program : {u"dbus-run-session"_s, u"gnome-keyring-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            missing.append(program);
    }
    return missing;
}

bool KeyringSession::isInside()
{
    return qEnvironmentVariableIsSet(marker);
}

QString KeyringSession::run(const QString &function)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(QString::fromLatin1(marker), u"1"_s);
    for (const QString &name : {u"CONFIG"_s, u"DATA"_s, u"CACHE"_s})
        environment.insert(u"XDG_%1_HOME"_s.arg(name), m_home.filePath(name.toLower()));
    const QString runtime = m_home.filePath(u"run"_s);
    QDir().mkpath(runtime);
    QFile::setPermissions(runtime, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    environment.insert(u"XDG_RUNTIME_DIR"_s, runtime);
    environment.insert(u"XDG_CURRENT_DESKTOP"_s, u"GNOME"_s);
    environment.remove(u"DISPLAY"_s);
    QProcess inner;
    inner.setProcessEnvironment(environment);
    inner.setProcessChannelMode(QProcess::MergedChannels);
    inner.start(u"dbus-run-session"_s,
                {u"--"_s, u"sh"_s, u"-c"_s,
                 u"printf opensesame | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "
                 "exec \"$1\" \"$2\""_s,
                 u"sh"_s, QCoreApplication::applicationFilePath(), function});
    const bool ended = inner.waitForFinished(patience);
    m_said = inner.readAll();
    if (ended && inner.exitStatus() == QProcess::NormalExit && inner.exitCode() == 0)
        return {};
    return u"The inner test failed: %1"_s.arg(QString::fromUtf8(m_said));
}

QByteArray KeyringSession::everythingIn(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace portlight
