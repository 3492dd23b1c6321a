// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acting/actionoffers.h"
#include "models/acting/effectsmodel.h"

namespace graticule {

/// An act that somebody thinks of: its arguments, and what the keeper says that it would do. A change of an argument
/// asks anew; what was said of the arguments of before is not given out as said of these. GUI thread.
class ActionDraft : public QObject
{
    Q_OBJECT

public:
    /// A number is often typed: asked once it rests.
    static constexpr Milliseconds kPause{250};

    /// Asks at once. @p calls and @p store outlive this.
    ActionDraft(ActionCalls &calls, FleetStore &store, const ActionTarget &target, const ActionOffer &offer,
                QObject *parent = nullptr);

    const ActionTarget &target() const { return m_target; }
    const ActionOffer &offer() const { return m_offer; }
    /// With a key of its own, the same whatever becomes of the arguments.
    Action action() const;
    void setArgument(const QString &name, const QString &value);

    /// The plan is there, and it is of the arguments of now.
    bool isPlanned() const { return m_isPlanned; }
    bool isAsking() const { return m_isWaiting || m_question; }
    /// The newest that is known; empty at first.
    const ActionPlan &plan() const { return m_plan; }
    /// Why there is no plan; text empty: nothing is wrong.
    const Error &error() const { return m_error; }
    EffectsModel &effects() { return m_effects; }

public Q_SLOTS:
    void ask();

Q_SIGNALS:
    void changed();

private:
    void take(const Result<ActionPlan> &reply);

    ActionCalls &m_calls;
    FleetStore &m_store;
    ActionTarget m_target;
    ActionOffer m_offer;
    QString m_key;
    QMap<QString, QString> m_arguments;
    std::unique_ptr<QObject> m_question; ///< under way; destroyed it is taken back
    std::unique_ptr<QObject> m_pause;    ///< the same of the one that waits
    bool m_isWaiting = false;
    bool m_isPlanned = false;
    ActionPlan m_plan;
    Error m_error;
    EffectsModel m_effects;
};

} // namespace graticule
