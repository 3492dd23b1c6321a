// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/placesmodel.h"

#include "models/modelroles.h"

#include <algorithm>

namespace graticule {

PlacesModel::PlacesModel(EntityKind kind, const FleetStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_kind(kind)
    , m_store(store)
{
}

void PlacesModel::setPlaces(const std::vector<EntityDetails::Place> &places)
{
    if (places == m_places)
        return;
    beginResetModel();
    m_places = places;
    endResetModel();
}

int PlacesModel::rowOf(const EntityId &id) const
{
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [&](const auto &place) { return place.id == id; });
    return found == m_places.end() ? -1 : int(found - m_places.begin());
}

bool PlacesModel::isUsed(Column column) const
{
    switch (column) {
    case Country:
        return m_kind != EntityKind::Node; // all at one site
    case Through:
        return m_kind == EntityKind::Service; // of others in the sentence
    case Lag:
        return m_kind == EntityKind::Asset;
    case Why:
        return m_kind == EntityKind::Node;
    default:
        return true;
    }
}

int PlacesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_places.size());
}

int PlacesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PlacesModel::text(const EntityDetails::Place &place, int column) const
{
    const Feed *feed = m_store.tables().feeds.find(place.feed);
    switch (column) {
    case State:
        return place.look.text;
    case Name:
        return place.name;
    case Country:
        return place.country;
    case RoleText:
        return place.role;
    case Amount:
    case Lag: {
        const QString &value = column == Lag ? place.lag : place.amount;
        return value.isEmpty() ? format::missing() : place.isOld ? format::stale(value) : value;
    }
    case Through: {
        const Connection *connection = feed ? m_store.tables().connections.find(feed->connection) : nullptr;
        return connection ? connection->name : QString();
    }
    case Why:
        return place.note;
    case Seen:
        return format::age(feed ? feed->observedAt : kNever, m_store.now());
    default:
        return {};
    }
}

QVariant PlacesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const EntityDetails::Place &at = place(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(at, index.column());
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return sentence(at);
    case IdRole:
        return at.id.utf8();
    case SymbolRole:
        return index.column() == State ? QVariant(int(at.look.symbol)) : QVariant();
    case EmphasisRole:
        if (index.column() == State)
            return int(at.look.emphasis);
        if (index.column() == Seen)
            return int(at.isOld ? Emphasis::Medium : Emphasis::Faint);
        return int(index.column() == Name ? Emphasis::Normal : Emphasis::Secondary);
    case NumericRole:
        return index.column() == Amount || index.column() == Lag || index.column() == Seen;
    default:
        return {};
    }
}

QString PlacesModel::sentence(const EntityDetails::Place &place) const
{
    QStringList parts{place.look.text, place.name, place.country, place.role, place.amount};
    if (!place.lag.isEmpty())
        parts << tr("%1 behind").arg(place.lag);
    parts << place.note;
    if (const QString through = text(place, Through); !through.isEmpty())
        parts << tr("seen through %1").arg(through);
    parts << tr("seen %1 ago").arg(text(place, Seen));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString PlacesModel::title(int column) const
{
    switch (column) {
    case State:
        return tr("State");
    case Name:
        return m_kind == EntityKind::Node ? tr("Service") : tr("Site");
    case Country:
        return tr("Country");
    case RoleText:
        return tr("Role");
    case Amount:
        return m_kind == EntityKind::Asset ? tr("Size") : tr("Ready");
    case Lag:
        return tr("Behind");
    case Through:
        return tr("Through");
    case Why:
        return tr("Why");
    case Seen:
        return tr("Seen");
    default:
        return {};
    }
}

QVariant PlacesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = section == Amount || section == Lag || section == Seen;
        return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

} // namespace graticule
