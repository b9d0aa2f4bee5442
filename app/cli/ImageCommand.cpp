// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ImageCommand.h"

#include "cli/CliContext.h"
#include "images/ImageBuilder.h"
#include "images/ImageCheck.h"
#include "images/ImageStore.h"
#include "vms/VmStore.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

class ImageCommands
{
    Q_DECLARE_TR_FUNCTIONS(ImageCommand)

public:
    explicit ImageCommands(CliContext &context)
        : m_context(context)
    {
    }

    void add(CLI::App &image)
    {
        CLI::App &build = command(image, "build", "Build a golden image from a recipe", &ImageCommands::build);
        build.add_option("recipe", m_reference, "desktop, browser or a recipe's .json file")->required();
        build.add_option("--name", m_name, "Another name for the image")->type_name("NAME");
        build.add_flag("--no-package-cache", m_withoutCache, "Download all packages anew");
        command(image, "list", "List the golden images", &ImageCommands::list);
        named(command(image, "show", "Show all about one image", &ImageCommands::show));
        CLI::App &check = command(image, "check", "Tell what would go wrong before it boots", &ImageCommands::check);
        check.add_option("image", m_reference, "NAME, NAME@VERSION or an ext4 file")->required()->type_name("IMAGE");
        named(command(image, "remove", "Remove one version that no VM is based on", &ImageCommands::remove));
    }

private:
    using Action = Result<void> (ImageCommands::*)();

    CLI::App &command(CLI::App &parent, const char *name, const char *about, Action action)
    {
        return m_context.addHostCommand(parent, name, about, [this, action](HostPointer host) {
            m_host = std::move(host);
            return (this->*action)();
        });
    }

    void named(CLI::App &command)
    {
        command.add_option("image", m_reference, "NAME (its newest version) or NAME@VERSION")
            ->required()
            ->type_name("IMAGE");
    }

    [[nodiscard]] QString reference() const { return QString::fromStdString(m_reference); }
    [[nodiscard]] const Cancellation &cancellation() const { return m_context.cancellation(); }
    [[nodiscard]] Result<Image> find() const { return ImageStore(m_host).find(reference(), cancellation()); }

    Result<void> build()
    {
        const auto recipe = Recipe::load(reference());
        if (!recipe)
            return failure(recipe.error());
        ImageBuilder::Options options;
        options.name = QString::fromStdString(m_name);
        options.usePackageCache = !m_withoutCache;
        Progress progress = m_context.progress();
        const auto image = ImageBuilder::build(m_host, *recipe, options, progress);
        if (!image)
            return failure(image.error());
        if (m_context.json())
            m_context.print(image->toJson(false));
        else
            m_context.print(tr("%1 is built: %2 on disk, in %3.")
                                .arg(image->reference(), sizeText(image->diskUsage), image->folder));
        return {};
    }

    Result<void> list()
    {
        const auto images = ImageStore(m_host).list(cancellation());
        if (!images)
            return failure(images.error());
        if (m_context.json()) {
            QJsonArray array;
            for (const Image &image : *images)
                array.append(image.toJson(false));
            m_context.print(array);
            return {};
        }
        if (images->isEmpty())
            m_context.print(tr("There are no images yet. Build one: portlight image build desktop"));
        for (const Image &image : *images)
            m_context.print(u"%1 %2 %3  %4"_s.arg(image.reference(), -16)
                                .arg(sizeText(image.diskUsage), 8)
                                .arg(builtText(image), image.description));
        return {};
    }

    Result<void> show()
    {
        const auto image = find();
        if (!image)
            return failure(image.error());
        const auto users = VmStore(m_host).usersOf(*image, cancellation());
        if (!users)
            return failure(users.error());
        if (m_context.json()) {
            QJsonObject object = image->toJson();
            object.insert(u"used_by"_s, QJsonArray::fromStringList(*users));
            m_context.print(object);
            return {};
        }
        const std::pair<QString, QString> rows[] = {
            {tr("Image"), image->reference()},
            {tr("Description"), image->description},
            {tr("Built"), builtText(*image)},
            {tr("On disk"), sizeText(image->diskUsage)},
            {tr("Root disk"), tr("%1, %2 for the guest").arg(image->rootDisk, sizeText(image->size))},
            {tr("Kernel"), u"%1 (%2)"_s.arg(image->kernel, image->kernelVersion)},
            {tr("Boot arguments"), image->bootArguments},
            {tr("Packages"), QString::number(image->packages.size())},
            {tr("Units"), image->units.join(u", "_s)},
            {tr("Used by"), users->isEmpty() ? tr("no VM") : users->join(u", "_s)}};
        for (const auto &[title, value] : rows)
            m_context.print(u"%1 %2"_s.arg(title, -16).arg(value));
        return {};
    }

    Result<ImageCheck> inspect()
    {
        const QString path = reference();
        if (!path.contains(u'/') && !path.endsWith(u".ext4"_s)) {
            const auto image = find();
            if (!image)
                return failure(image.error());
            return ImageCheck::inspect(*m_host, *image, cancellation());
        }
        // A relative path is meant from where the command was called, which only this machine knows.
        const QString file = m_host->isThisMachine() ? QFileInfo(path).absoluteFilePath() : path;
        return ImageCheck::inspect(*m_host, file, cancellation());
    }

    Result<void> check()
    {
        const auto check = inspect();
        if (!check)
            return failure(check.error());
        m_context.setExitCode(check->passed() ? 0 : 1);
        if (m_context.json()) {
            m_context.print(check->toJson());
            return {};
        }
        using Status = ImageCheck::Finding::Status;
        for (const ImageCheck::Finding &finding : check->findings) {
            const QString sign = finding.status == Status::Passed   ? tr("ok")
                                 : finding.status == Status::Warned ? tr("warning")
                                                                    : tr("FAILED");
            m_context.print(u"%1 %2 %3"_s.arg(sign, -8).arg(finding.text, finding.fix).trimmed());
        }
        m_context.print(check->passed() ? tr("Nothing in this image stands in the way of a desktop.")
                                        : tr("This image would not bring up its desktop."));
        return {};
    }

    Result<void> remove()
    {
        const auto image = find();
        if (!image)
            return failure(image.error());
        const VmStore vms(m_host);
        const auto lock = vms.lockNames(cancellation()); // no VM may be made of it meanwhile
        if (!lock)
            return failure(lock.error());
        const auto users = vms.usersOf(*image, cancellation());
        if (!users)
            return failure(users.error());
        if (auto removed = ImageStore(m_host).remove(*image, *users, cancellation()); !removed)
            return removed;
        if (m_context.json())
            m_context.print(QJsonObject{{u"removed"_s, image->reference()}});
        else
            m_context.print(tr("%1 is removed.").arg(image->reference()));
        return {};
    }

    static QString builtText(const Image &image) { return image.built.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s); }

    CliContext &m_context;
    HostPointer m_host;
    std::string m_reference;
    std::string m_name;
    bool m_withoutCache = false;
};

} // namespace

void addImageCommand(CLI::App &app, CliContext &context)
{
    CLI::App &image = *app.add_subcommand("image", "Golden images that VMs are made of");
    image.require_subcommand(1);
    const auto commands = std::make_shared<ImageCommands>(context);
    commands->add(image);
    image.parse_complete_callback([commands] {}); // keeps the object that the callbacks use
}

} // namespace portlight
