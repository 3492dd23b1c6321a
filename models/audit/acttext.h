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
    /// "In a kubeconfig" where the record has a scheme only, else its address as it stands.
    static QString place(const Act &act);
    /// What an argument, or a changed setting, is called where people fill it in.
    static QString argument(const QString &name);
    /// "yes", "30 s", "Drain".
    static QString value(const QString &name, const QString &value);
    /// "Failed: the network's fault", "Refused 400 times more: not permitted"; the outcome alone where nothing failed.
    static QString ended(const RecordedAct &act);
    /// Names and values of all that is recorded, for a panel.
    static QList<std::pair<QString, QString>> details(const RecordedAct &act);
    /// One line.
    static QString sentence(const RecordedAct &act);
    /// What a check found.
    static QString verdict(const RecordVerdict &verdict);

private:
    static QString fault(Fault fault);
    static QString way(const QString &way);
    static QString why(const QString &code);
};

} // namespace graticule
