// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/BuildFiles.h"

#include "images/BuildTools.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

Result<QByteArray> readSource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Usage, u"recipe.unreadable"_s,
                       QCoreApplication::translate("Recipe", "The recipe's file %1 cannot be read: %2.")
                           .arg(path, file.errorString()));
    if (file.size() > largestFile)
        return failure(ErrorKind::Usage, u"recipe.unreadable"_s,
                       QCoreApplication::translate("Recipe", "The recipe's file %1 is larger than 64 MB.").arg(path));
    return file.readAll();
}

QByteArray lines(const QStringList &texts)
{
    return texts.isEmpty() ? QByteArray() : texts.join(u'\n').toUtf8() + '\n';
}

Result<void> writeGuestFiles(Host &host, const Recipe &recipe, const QString &folder, const Cancellation &cancellation)
{
    for (const Recipe::File &file : recipe.files) {
        const auto bytes = readSource(file.source);
        if (!bytes)
            return failure(bytes.error());
        const QString path = folder + file.target;
        if (auto made = host.makeFolder(path.section(u'/', 0, -2), 0755, cancellation); !made)
            return made;
        if (auto written = host.writeFile(path, *bytes, file.mode, cancellation); !written)
            return written;
    }
    return {};
}

/// The files belong to root in the guest, whoever builds it.
Result<void> packGuestFiles(Host &host, const QString &folder, const Cancellation &cancellation)
{
    const auto packed =
        host.run(BuildTools::command({u"tar"_s, u"--owner=0"_s, u"--group=0"_s, u"--numeric-owner"_s, u"--sort=name"_s,
                                      u"-cf"_s, folder + u"/files.tar"_s, u"-C"_s, folder + u"/files"_s, u"."_s}),
                 cancellation);
    if (!packed)
        return failure(packed.error());
    if (packed->succeeded())
        return {};
    return failure(ErrorKind::Failed, u"image.build-failed"_s,
                   QCoreApplication::translate("ImageBuilder", "The recipe's files could not be packed."), {},
                   packed->complaint());
}

} // namespace

Result<void> writeBuildFiles(Host &host, const Recipe &recipe, const QString &folder, const Cancellation &cancellation)
{
    if (auto made = host.makeFolder(folder + u"/files"_s, 0755, cancellation); !made)
        return made;
    if (auto written = writeGuestFiles(host, recipe, folder + u"/files"_s, cancellation); !written)
        return written;
    const std::pair<QString, QByteArray> settings[] = {
        {u"host-name"_s, recipe.hostName.toUtf8()}, {u"user"_s, recipe.userName.toUtf8()},
        {u"mirror"_s, recipe.mirror.toUtf8()},      {u"suite"_s, recipe.suite.toUtf8()},
        {u"enable"_s, lines(recipe.enable)},        {u"mask"_s, lines(recipe.mask)},
        {u"commands"_s, lines(recipe.commands)}};
    for (const auto &[name, text] : settings) {
        if (auto written = host.writeFile(folder + u'/' + name, text, 0644, cancellation); !written)
            return written;
    }
    for (const QString &script : {u"setup"_s, u"finish"_s}) {
        const auto bytes = readSource(u":/guest/build/"_s + script);
        if (!bytes)
            return failure(bytes.error());
        if (auto written = host.writeFile(folder + u'/' + script, *bytes, 0755, cancellation); !written)
            return written;
    }
    return packGuestFiles(host, folder, cancellation);
}

} // namespace portlight
