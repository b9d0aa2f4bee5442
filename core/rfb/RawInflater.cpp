// SPDX-License-Identifier: GPL-3.0-or-later
#include "rfb/RawInflater.h"

namespace portlight::rfb {

#ifndef PORTLIGHT_HAVE_ISAL
std::unique_ptr<RawInflater> RawInflater::withIsal()
{
    return nullptr;
}
#endif

std::unique_ptr<RawInflater> RawInflater::create()
{
    auto fast = withIsal();
    return fast ? std::move(fast) : withZlib();
}

} // namespace portlight::rfb
