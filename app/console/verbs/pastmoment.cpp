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

Result<PastQuestion> pastQuestion(const Arguments &arguments, Instant now)
{
    PastQuestion question;
    for (auto [option, into] : {std::pair(u"at"_s, &question.at), std::pair(u"known-at"_s, &question.knownAt)}) {
        if (!arguments.has(option))
            continue;
        const Result<Instant> moment = pastMoment(option, arguments.value(option), now);
        if (!moment)
            return moment.error();
        *into = *moment;
    }
    if (question.knownAt != kNever && question.at == kNever)
        return Error{ErrorKind::Invalid, Fault::Input, u"--known-at: needs --at, the moment that it is about."_s,
                     std::nullopt};
    return question;
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
