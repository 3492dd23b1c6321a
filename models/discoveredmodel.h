// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/control/controlvalues.h"

#include <QAbstractListModel>

namespace graticule {

/// Endpoints that the keeper found on its host. Connectable first; those that cannot be connected say why.
class DiscoveredModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit DiscoveredModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Rows that stay are kept.
    void setEndpoints(QList<DiscoveredEndpoint> endpoints);
    const DiscoveredEndpoint &endpoint(int row) const { return m_endpoints[row]; }
    const QList<DiscoveredEndpoint> &endpoints() const { return m_endpoints; }
    /// Usable and not connected yet.
    int connectable() const;
    /// What stands beside the name: address, or why it cannot be connected.
    static QString explanation(const DiscoveredEndpoint &endpoint);

private:
    QList<DiscoveredEndpoint> m_endpoints;
};

} // namespace graticule
