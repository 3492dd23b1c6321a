// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/keeperfollower.h"
#include "app/console/verbs/settled.h"
#include "app/console/verbs/verb.h"

namespace graticule {

/// What is said on standard error when the lab is started unasked.
QString labNotice();

/// A verb that needs the fleet: follows the keeper, starts the lab when nothing at all is configured, and knows when
/// every connection has settled.
class FleetVerb : public Verb
{
    Q_OBJECT

public:
    explicit FleetVerb(VerbContext context);

    /// --wait and --no-lab.
    static QList<OptionSpec> waitOptions();

    void start() override;

protected:
    /// Something changed, or a second has passed. Called only when a snapshot is there.
    virtual void look() = 0;
    /// The time to wait is over.
    virtual void timedOut() = 0;

    const SnapshotPtr &snapshot() const { return m_snapshot; }
    const KeeperFollower &follower() const { return m_follower; }
    const KeeperLink &link() const { return m_follower.link(); }
    /// The keeper's time of now.
    Instant now() const { return clock().now() + link().clockOffset; }
    Settled settledNow() const;
    /// Whether the keeper answers, has told all that it has, and every connection has settled.
    bool isSettled() const;
    /// --wait was given: a failure to settle is one.
    bool mustSettle() const { return arguments().has(QStringLiteral("wait")); }
    /// Ends with what keeps us: the lost keeper's error.
    void failWithoutSnapshot();

private:
    void ask(const std::shared_ptr<ControlChannel> &channel);
    void takeDescription(const Description &keeper);
    void startLab();
    void listExpected();
    void tellBroken();
    void setReady();
    void tick();
    void lookOn();
    void expire();
    bool hasGrace() const;
    bool isLost() const { return link().state == KeeperLink::State::Lost; }
    void endWait();
    void takeLoss(const Error &error);
    void tellWait(const QString &why);

    KeeperFollower m_follower;
    SnapshotPtr m_snapshot;
    std::unique_ptr<ControlCalls> m_calls;
    QMap<EntityId, QString> m_expected; ///< configured connections: id -> name
    Milliseconds m_patience{0};
    bool m_isOver = false;      ///< the patience
    bool m_hasToldWait = false; ///< that a keeper is waited for
    bool m_hasExpired = false;  ///< timedOut() has been called
    bool m_hasFailed = false;   ///< for want of a snapshot
    bool m_isReady = false;     ///< m_expected is known, and what is wrong has been told
    bool m_isTold = false;      ///< broken files have been told of
};

} // namespace graticule
