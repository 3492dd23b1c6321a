// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/listing.h"
#include "app/console/verbs/verb.h"
#include "backend/control/recordcalls.h"

namespace graticule {

/// `graticule audit ...`: what people did at a keeper, and whether the record of it is as it was written.
class AuditVerb : public Verb
{
    Q_OBJECT

public:
    explicit AuditVerb(VerbContext context);
    ~AuditVerb() override;

    static std::vector<VerbEntry> entries();

    void start() override;

private:
    Result<ActQuery> query() const;
    void list();
    void take(const ActsPart &part, const ActQuery &query);
    void verify();
    void verifyFile(const QString &path);
    void finishCheck(const RecordVerdict &verdict);
    void erase();
    void withRecord(std::function<void(const RecordCalls &calls)> task);

    QList<RecordedAct> m_acts;
    qsizetype m_others = 0; ///< that the keeper told and nobody asked for
    int m_told = -1;        ///< percent
};

/// Those with one of @p outcomes; none: all. The keeper has filtered, unless it does not know an outcome. Pure.
QList<RecordedAct> ofOutcomes(const QList<RecordedAct> &acts, const QList<ActOutcome> &outcomes);
/// Acts as they are printed, in the order given. Pure.
Listing actListing(const QList<RecordedAct> &acts);

} // namespace graticule
