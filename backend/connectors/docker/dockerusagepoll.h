// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerapi.h"
#include "backend/connectors/docker/dockervalues.h"

#include <QHash>
#include <QObject>

#include <deque>

namespace graticule {

/// Reads what running containers use: every 30 s, at most 20 of them in turn, one at a time and within the load budget,
/// because an engine works for each answer.
class DockerUsagePoll : public QObject
{
    Q_OBJECT

public:
    struct Rate
    {
        double cpuCores = -1; ///< over the time since it was last read; < 0: not known yet
        double memory = -1;   ///< bytes
    };

    /// Both outlive it.
    DockerUsagePoll(DockerApi &api, const ConnectorContext &context);

    /// Ids of the running containers; others are forgotten.
    void setRunning(const QStringList &ids);
    /// Latest known, by container id.
    const QHash<QString, Rate> &rates() const { return m_rates; }
    void start();

Q_SIGNALS:
    /// A round is over; these were read in it.
    void measured(const QStringList &ids);

private:
    void beginRound();
    void next();
    void note(const QString &id, const DockerUsage &usage);

    DockerApi &m_api;
    const ConnectorContext &m_context;
    QStringList m_running;
    QHash<QString, DockerUsage> m_last;
    QHash<QString, Rate> m_rates;
    std::deque<QString> m_round;
    QStringList m_read;
    qsizetype m_turn = 0;
    int m_rounds = 0;
};

} // namespace graticule
