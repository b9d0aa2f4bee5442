// SPDX-License-Identifier: GPL-3.0-or-later
#include "serial/PatternMatcher.h"

#include "serial/RegexMatcher.h"
#ifdef PORTLIGHT_HAVE_HYPERSCAN
#include "serial/HyperscanMatcher.h"
#endif

namespace portlight {

bool PatternMatcher::hasHyperscan()
{
#ifdef PORTLIGHT_HAVE_HYPERSCAN
    return HyperscanMatcher::worksHere();
#else
    return false;
#endif
}

std::unique_ptr<PatternMatcher> PatternMatcher::make(const QList<LinePattern> &patterns, Engine engine,
                                                     const QString &cacheFolder)
{
#ifdef PORTLIGHT_HAVE_HYPERSCAN
    if (engine == Engine::Best && HyperscanMatcher::worksHere()) {
        if (auto matcher = HyperscanMatcher::make(patterns, cacheFolder))
            return matcher;
    }
#else
    Q_UNUSED(engine)
    Q_UNUSED(cacheFolder)
#endif
    return std::make_unique<RegexMatcher>(patterns);
}

} // namespace portlight
