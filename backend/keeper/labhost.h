// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/labfile.h"
#include "backend/control/keepercommands.h"
#include "backend/domain/clock.h"

#include <QObject>
#include <QProcess>

#include <map>

namespace graticule {

/// Runs the lab of a private keeper: a child process with six regional keepers, read through ordinary `grpc`
/// connections. Remembers size and seed, that it ran, and its faults until it is stopped. A child that crashes is
/// started again, and that is said. Backend thread.
///
/// Verbs (lab.fault, lab.heal) go to the child through its standard input, one JSON object a line, and are answered on
/// its standard output: a keeper that is frozen on purpose must still be healed.
class LabHost : public QObject
{
    Q_OBJECT

public:
    struct Places
    {
        QString program;   ///< graticuled itself
        QString file;      ///< lab.yaml
        QString directory; ///< for the regional keepers' sockets
        QString keeperId;  ///< ours; the connections' ids follow from it
    };

    static constexpr int kUsualSites = 120;
    static constexpr quint64 kUsualSeed = 1;

    /// @p clock outlives the host.
    LabHost(Places places, Clock &clock);
    ~LabHost() override;

    /// Starts the lab when it ran last time.
    void resume();
    /// 0 takes the usual. One that runs with other values is replaced. Refused (Invalid) beyond 6 to 100,000 sites.
    Result<LabStatus> start(int sites, quint64 seed);
    Result<LabStatus> stop();
    LabStatus status() const;
    /// Somebody started or stopped the lab of this home, now or in an earlier run: it is not to be started unasked.
    bool isConfigured() const { return m_configured; }

    /// To the regional keepers; none while the lab is off.
    std::vector<ConnectionConfig> connections() const;
    /// The regional keepers listen.
    bool isReady() const { return m_ready; }
    /// False when @p action is not for the lab, or no lab runs. While the lab is starting, the action waits for it.
    bool perform(const Action &action, KeeperCommands::Progress progress);

Q_SIGNALS:
    /// connections() or isReady() may have changed.
    void changed();

private:
    void launch();
    void end();
    void remember() const;
    void readLines();
    void take(const QByteArray &line);
    void childEnded();
    void abandonActions(const QString &why);
    void becomeReady();
    void send(const Action &action, KeeperCommands::Progress progress);
    void keep(const Action &action);

    Places m_places;
    Clock &m_clock;
    std::unique_ptr<QProcess> m_child;
    bool m_on = false;
    bool m_configured = false;
    bool m_ready = false;
    int m_sites = kUsualSites;
    quint64 m_seed = kUsualSeed;
    int m_crashes = 0; ///< in a row, without becoming ready
    QString m_text;    ///< what people should know
    std::map<int, KeeperCommands::Progress> m_actions;
    std::map<int, std::pair<Action, KeeperCommands::Progress>> m_waiting; ///< for the lab to be ready
    int m_nextAction = 1;
    QList<LabFile::Step> m_done; ///< to be done again in the next child
};

} // namespace graticule
