// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/fleetverb.h"
#include "app/console/verbs/listing.h"
#include "backend/control/pastclient.h"

namespace graticule {

/// `graticule sites` and its siblings: print one kind of entities, once or at every change.
class ShowVerb : public FleetVerb
{
    Q_OBJECT

public:
    using Lister = Listing (*)(const FleetTables &tables, const ListingScope &scope);

    ShowVerb(VerbContext context, Lister lister);
    ~ShowVerb() override;

    static std::vector<VerbEntry> entries();

    void start() override;

protected:
    void look() override;
    void timedOut() override;

private:
    /// Nothing when --site names no site.
    std::optional<Listing> listing();
    void print(const Listing &listing);
    void printOnce();
    void printChange();
    void tellUnsettled();
    void askPast();
    void printPast(const SnapshotPtr &snapshot, const PastNote &note);
    void print(const ListingHead &head, const Listing &shown);

    Lister m_lister;
    QList<ListingRow> m_printed; ///< of the last print while watching
    KeeperLink::State m_printedLink = KeeperLink::State::Unknown;
    Milliseconds m_printedAt{-1000}; ///< steady
    bool m_isPending = false;
    bool m_isDone = false;
    std::unique_ptr<PastClient> m_past; ///< with --at
};

} // namespace graticule
