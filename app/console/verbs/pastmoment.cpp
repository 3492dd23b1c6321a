// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/pastmoment.h"

#include "app/console/verbs/samplesverb.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;

Result<Instant> pastMoment(const QString &option, const QString &text, Instant now)
{
    auto at = momentOf(option, text, now);
    if (at && *at > now)
        return Error{ErrorKind::Invalid, Fault::Input, u"--%1: \"%2\" is still to come."_s.arg(option, text),
                     std::nullopt};
    return at;
}

QList<OptionSpec> pastOptions()
{
    return {{u"at"_s,
             u"TIME"_s,
             u"Tell what was at TIME, as far as this keeper recorded it: 2026-03-03T10:00:00Z, or "
             "how long ago: 90s, 15m, 24h, 7d."_s,
             {},
             false},
            {u"known-at"_s,
             u"TIME"_s,
             u"With --at: by what was known at TIME. Without it also what was learnt since."_s,
             {},
             false}};
}

} // namespace graticule
