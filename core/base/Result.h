// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <tl/expected.hpp>

namespace portlight {

/// The value, or why there is none. Exceptions do not cross our functions.
template <typename T>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorKind::Usage, u"vm.unknown"_s, tr("..."), tr("..."));`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString id, QString summary, QString hint = {},
                                                   QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(id), std::move(summary), std::move(hint), std::move(detail)});
}

/// Hands an error on: `if (!file) return failure(file.error());`
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace portlight
