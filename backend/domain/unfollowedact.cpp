// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/unfollowedact.h"

#include "backend/domain/saying.h"

namespace graticule {
namespace {

constexpr char kCode[] = "act.unfollowed";

} // namespace

Error unfollowedAct(const Error &why)
{
    return isUnfollowedAct(why) ? why : saidError(why.kind, why.fault, kCode, {nested(why)}, why.retryAfter);
}

bool isUnfollowedAct(const Error &error)
{
    return error.code == QLatin1String(kCode);
}

bool mayBeDone(const Error &error)
{
    static const QStringList codes{QLatin1String(kCode), QStringLiteral("act.cut"), QStringLiteral("act.forgotten"),
                                   QStringLiteral("act.late-unknown"), QStringLiteral("act.left-alone")};
    return codes.contains(error.code);
}

bool saysOutOfSight(const QString &text)
{
    static const QStringList words =
        phrase("phrase.act-unfollowed", {QStringLiteral("\n")}).split(QLatin1Char('\n')); // around the keeper's name
    return text.startsWith(words.first()) && text.endsWith(words.last());
}

ActionProgress outOfSight(const ActionProgress &last, const QString &keeper)
{
    ActionProgress step = last;
    step.text = phrase("phrase.act-unfollowed", {keeper});
    step.finished = false;
    step.stoppable = false;
    step.isUnseen = true;
    return step;
}

} // namespace graticule
