// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/MakeRun.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MakeRun)
};

/// Typical seconds, so that the percentage moves evenly.
constexpr double buildWeight = 120;
constexpr double createWeight = 1;
constexpr double startWeight = 4;

/// Shows an inner operation as one step of the outer one.
Progress within(Progress &outer)
{
    return Progress(
        [&outer](const Progress::Report &report) {
            outer.setStepPercent(report.percent);
            outer.setDetail(report.detail.isEmpty() ? report.title : report.title + u": "_s + report.detail);
        },
        outer.cancellation());
}

Result<std::optional<Image>> newestImage(VmService &service, const Cancellation &cancellation)
{
    const auto images = service.images(cancellation);
    if (!images)
        return failure(images.error());
    // Listed with the newest version first.
    const auto found = std::find_if(images->begin(), images->end(),
                                    [](const Image &image) { return image.name == MakeRun::demoImage(); });
    return found != images->end() ? std::optional<Image>(*found) : std::nullopt;
}

Result<std::optional<Vm>> existingDemo(VmService &service, const Cancellation &cancellation)
{
    const auto vms = service.list(cancellation);
    if (!vms)
        return failure(vms.error());
    const auto found =
        std::find_if(vms->begin(), vms->end(), [](const Vm &vm) { return vm.spec.name == MakeRun::demoVm(); });
    return found != vms->end() ? std::optional<Vm>(*found) : std::nullopt;
}

Result<Vm> bringUp(VmService &service, const Vm &vm, Progress &progress)
{
    progress.begin({{Text::tr("Starting the VM"), startWeight}});
    progress.next();
    Progress inner = within(progress);
    switch (vm.state) {
    case VmState::Running:
    case VmState::Starting:
        return vm;
    case VmState::Paused:
        return service.resume(vm.spec.id, inner);
    default:
        return service.start(vm.spec.id, inner);
    }
}

} // namespace

Result<Vm> MakeRun::run(VmService &service, const Plan &plan, Progress &progress)
{
    QList<Progress::Step> steps{{Text::tr("Creating the VM"), createWeight},
                                {Text::tr("Starting the VM"), startWeight}};
    if (!plan.recipe.isEmpty())
        steps.prepend({Text::tr("Building the image"), buildWeight});
    progress.begin(steps);
    VmRequest request = plan.request;
    Progress inner = within(progress);
    if (!plan.recipe.isEmpty()) {
        progress.next();
        const auto image = service.buildImage(plan.recipe, inner);
        if (!image)
            return failure(image.error());
        request.image = *image;
    }
    progress.next();
    const auto vm = service.create(request, inner);
    if (!vm)
        return vm;
    progress.next();
    auto started = service.start(vm->spec.id, inner);
    if (started)
        progress.finish();
    return started;
}

Result<Vm> MakeRun::demo(VmService &service, Progress &progress)
{
    const auto existing = existingDemo(service, progress.cancellation());
    if (!existing)
        return failure(existing.error());
    if (*existing)
        return bringUp(service, **existing, progress);
    const auto image = newestImage(service, progress.cancellation());
    if (!image)
        return failure(image.error());
    Plan plan;
    plan.request.name = demoVm();
    if (*image)
        plan.request.image = **image;
    else
        plan.recipe = demoImage();
    return run(service, plan, progress);
}

QString MakeRun::demoImage()
{
    return u"desktop"_s;
}

QString MakeRun::demoVm()
{
    return u"demo"_s;
}

} // namespace portlight
