// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/verb.h"
#include "backend/control/pastclient.h"

namespace graticule {

/// `graticule diff T1 T2`: what differs between two recorded moments.
class DiffVerb : public Verb
{
    Q_OBJECT

public:
    explicit DiffVerb(VerbContext context);

    static VerbEntry entry();

    void start() override;

private:
    void take(const SnapshotPtr &snapshot, const PastNote &note);

    PastClient m_past;
    Instant m_until = kNever; ///< the later moment
    SnapshotPtr m_before;
};

/// Says what a person must know of a past moment: nobody watched, something is damaged, learnt later.
void tellNote(const PastNote &note, Terminal &terminal);

} // namespace graticule
