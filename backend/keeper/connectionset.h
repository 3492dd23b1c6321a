// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/supervisor.h"
#include "backend/fleet/fleet.h"

#include <map>

namespace graticule {

/// The connections of one keeper: a supervisor for each, and what each tells folded into the fleet. Two that lead to
/// one endpoint are told of each other: what both see is in the fleet twice, for ids are each connection's own, and one
/// of them is what totals count. Backend thread.
class ConnectionSet : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Fleet &fleet;
        Clock &clock;
        const ConnectorRegistry &registry;
        const SiteResolver &sites;
        const SecretStore &secrets;
        QString keeperId;
        bool measures = true; ///< ways to endpoints, beside what beats tell of them
        Bookmarks *bookmarks = nullptr;
    };

    /// All parts outlive the set.
    explicit ConnectionSet(const Parts &parts);
    ~ConnectionSet() override;

    /// Under which source the supervisor's own report stands; the endpoint's facts stand under the connection's id.
    static EntityId reportSource(const EntityId &connection);

    /// Adds @p config without asking its endpoint yet; its type is known to the registry. With the id of one that is
    /// there, takes its place: its facts stay until the endpoint reports.
    Supervisor &put(const ConnectionConfig &config);
    /// What an earlier run knew: @p id leads where @p by does, which counts instead (empty: nothing of the kind). It
    /// stands until both have told where they lead.
    void restoreCounted(const EntityId &id, const EntityId &by);
    /// Ends the connection and forgets what it told.
    void remove(const EntityId &id);

    /// By id, else by name; null when there is none.
    Supervisor *find(const QString &nameOrId) const;
    Supervisor *find(const EntityId &id) const;
    /// In the order of their ids.
    std::vector<Supervisor *> all() const;

Q_SIGNALS:
    /// The fleet has changed.
    void changed();
    /// Facts of this connection's endpoint have changed, beyond their freshness.
    void factsChanged(const graticule::EntityId &id);
    void sampled(const graticule::EntityId &id, const QList<graticule::Sample> &samples);
    void happened(const graticule::EntityId &id, const QList<graticule::FleetEvent> &events);
    /// As the supervisor of @p id says.
    void measured(const graticule::EntityId &id, const graticule::Measurement &found);
    /// @p id is in another state.
    void turned(const graticule::EntityId &id, graticule::ConnectionState state);
    /// @p id was added or took another's place, stands at another site, or is gone.
    void placed(const graticule::EntityId &id);

private:
    void wire(Supervisor &supervisor);
    const Supervisor *counting(const QList<const Supervisor *> &same) const;
    QStringList identitiesOf(const Supervisor &supervisor) const;
    void compare();

    Parts m_parts;
    StartGate m_gate;
    bool m_hasTwins = false;            ///< two lead to one endpoint
    QHash<EntityId, EntityId> m_former; ///< those that led to one endpoint in an earlier run, by the one that counted
    std::map<EntityId, std::unique_ptr<Supervisor>> m_supervisors;
};

} // namespace graticule
