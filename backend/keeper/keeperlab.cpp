// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Keeper that has to do with the lab it may run.
#include "backend/keeper/keeper.h"
#include "backend/keeper/labhost.h"

namespace graticule {
namespace {

Error noLab()
{
    return {ErrorKind::Unsupported, Fault::Input, QStringLiteral("Only a private keeper runs a lab."), std::nullopt};
}

} // namespace

void Keeper::setLab(LabHost *lab)
{
    m_lab = lab;
    connect(lab, &LabHost::changed, this, &Keeper::showLabConnections);
}

/// Brings the lab's connections in line with what it is: there while it runs, asked once it answers.
void Keeper::showLabConnections()
{
    QSet<EntityId> wanted;
    for (const ConnectionConfig &config : m_lab->connections()) {
        wanted.insert(config.id);
        if (Supervisor *known = m_connections.find(config.id))
            begin(*known);
        else
            add(config);
    }
    for (const Supervisor *supervisor : m_connections.all()) {
        const ConnectionConfig config = supervisor->config();
        if (config.origin == Origin::Lab && !wanted.contains(config.id)) {
            m_connections.remove(config.id);
            m_last.forget(config.id);
        }
    }
}

Result<LabStatus> Keeper::startLab(int sites, quint64 seed)
{
    Q_EMIT asked();
    if (!m_lab)
        return noLab();
    return m_lab->start(sites, seed);
}

Result<LabStatus> Keeper::stopLab()
{
    Q_EMIT asked();
    if (!m_lab)
        return noLab();
    return m_lab->stop();
}

LabStatus Keeper::labStatus() const
{
    Q_EMIT asked();
    if (!m_lab) {
        LabStatus status;
        status.text = noLab().text;
        return status;
    }
    return m_lab->status();
}

} // namespace graticule
