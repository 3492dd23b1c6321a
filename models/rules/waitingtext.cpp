// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/waitingtext.h"

#include "models/acting/actiontext.h"

namespace graticule {
namespace {

constexpr qsizetype kMostNamed = 10;

} // namespace

QString WaitingText::of(const QList<WaitingConnection> &waiting, Instant now)
{
    QStringList parts;
    for (const WaitingConnection &one : waiting.mid(0, kMostNamed)) {
        QString part = one.name;
        if (one.since != kNever) {
            const bool isToday = toIso(one.since).left(10) == toIso(now).left(10);
            part = tr("%1 since %2").arg(part, isToday ? format::timeUtc(one.since) : format::dateTimeUtc(one.since));
        }
        if (one.acts > 0) {
            QString acts = ActionText::title(one.verb, one.target);
            if (one.acts > 1)
                acts += tr(", and %n more", nullptr, one.acts - 1);
            part += QStringLiteral(" (%1)").arg(acts);
        }
        parts.append(part);
    }
    if (waiting.size() > kMostNamed)
        parts.append(tr("and %n more connections", nullptr, int(waiting.size() - kMostNamed)));
    return parts.isEmpty() ? QString()
                           : tr("Still as before, until what is done through them has ended: %1")
                                 .arg(parts.join(QStringLiteral("; ")));
}

QString WaitingText::names(const QList<WaitingConnection> &waiting)
{
    QStringList names;
    for (const WaitingConnection &one : waiting.mid(0, kMostNamed))
        names.append(one.name);
    if (waiting.size() > kMostNamed)
        names.append(tr("and %n more connections", nullptr, int(waiting.size() - kMostNamed)));
    return names.join(QStringLiteral(", "));
}

} // namespace graticule
