// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acting/actiontarget.h"
#include "models/actioncalls.h"
#include "models/fleetstore.h"

#include <memory>
#include <vector>

namespace graticule {

/// What can be done to one node or service, and why what cannot be done cannot: by the mode of the window, the role of
/// the person, the connection, the rights at the platform, and how the target is. Verbs do not go because they cannot
/// be done now. GUI thread.
class ActionOffers : public QObject
{
    Q_OBJECT

public:
    struct Row
    {
        ActionOffer offer;
        QString title; ///< "Drain"
        QString words; ///< what it does; where it cannot be done, why
        bool isOpen = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    /// @p whyNotAct: why nobody may act here at all now; empty: one may. The others outlive this.
    ActionOffers(ActionCalls &calls, FleetStore &store, std::function<QString()> whyNotAct, QObject *parent = nullptr);

    /// @p stamp: how the target is, in any words: asked again when they are others.
    void setTarget(const ActionTarget &target, const QString &stamp);
    const ActionTarget &target() const { return m_target; }
    const std::vector<Row> &rows() const { return m_rows; }
    /// Null: the target does not have that verb.
    const Row *find(const QString &verb) const;
    /// Said where there is no row, or beside them; empty: nothing.
    const QString &note() const { return m_note; }
    bool isSettled() const { return !m_question; }

public Q_SLOTS:
    /// By whose rights one acts may be another thing now.
    void judge();
    /// Asks anew.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void take(const Result<QList<ActionOffer>> &reply);
    void show();
    QString whyNot(const ActionOffer &offer) const;
    QString connectionTrouble() const;

    ActionCalls &m_calls;
    FleetStore &m_store;
    std::function<QString()> m_whyNotAct;
    ActionTarget m_target;
    QString m_stamp;
    std::unique_ptr<QObject> m_question; ///< under way; destroyed it is taken back
    QList<ActionOffer> m_offers;
    bool m_isKnown = false; ///< m_offers are an answer
    Error m_error;
    QString m_lock; ///< why nobody may act
    std::vector<Row> m_rows;
    QString m_note;
};

} // namespace graticule
