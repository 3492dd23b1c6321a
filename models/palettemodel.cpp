// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"

#include "models/format.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>

namespace graticule {

namespace {

constexpr std::array<const char *, kPaletteKinds> kKindWords{"page",       "command", "setting", "region",
                                                             "connection", "service", "asset",   "site"};

QString textOf(const PaletteKey &key)
{
    return QStringLiteral("%1:%2").arg(QLatin1String(kKindWords[size_t(key.kind)]), key.id.toString());
}

std::optional<PaletteKey> keyOf(const QString &text)
{
    const QString word = text.section(QLatin1Char(':'), 0, 0);
    for (size_t kind = 0; kind < kPaletteKinds; ++kind) {
        if (word == QLatin1String(kKindWords[kind]))
            return PaletteKey{PaletteKind(kind), EntityId(text.section(QLatin1Char(':'), 1))};
    }
    return std::nullopt;
}

bool isCommand(PaletteKind kind)
{
    return kind == PaletteKind::Page || kind == PaletteKind::Command || kind == PaletteKind::Setting;
}

} // namespace

PaletteModel::PaletteModel(FleetStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
{
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &change) {
        if (m_isRead)
            m_fleet.apply(change);
    });
    connect(&store, &FleetStore::ticked, this, &PaletteModel::refresh);
}

void PaletteModel::prepare()
{
    if (m_isAsked)
        return;
    m_isAsked = true;
    // The pointer is looked at in the GUI thread only, whose application outlives the task's way back.
    QThreadPool::globalInstance()->start([snapshot = m_store.snapshot(), self = QPointer(this)] {
        PaletteFleet fleet(snapshot->tables);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, snapshot, fleet = std::move(fleet)]() mutable {
                if (self)
                    self->take(snapshot, std::move(fleet));
            },
            Qt::QueuedConnection);
    });
}

void PaletteModel::take(const SnapshotPtr &snapshot, PaletteFleet fleet)
{
    m_fleet = std::move(fleet);
    if (snapshot != m_store.snapshot()) // what has changed meanwhile
        m_fleet.apply({snapshot, m_store.snapshot(), diff(snapshot->tables, m_store.tables())});
    m_isRead = true;
    for (size_t kind = 0; kind < kPaletteKinds; ++kind)
        m_fleet.index().setKindName(PaletteKind(kind), kindName(PaletteKind(kind)));
    putCommands();
    m_fleet.index().setRecent(m_recent);
    search();
}

void PaletteModel::setCommands(std::vector<PaletteCommand> commands)
{
    for (const PaletteCommand &command : m_commands)
        m_fleet.index().remove({command.kind, EntityId(command.id)});
    m_commands = std::move(commands);
    putCommands();
}

void PaletteModel::putCommands()
{
    for (const PaletteCommand &command : m_commands)
        m_fleet.index().put({command.kind, EntityId(command.id)}, command.title,
                            QString(command.section + QLatin1Char(' ') + command.words));
}

void PaletteModel::setWords(const QString &words)
{
    m_words = words;
    search();
}

void PaletteModel::rest()
{
    m_words.clear();
    m_fleet.index().rest();
    beginResetModel();
    m_rows.clear();
    m_found = 0;
    endResetModel();
}

void PaletteModel::search()
{
    m_query = PaletteQuery::of(m_words);
    PaletteIndex::Result result;
    if (m_query.terms.empty()) {
        result.best = withoutWords();
        result.found = qsizetype(result.best.size());
    } else {
        result = m_fleet.index().search(m_words, kMostRows);
    }
    beginResetModel();
    m_rows.clear();
    for (PaletteKey &key : result.best)
        m_rows.push_back({std::move(key), std::nullopt});
    m_found = result.found;
    endResetModel();
    Q_EMIT resultsChanged();
}

