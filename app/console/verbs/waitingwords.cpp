// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/waitingwords.h"

#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/terminal.h"

#include <QJsonObject>

namespace graticule {
using namespace Qt::Literals::StringLiterals;

void sayWaiting(const QList<WaitingConnection> &waiting, const Terminal &terminal)
{
    for (const WaitingConnection &one : waiting) {
        QString line = u"%1: still as before"_s.arg(one.name);
        if (one.since != kNever)
            line += u" since %1"_s.arg(toIso(one.since));
        line += u", until what is done through it has ended"_s;
        if (one.acts > 0)
            line += u": %1 %2"_s.arg(one.verb, one.target);
        if (one.acts > 1)
            line += u", and %1 more"_s.arg(one.acts - 1);
        terminal.say(line);
    }
}

QJsonArray waitingArray(const QList<WaitingConnection> &waiting)
{
    QJsonArray array;
    for (const WaitingConnection &one : waiting)
        array.append(QJsonObject{{u"name"_s, one.name},
                                 {u"since"_s, listingvalues::time(one.since)},
                                 {u"verb"_s, listingvalues::text(one.verb)},
                                 {u"target"_s, listingvalues::text(one.target)},
                                 {u"acts"_s, one.acts}});
    return array;
}

} // namespace graticule
