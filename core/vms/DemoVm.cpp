// SPDX-License-Identifier: GPL-3.0-or-later
#include "vms/DemoVm.h"

#include "images/ImageBuilder.h"
#include "images/ImageStore.h"
#include "vms/VmLifecycle.h"

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

constexpr auto demoName = "demo";
constexpr auto demoImage = "desktop";

Result<Image> imageFor(const HostPointer &host, Progress &progress)
{
    const QString name = QString::fromLatin1(demoImage);
    auto image = ImageStore(host).find(name, progress.cancellation());
    if (image || image.error().id != u"image.unknown")
        return image;
    const auto recipe = Recipe::load(name);
    if (!recipe)
        return failure(recipe.error());
    return ImageBuilder::build(host, *recipe, {}, progress);
}

Result<DemoVm> vmFor(const HostPointer &host, Progress &progress)
{
    auto there = VmStore(host).find(QString::fromLatin1(demoName), progress.cancellation());
    if (there)
        return DemoVm{*std::move(there), false, false};
    if (there.error().id != u"vm.unknown")
        return failure(there.error());
    auto image = imageFor(host, progress);
    if (!image)
        return failure(image.error());
    VmRequest request;
    request.name = QString::fromLatin1(demoName);
    request.image = *std::move(image);
    auto vm = VmLifecycle(host).create(request, progress);
    if (!vm)
        return failure(vm.error());
    return DemoVm{*std::move(vm), false, true};
}

} // namespace

Result<DemoVm> startDemoVm(const HostPointer &host, Progress &progress)
{
    auto demo = vmFor(host, progress);
    if (!demo)
        return demo;
    if (demo->vm.state == VmState::Running)
        return demo;
    VmLifecycle lifecycle(host);
    auto started = demo->vm.state == VmState::Paused ? lifecycle.resume(demo->vm.spec.id, progress)
                                                     : lifecycle.start(demo->vm.spec.id, progress);
    if (!started) {
        Progress silent;
        if (demo->made)
            (void)removeDemoVm(host, *demo, silent);
        return failure(started.error());
    }
    demo->vm = *std::move(started);
    demo->started = true;
    return demo;
}

Result<void> removeDemoVm(const HostPointer &host, const DemoVm &demo, Progress &progress)
{
    return VmLifecycle(host).erase(demo.vm.spec.id, progress);
}

} // namespace portlight
