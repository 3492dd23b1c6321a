// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/connectionsmodel.h"

#include "backend/domain/connectionway.h"
#include "models/format.h"
#include "models/sayingtext.h"

namespace graticule {

namespace {

constexpr Milliseconds kExpiresSoon{14LL * 24 * 3600 * 1000};

bool isTrouble(ConnectionState state)
{
    return state == ConnectionState::Slow || state == ConnectionState::Stale || state == ConnectionState::Unreachable ||
           state == ConnectionState::Refused;
}

int severity(const FleetTables &tables, const Connection &connection)
{
    return StateText::look(shownState(tables.connections, connection)).severity;
}

} // namespace

ConnectionsModel::ConnectionsModel(FleetStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    store.tables().connections.forEachItem([&](const auto &connection) {
        // Not so a ring, which would hide itself.
        if (!isRelayed(store.tables().connections, *connection)) {
            m_rows.insert(connection->id, int(m_items.size()));
            m_items.push_back(connection);
        }
    });
    count();
    connect(&store, &FleetStore::changed, this, &ConnectionsModel::apply);
}

void ConnectionsModel::apply(const FleetChange &change)
{
    const FleetDelta &delta = change.delta;
    const Table<Connection> &connections = change.after->tables.connections;
    QSet<EntityId> moved; // whose way to us may be another now
    for (const EntityId &id : delta.connections.removed) {
        drop(id);
        moved.unite(m_store.index().behind(id));
    }
    for (const auto &connection : delta.connections.upserted) {
        const bool wasRow = m_rows.contains(connection->id);
        const bool isRow = !isRelayed(connections, *connection);
        isRow ? put(connection) : drop(connection->id);
        if (!wasRow || !isRow)
            moved.unite(m_store.index().behind(connection->id));
    }
    for (const EntityId &id : std::as_const(moved)) {
        const auto connection = connections.item(id);
        if (connection)
            isRelayed(connections, *connection) ? drop(id) : put(connection);
    }
    if (!delta.connections.isEmpty()) {
        count();
        QSet<int> rows;
        for (const auto &connection : delta.connections.upserted)
            rows.insert(rowOf(connection->id));
        rows.remove(-1);
        for (const int row : std::as_const(rows))
            Q_EMIT dataChanged(index(row), index(row));
        Q_EMIT countsChanged();
    } else if (!delta.sites.isEmpty() && !m_items.empty()) {
        Q_EMIT dataChanged(index(0), index(int(m_items.size()) - 1), {SitesRole});
    }
}

void ConnectionsModel::put(const std::shared_ptr<const Connection> &connection)
{
    if (const auto row = m_rows.constFind(connection->id); row != m_rows.cend()) {
        m_items[size_t(*row)] = connection;
        return;
    }
    const int row = int(m_items.size());
    beginInsertRows({}, row, row);
    m_rows.insert(connection->id, row);
    m_items.push_back(connection);
    endInsertRows();
}

void ConnectionsModel::count()
{
    m_counts.fill(0);
    const FleetTables &tables = m_store.tables();
    tables.connections.forEach(
        [&](const Connection &connection) { ++m_counts[size_t(shownState(tables.connections, connection))]; });
}

void ConnectionsModel::drop(const EntityId &id)
{
    if (const auto row = m_rows.constFind(id); row != m_rows.cend())
        removeRow(*row);
}

void ConnectionsModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.remove(m_items[size_t(row)]->id);
    m_items.erase(m_items.begin() + row);
    for (size_t i = size_t(row); i < m_items.size(); ++i)
        m_rows[m_items[i]->id] = int(i);
    endRemoveRows();
}

int ConnectionsModel::rowOf(const EntityId &id) const
{
    EntityId at = id;
    for (int steps = 0; steps <= kLongestWay; ++steps) {
        if (const auto row = m_rows.constFind(at); row != m_rows.cend())
            return *row;
        const Connection *connection = m_store.tables().connections.find(at);
        if (!connection)
            break;
        at = connection->through;
    }
    return -1;
}

