// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/Failure.h"

namespace portlight::rfb {

using namespace Qt::Literals::StringLiterals;

QString stageId(Stage stage)
{
    switch (stage) {
    case Stage::Version:
        return u"rfb-version"_s;
    case Stage::Security:
        return u"rfb-security"_s;
    case Stage::Init:
        return u"rfb-init"_s;
    case Stage::Framebuffer:
        break;
    }
    return u"framebuffer"_s;
}

} // namespace portlight::rfb
