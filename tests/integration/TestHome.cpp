// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/TestHome.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

QString useTestHome()
{
    QString home = qEnvironmentVariable("PORTLIGHT_TEST_HOME");
    if (home.isEmpty())
        home = QStringLiteral(PORTLIGHT_BINARY_DIR) + u"/test-home"_s;
    QDir().mkpath(home);
    qputenv("PORTLIGHT_HOME", home.toUtf8());
    return home;
}

QByteArray recipeStamp()
{
    QStringList paths;
    QDirIterator files(QStringLiteral(PORTLIGHT_SOURCE_DIR) + u"/resources/guest"_s, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << files.next();
    paths.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : paths) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(path.toUtf8() + file.readAll());
    }
    return hash.result().toHex();
}

QString whyNoGuests()
{
    for (const QString &tool : {u"qemu-system-x86_64"_s, u"qemu-img"_s, u"mmdebstrap"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            return tool + u" is not installed."_s;
    }
    return {};
}

QString portlightProgram()
{
    return QStringLiteral(PORTLIGHT_BINARY_DIR) + u"/portlight"_s;
}

} // namespace portlight
