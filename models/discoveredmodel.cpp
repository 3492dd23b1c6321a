// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/discoveredmodel.h"

#include "models/modelroles.h"
#include "models/sayingtext.h"
#include "models/statetext.h"

namespace graticule {

namespace {

bool isSame(const DiscoveredEndpoint &a, const DiscoveredEndpoint &b)
{
    return a.type == b.type && a.address == b.address && a.name == b.name;
}

int rank(const DiscoveredEndpoint &endpoint)
{
    if (endpoint.usable && !endpoint.connected)
        return 0;
    return endpoint.usable ? 1 : 2;
}

} // namespace

DiscoveredModel::DiscoveredModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void DiscoveredModel::setEndpoints(QList<DiscoveredEndpoint> endpoints)
{
    std::stable_sort(endpoints.begin(), endpoints.end(),
                     [](const auto &a, const auto &b) { return rank(a) < rank(b); });
    const bool sameRows =
        std::equal(endpoints.begin(), endpoints.end(), m_endpoints.begin(), m_endpoints.end(), isSame);
    if (!sameRows)
        beginResetModel(); // a handful of rows, asked for by a person
    m_endpoints = std::move(endpoints);
    if (!sameRows)
        endResetModel();
    else if (!m_endpoints.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_endpoints.size()) - 1));
}

int DiscoveredModel::connectable() const
{
    return int(std::count_if(m_endpoints.begin(), m_endpoints.end(), [](const auto &e) { return rank(e) == 0; }));
}

int DiscoveredModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_endpoints.size());
}

QVariant DiscoveredModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_endpoints.size())
        return {};
    const DiscoveredEndpoint &endpoint = m_endpoints[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return endpoint.name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(StateText::connectorTitle(endpoint.type), endpoint.name, explanation(endpoint));
    case IdRole:
        return endpoint.address.toUtf8();
    case EmphasisRole:
        return int(endpoint.usable ? Emphasis::Normal : Emphasis::Faint);
    default:
        return {};
    }
}

QString DiscoveredModel::explanation(const DiscoveredEndpoint &endpoint)
{
    if (endpoint.connected)
        return tr("connected");
    if (!endpoint.note.isEmpty())
        return SayingText::ofPhrase(endpoint.note);
    return endpoint.address;
}

} // namespace graticule
