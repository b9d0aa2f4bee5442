// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/Stage.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace portlight {

const QList<Stage> &allStages()
{
    static const QList<Stage> stages{Stage::Vm,          Stage::Address,    Stage::Tcp,         Stage::Http,
                                     Stage::Websocket,   Stage::RfbVersion, Stage::RfbSecurity, Stage::RfbInit,
                                     Stage::Framebuffer, Stage::Picture,    Stage::Input};
    return stages;
}

QString stageId(Stage stage)
{
    switch (stage) {
    case Stage::Vm:
        return u"vm"_s;
    case Stage::Address:
        return u"address"_s;
    case Stage::Tcp:
        return u"tcp"_s;
    case Stage::Http:
        return u"http"_s;
    case Stage::Websocket:
        return u"websocket"_s;
    case Stage::RfbVersion:
        return u"rfb-version"_s;
    case Stage::RfbSecurity:
        return u"rfb-security"_s;
    case Stage::RfbInit:
        return u"rfb-init"_s;
    case Stage::Framebuffer:
        return u"framebuffer"_s;
    case Stage::Picture:
        return u"picture"_s;
    case Stage::Input:
        return u"input"_s;
    }
    return {};
}

QString stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::Vm:
        return QCoreApplication::translate("Stage", "VM");
    case Stage::Address:
        return QCoreApplication::translate("Stage", "Address");
    case Stage::Tcp:
        return QCoreApplication::translate("Stage", "TCP connection");
    case Stage::Http:
        return QCoreApplication::translate("Stage", "HTTP");
    case Stage::Websocket:
        return QCoreApplication::translate("Stage", "WebSocket");
    case Stage::RfbVersion:
        return QCoreApplication::translate("Stage", "RFB version");
    case Stage::RfbSecurity:
        return QCoreApplication::translate("Stage", "RFB security");
    case Stage::RfbInit:
        return QCoreApplication::translate("Stage", "RFB start");
    case Stage::Framebuffer:
        return QCoreApplication::translate("Stage", "Complete picture");
    case Stage::Picture:
        return QCoreApplication::translate("Stage", "Picture content");
    case Stage::Input:
        return QCoreApplication::translate("Stage", "Input");
    }
    return {};
}

QString stageStatusId(StageStatus status)
{
    switch (status) {
    case StageStatus::Passed:
        return u"passed"_s;
    case StageStatus::Failed:
        return u"failed"_s;
    case StageStatus::Skipped:
        return u"skipped"_s;
    case StageStatus::Warned:
        return u"warned"_s;
    }
    return {};
}

QString stageStatusTitle(StageStatus status)
{
    switch (status) {
    case StageStatus::Passed:
        return QCoreApplication::translate("Stage", "passed");
    case StageStatus::Failed:
        return QCoreApplication::translate("Stage", "failed");
    case StageStatus::Skipped:
        return QCoreApplication::translate("Stage", "skipped");
    case StageStatus::Warned:
        return QCoreApplication::translate("Stage", "warned");
    }
    return {};
}

} // namespace portlight
