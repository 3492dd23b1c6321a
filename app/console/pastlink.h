// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlcalls.h"
#include "backend/control/pastclient.h"
#include "models/timetravel/pastcalls.h"

#include <QThread>

namespace graticule {

/// What the window asks of its keeper about the past, over the control API. Moments are asked for in a thread of its
/// own, so that neither the window nor what is followed live waits for them. GUI thread.
class PastLink : public PastCalls
{
    Q_OBJECT

public:
    /// @p clock outlives the link.
    explicit PastLink(Clock &clock, QObject *parent = nullptr);
    ~PastLink() override;

    /// The keeper to ask from now on.
    void use(const std::shared_ptr<ControlChannel> &channel);
    /// No keeper until there is another one: the window shows another fleet.
    void forget();

    bool isOpen() const override { return m_calls != nullptr; }
    void ask(Instant at, Instant knownAt) override;
    void leave() override;
    void coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done) override;
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override;

private:
    QThread m_thread;
    PastClient *m_client;                                                             ///< of m_thread
    std::unique_ptr<ControlCalls> m_calls;                                            ///< null: no keeper yet
    std::shared_ptr<std::atomic<int>> m_turn = std::make_shared<std::atomic<int>>(0); ///< how many keepers were left
};

} // namespace graticule
