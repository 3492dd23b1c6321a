// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/connectors/docker/dockerapi.h"
#include "backend/connectors/docker/dockerinventory.h"

#include <QObject>

namespace graticule {

/// Lists what an engine has into an inventory: containers, then volumes over the same connection. Within the load
/// budget, and again after ten minutes in case that an event was lost.
class DockerLister : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    DockerLister(DockerApi &api, const ConnectorContext &context, DockerInventory &inventory);

    void list();
    /// In three seconds, once for all who ask meanwhile, and not before the listing that is under way has ended.
    void listSoon();
    bool isUnderway() const { return m_underway; }
    bool isDueSoon() const { return m_dueSoon; }
    /// Events may not be read: lists every half minute from now on.
    void beUnwatched();
    /// Nothing is signalled or asked any more.
    void close() { m_over = true; }

Q_SIGNALS:
    /// The inventory has all of it.
    void listed();
    /// A lasting remark; @p text empty: no more.
    void remarked(const QString &key, const QString &text);
    void failed(const graticule::Error &error);

private:
    void askContainers();
    void askVolumes();
    void listLater();

    DockerApi &m_api;
    const ConnectorContext &m_context;
    DockerInventory &m_inventory;
    bool m_underway = false;
    bool m_watched = true;
    bool m_dueSoon = false;
    int m_turn = 0; // only the latest one that was planned counts
    bool m_over = false;
};

/// The engine answers, but does not let us or cannot do that.
bool isRefusal(const Error &error);

} // namespace graticule
