// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/fleetverb.h"

#include <QSocketNotifier>

namespace graticule {

class Interrupt;

/// `graticule act`: does something at an endpoint, once a person has seen what it would do and agreed.
class ActVerb : public FleetVerb
{
    Q_OBJECT

public:
    explicit ActVerb(VerbContext context);
    ~ActVerb() override;

    static VerbEntry entry();

    void start() override;

protected:
    void look() override;
    void timedOut() override;

private:
    /// The one thing that the command line means, or why not.
    Result<Action> actionMeant() const;
    void askOffers();
    void consider(const QList<ActionOffer> &offers);
    void notForYou(const QString &reason);
    QString unseen() const;
    void askPlan();
    void show(const ActionPlan &plan);
    void askPerson();
    void readAnswer();
    void perform();
    void follow(const ActionProgress &progress);
    void end(const Error &error);
    void stop();
    void waitForAnother();

    Action m_action;
    std::unique_ptr<ControlCalls> m_calls;
    std::unique_ptr<Interrupt> m_interrupt;
    std::unique_ptr<QSocketNotifier> m_input; ///< null: nobody is asked
    ActionProgress m_progress;                ///< all that was told of it
    QString m_said;
    bool m_isResolved = false;
};

/// Whose fault the failure of an act is, when the keeper is there.
ExitCode actExitCode(const Error &error);

/// One item, as a line for people.
QString itemText(const ActionItem &item);
/// A plan as people read it, in lines.
QString planText(const ActionPlan &plan);
/// A plan, and a step of progress, as one line of JSON each.
QByteArray planJson(const ActionPlan &plan);
QByteArray progressJson(const ActionProgress &progress);

} // namespace graticule