void PaletteModel::refresh()
{
    bool isAny = false;
    for (const Row &row : m_rows) {
        if (!row.look)
            continue;
        isAny = true;
        if (exists(row.key)) {
            row.look.reset();
            continue;
        }
        row.look->state.reset(); // it keeps its name until the words change
        row.look->whyNot = tr("It is no longer there");
    }
    if (isAny)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

std::vector<PaletteKey> PaletteModel::withoutWords() const
{
    std::vector<PaletteKey> keys;
    for (const PaletteKey &key : m_recent) {
        if (exists(key))
            keys.push_back(key);
    }
    for (const PaletteKind kind : {PaletteKind::Page, PaletteKind::Command, PaletteKind::Setting}) {
        for (const PaletteCommand &command : m_commands) {
            const PaletteKey key{command.kind, EntityId(command.id)};
            if (command.kind == kind && !m_recent.contains(key))
                keys.push_back(key);
        }
    }
    return keys;
}

bool PaletteModel::exists(const PaletteKey &key) const
{
    const FleetTables &tables = m_store.tables();
    switch (key.kind) {
    case PaletteKind::Site:
        return tables.sites.contains(key.id);
    case PaletteKind::Service:
        return tables.services.contains(key.id);
    case PaletteKind::Asset:
        return tables.assets.contains(key.id);
    case PaletteKind::Connection:
        return tables.connections.contains(key.id);
    case PaletteKind::Region:
        return m_fleet.sitesIn(key.id.toString()) > 0;
    default:
        return command(key) != nullptr;
    }
}

const PaletteCommand *PaletteModel::command(const PaletteKey &key) const
{
    const auto at = std::find_if(m_commands.begin(), m_commands.end(), [&](const PaletteCommand &each) {
        return each.kind == key.kind && EntityId(each.id) == key.id;
    });
    return at == m_commands.end() ? nullptr : &*at;
}

void PaletteModel::remember(const PaletteKey &key)
{
    m_recent.removeAll(key);
    m_recent.prepend(key);
    if (m_recent.size() > kMostRecent)
        m_recent.removeLast();
    m_fleet.index().setRecent(m_recent);
}

QStringList PaletteModel::recent() const
{
    QStringList texts;
    for (const PaletteKey &key : m_recent)
        texts << textOf(key);
    return texts;
}

void PaletteModel::setRecent(const QStringList &keys)
{
    m_recent.clear();
    for (const QString &text : keys.mid(0, kMostRecent)) {
        if (const auto key = keyOf(text); key && !m_recent.contains(*key))
            m_recent << *key;
    }
    m_fleet.index().setRecent(m_recent);
}

QString PaletteModel::kindName(PaletteKind kind)
{
    switch (kind) {
    case PaletteKind::Page:
        return tr("Page");
    case PaletteKind::Command:
        return tr("Command");
    case PaletteKind::Setting:
        return tr("Setting");
    case PaletteKind::Region:
        return tr("Region");
    case PaletteKind::Connection:
        return tr("Connection");
    case PaletteKind::Service:
        return tr("Service");
    case PaletteKind::Asset:
        return tr("Asset");
    case PaletteKind::Site:
        return tr("Site");
    }
    return {};
}

PaletteModel::Look PaletteModel::ofEntity(const PaletteKey &key) const
{
    const FleetTables &tables = m_store.tables();
    Look look;
    look.kind = kindName(key.kind);
    const auto show = [&](const auto *item, const char *icon) {
        look.icon = QLatin1String(icon);
        if (!item) { // listed a moment ago
            look.title = look.kind;
            look.whyNot = tr("It is no longer there");
            return;
        }
        look.title = item->name;
        look.detail = PaletteFleet::detailOf(*item);
        if (item->origin == Origin::Lab && !look.detail.startsWith(tr("LAB")))
            look.detail += (look.detail.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("LAB");
    };
    if (key.kind == PaletteKind::Site) {
        show(tables.sites.find(key.id), "server");
        const SiteStatus status = siteStatus(tables, key.id);
        look.state = StateText::look(status.state, status.stale);
    } else if (key.kind == PaletteKind::Connection) {
        const Connection *connection = tables.connections.find(key.id);
        show(connection, "plug");
        if (connection)
            look.state = StateText::look(connection->state);
    } else if (key.kind == PaletteKind::Service) {
        show(tables.services.find(key.id), "layers");
    } else if (key.kind == PaletteKind::Asset) {
        show(tables.assets.find(key.id), "database");
    } else {
        look.title = key.id.toString();
        look.icon = QStringLiteral("map-pin");
        const int sites = m_fleet.sitesIn(look.title);
        look.detail = sites == 1 ? tr("1 site") : tr("%1 sites").arg(format::number(sites));
    }
    return look;
}

PaletteModel::Look PaletteModel::gather(const PaletteKey &key) const
{
    if (!isCommand(key.kind))
        return ofEntity(key);
    Look look;
    const PaletteCommand *found = command(key);
    if (!found)
        return look;
    look.title = found->title;
    look.kind = key.kind == PaletteKind::Page ? kindName(key.kind) : found->section;
    look.icon = found->icon;
    look.keys = found->keys;
    look.whyNot = found->whyNot ? found->whyNot() : QString();
    return look;
}

const PaletteModel::Look &PaletteModel::look(const Row &row) const
{
    if (!row.look) {
        Look look = gather(row.key);
        look.parts = PaletteParts::of(m_query, look.title, look.detail);
        row.look = std::move(look);
    }
    return *row.look;
}

/// State, name, place, kind, key, and why not: the order in which rows are read everywhere.
QString PaletteModel::sentence(const Look &look)
{
    QStringList parts{look.state ? look.state->text : QString(),
                      look.title,
                      look.detail,
                      look.kind,
                      look.keys.toString(QKeySequence::NativeText),
                      look.whyNot.isEmpty() ? QString() : tr("not now: %1").arg(look.whyNot)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const Look &shown = look(row);
    switch (role) {
    case Qt::DisplayRole:
        return shown.title;
    case Qt::AccessibleTextRole:
        return sentence(shown);
    case IdRole:
        return row.key.id.utf8();
    case SymbolRole:
        return shown.state ? QVariant(int(shown.state->symbol)) : QVariant();
    case KindRole:
        return shown.kind;
    case DetailRole:
        return shown.detail;
    case TitlePartsRole:
        return QVariant::fromValue(shown.parts.title);
    case DetailPartsRole:
        return QVariant::fromValue(shown.parts.detail);
    case IconRole:
        return shown.icon;
    case KeysRole:
        return QVariant::fromValue(shown.keys);
    case WhyNotRole:
        return shown.whyNot;
    default:
        return {};
    }
}

} // namespace graticule