int ConnectionsModel::total() const
{
    return int(m_store.tables().connections.size());
}

const Connection &ConnectionsModel::worst(const Connection &connection) const
{
    const FleetTables &tables = m_store.tables();
    const Connection *found = &connection;
    const QSet<EntityId> behind = m_store.index().behind(connection.id);
    for (const EntityId &id : behind) {
        const Connection *other = tables.connections.find(id);
        if (!other)
            continue;
        const int less = severity(tables, *found) - severity(tables, *other);
        if (less < 0 || (less == 0 && found != &connection && other->name < found->name))
            found = other;
    }
    return *found;
}

double ConnectionsModel::requestsPerSecond() const
{
    double sum = 0;
    for (const auto &connection : m_items)
        sum += std::max(0.0, connection->requestsPerSecond);
    return sum;
}

double ConnectionsModel::budgetRequests() const
{
    double sum = 0;
    for (const auto &connection : m_items)
        sum += connection->budgetRequests;
    return sum;
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_items.size())
        return {};
    const Connection &connection = *m_items[size_t(index.row())];
    const StateLook look = StateText::look(connection.state);
    switch (role) {
    case Qt::DisplayRole:
        return connection.name;
    case Qt::AccessibleTextRole:
        return m_stateWords ? row(connection) + QStringLiteral(", ") + data(index, StatesRole).toString()
                            : row(connection);
    case WordsRole:
        return row(connection);
    case StatesRole:
        return m_stateWords ? tr("worst of its sites, last 24 h: %1").arg(m_stateWords(connection.id)) : QString();
    case IdRole:
        return connection.id.utf8();
    case SymbolRole:
        return int(look.symbol);
    case EmphasisRole:
        return int(look.emphasis);
    case SortRole:
        return QStringLiteral("%1 %2")
            .arg(9 - severity(m_store.tables(), worst(connection)))
            .arg(connection.name.toCaseFolded());
    case StateRole:
        return look.text;
    case TypeRole:
        return StateText::connectorTitle(connection.type);
    case AddressRole:
        return connection.address;
    case SentenceRole:
        return sentence(connection);
    case SentenceEmphasisRole:
        return int(isTrouble(worst(connection).state) || !connection.warnings.isEmpty() ? Emphasis::Normal
                                                                                        : Emphasis::Secondary);
    case AgeRole:
        return age(connection);
    case AgeEmphasisRole:
        return int(isTrouble(connection.state) && connection.state != ConnectionState::Slow ? Emphasis::Medium
                                                                                            : Emphasis::Faint);
    case SitesRole: {
        const qsizetype sites = m_store.index().siteCount(connection.id);
        return sites == 1 ? tr("1 site") : tr("%1 sites").arg(format::number(sites));
    }
    case LabRole:
        return connection.origin == Origin::Lab;
    case PausedRole:
        return connection.state == ConnectionState::Paused;
    case CertificateRole:
        return certificate(connection);
    case KindRole:
        return connection.type;
    case StateNumberRole:
        return int(shownState(m_store.tables().connections, connection));
    case TroubleRole:
        return isTrouble(worst(connection).state);
    case LoadNumberRole:
        return connection.requestsPerSecond;
    case LatencyNumberRole:
        return connection.latencyMs;
    default:
        return load(connection, role);
    }
}

QString ConnectionsModel::certificate(const Connection &connection) const
{
    if (connection.certificateExpiry == kNever || connection.certificateExpiry >= m_store.now() + kExpiresSoon)
        return {};
    const Milliseconds left = connection.certificateExpiry - m_store.now();
    return left > Milliseconds(0) ? tr("Certificate ends in %1").arg(format::duration(left))
                                  : tr("Certificate ended %1 ago").arg(format::duration(-left));
}

