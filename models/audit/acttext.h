// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/records/act.h"
#include "backend/records/recordcheck.h"
#include "models/statetext.h"

namespace graticule {

/// Acts of people as the screen says them. Any thread; nothing is kept.
class ActText
{
    Q_DECLARE_TR_FUNCTIONS(graticule::ActText)

public:
    /// "Pause connection"; a verb that this build does not know stands as it is.
    static QString verb(const QString &verb);
    /// "alice"; "the keeper" where nobody acted.
    static QString who(const RecordedAct &act);
    /// Name or id of what it was done to, or the person it is about.
    static QString target(const RecordedAct &act);
    static StateLook outcome(ActOutcome outcome);
    /// "Stopped" for what a person stopped: the record has it as failed.
    static StateLook outcome(const RecordedAct &act);
    /// "Failed: the network's fault"; the outcome alone where nothing failed.
    static QString ended(const RecordedAct &act);
    /// Names and values of all that is recorded, for a panel.
    static QList<std::pair<QString, QString>> details(const RecordedAct &act);
    /// One line.
    static QString sentence(const RecordedAct &act);
    /// What a check found.
    static QString verdict(const RecordVerdict &verdict);

private:
    static bool isStopped(const RecordedAct &act);
    static QString fault(Fault fault);
    static QString way(const QString &way);
};

} // namespace graticule
