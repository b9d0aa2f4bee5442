// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace portlight::rfb {

/// Frees an OpenSSL object with its own function.
template <auto Free>
struct OpenSslDeleter
{
    template <typename Object>
    void operator()(Object *object) const
    {
        Free(object);
    }
};

/// For inside the .cpp files only: OpenSSL's headers stay out of ours.
template <typename Object, auto Free>
using OpenSslPointer = std::unique_ptr<Object, OpenSslDeleter<Free>>;

} // namespace portlight::rfb