QVariant ConnectionsModel::load(const Connection &connection, int role) const
{
    const bool isMeasured = connection.requestsPerSecond >= 0;
    switch (role) {
    case LoadRole:
        if (!isMeasured)
            return tr("not measured");
        return connection.requestsPerSecond > 0 ? tr("%1 req/s").arg(format::decimal(connection.requestsPerSecond))
                                                : tr("none");
    case BudgetRole:
        return connection.budgetRequests > 0 ? tr("of %1").arg(format::decimal(connection.budgetRequests)) : QString();
    case ShareRole:
        if (isMeasured && connection.budgetRequests > 0)
            return connection.requestsPerSecond / connection.budgetRequests;
        return {};
    default:
        return {};
    }
}

QString ConnectionsModel::sentence(const Connection &connection) const
{
    const Connection &worstBehind = worst(connection);
    if (&worstBehind != &connection && isTrouble(worstBehind.state) && !isTrouble(connection.state)) {
        return tr("Behind it, %1 is %2: %3")
            .arg(worstBehind.name, StateText::inSentence(StateText::look(worstBehind.state).text),
                 trouble(worstBehind));
    }
    switch (connection.state) {
    case ConnectionState::Paused:
        return tr("Paused: nothing is asked, the last known stays");
    case ConnectionState::NeverAsked:
        return tr("Not asked yet");
    case ConnectionState::Connecting:
        return connection.error.text.isEmpty() ? tr("Connecting") : trouble(connection);
    case ConnectionState::Live:
    case ConnectionState::Slow:
        return wellBeing(connection);
    default:
        return trouble(connection);
    }
}

/// "No answer from gateway. The network is in the way. Trying again in 22 s."
QString ConnectionsModel::trouble(const Connection &connection) const
{
    QStringList parts;
    if (!connection.error.text.isEmpty()) {
        QString text = SayingText::of(connection.error);
        if (!text.endsWith(QLatin1Char('.')))
            text += QLatin1Char('.');
        parts << text;
        if (connection.error.fault != Fault::Unknown)
            parts << StateText::faultOf(connection.error);
    } else if (connection.lastSeen != kNever) {
        parts << tr("Nothing heard since %1.").arg(format::timeUtc(connection.lastSeen, m_store.units()));
    }
    if (connection.retryAt > m_store.now())
        parts << tr("Trying again in %1.").arg(format::duration(connection.retryAt - m_store.now()));
    else if (connection.retryAt != kNever)
        parts << tr("Trying again now.");
    return parts.join(QLatin1Char(' '));
}

QString ConnectionsModel::wellBeing(const Connection &connection) const
{
    QStringList parts;
    for (const QString &warning : connection.warnings)
        parts << SayingText::ofPhrase(warning);
    if (connection.latencyMs >= 0)
        parts << tr("answers in %1").arg(format::milliseconds(connection.latencyMs));
    if (const qsizetype behind = m_store.index().behind(connection.id).size(); behind > 0)
        parts << (behind == 1 ? tr("1 connection behind it") : tr("%n connections behind it", nullptr, int(behind)));
    if (!connection.version.isEmpty())
        parts << connection.version;
    if (parts.isEmpty())
        return connection.state == ConnectionState::Slow ? tr("Answers later than its limit") : tr("Answering");
    parts.first()[0] = parts.first().at(0).toUpper();
    return parts.join(QStringLiteral(" · "));
}

QString ConnectionsModel::age(const Connection &connection) const
{
    const bool isSeen = connection.state == ConnectionState::Live || connection.state == ConnectionState::Slow;
    return format::age(isSeen ? connection.lastSeen : connection.since, m_store.now());
}

QString ConnectionsModel::row(const Connection &connection) const
{
    return tr("%1, %2, %3, %4, %5, %6")
        .arg(StateText::look(connection.state).text, connection.name, StateText::connectorTitle(connection.type),
             connection.address,
             certificate(connection).isEmpty()
                 ? sentence(connection)
                 : QStringLiteral("%1. %2").arg(certificate(connection), sentence(connection)),
             age(connection));
}

} // namespace graticule
