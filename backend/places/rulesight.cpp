// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/rulesight.h"

#include "backend/places/labelkeys.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace graticule {
namespace {

using namespace labelkeys;

constexpr int kLongest = 2000; // ms
constexpr qsizetype kShown = 200;
constexpr qsizetype kMostShown = 20; // labels, and notes, of one thing

using Keys = std::vector<QLatin1String>;

struct Candidate
{
    EntityId id;
    const char *kind = "";
    QString name;
    QString connection;
    QString place;
    Labels labels;
    Labels declared;
};

const Keys &keysOf(const Candidate &candidate)
{
    static const Keys ofNodes{kSite, kRegion, kCountry, kPosition, kCity, kKind, kProvider};
    static const Keys ofServices{kService, kRole, kTier};
    static const Keys ofAssets{kAsset, kClassification, kOwner, kRole};
    return candidate.kind[0] == 'n' ? ofNodes : candidate.kind[0] == 's' ? ofServices : ofAssets;
}

class Sight
{
public:
    Sight(const LabelRules::Parsed &asked, const LabelRules &inForce, const FleetTables &tables,
          const QHash<EntityId, RuledConnection> &connections)
        : m_asked(asked.rules)
        , m_inForce(inForce)
        , m_tables(tables)
        , m_connections(connections)
    {
        m_preview.mistakes = asked.mistakes;
        for (const LabelRules::Rule &rule : m_asked.rules())
            m_preview.rules.append({rule.name, 0, 0});
    }

    RulePreview preview()
    {
        collect();
        // In the order in which they are shown: the same question has the same answer.
        std::sort(m_candidates.begin(), m_candidates.end(), [](const Candidate &a, const Candidate &b) {
            return std::tie(a.kind[0], a.name, a.id) < std::tie(b.kind[0], b.name, b.id);
        });
        m_preview.all = int(m_candidates.size());
        const QDeadlineTimer deadline(kLongest);
        for (const Candidate &candidate : m_candidates) {
            if (deadline.hasExpired())
                break;
            ++m_preview.looked;
            look(candidate);
        }
        const auto room = [&] { return RulePreview::kMostThings - int(m_preview.things.size()); };
        m_preview.things = m_changing.mid(0, RulePreview::kMostThings);
        m_preview.things.append(m_staying.mid(0, room()));
        return std::move(m_preview);
    }

private:
    /// The first of ours that tells of a feed; null: none.
    const RuledConnection *connectionOf(const EntityId &feed) const
    {
        const Feed *known = m_tables.feeds.find(feed);
        const auto ours = known ? m_connections.constFind(known->connection) : m_connections.cend();
        return ours == m_connections.cend() ? nullptr : &*ours;
    }

    void collect()
    {
        m_tables.nodes.forEach([&](const Node &node) {
            const RuledConnection *connection = connectionOf(node.feed);
            const Site *site = m_tables.sites.find(node.site);
            if (connection)
                m_candidates.push_back({node.id, "node", node.name, connection->name, site ? site->name : QString(),
                                        node.labels, connection->declared});
        });
        QHash<EntityId, QString> tellers; // of services and assets
        const auto note = [&](const EntityId &thing, const EntityId &feed) {
            const RuledConnection *connection = connectionOf(feed);
            if (!connection)
                return;
            QString &name = tellers[thing];
            if (name.isEmpty() || connection->name < name)
                name = connection->name;
        };
        m_tables.placements.forEach([&](const Placement &placement) { note(placement.service, placement.feed); });
        m_tables.replicas.forEach([&](const Replica &replica) { note(replica.asset, replica.feed); });
        m_tables.services.forEach([&](const Service &service) {
            if (const auto teller = tellers.constFind(service.id); teller != tellers.cend())
                m_candidates.push_back(
                    {service.id, "service", service.name, *teller, service.name, service.labels, {}});
        });
        m_tables.assets.forEach([&](const Asset &asset) {
            if (const auto teller = tellers.constFind(asset.id); teller != tellers.cend())
                m_candidates.push_back({asset.id, "asset", asset.name, *teller, asset.name, asset.labels, {}});
        });
    }

    void look(const Candidate &candidate)
    {
        RuledThing thing{candidate.id,
                         QLatin1String(candidate.kind),
                         candidate.name,
                         candidate.connection,
                         candidate.place,
                         {},
                         {},
                         {},
                         {},
                         {}};
        const std::vector<LabelRules::Outcome> outcomes = m_asked.preview(candidate.labels);
        for (size_t i = 0; i < outcomes.size(); ++i) {
            if (!outcomes[i].matched)
                continue;
            thing.rules.append(int(i));
            const Labels &set = outcomes[i].set; // of labels of ours, which are few
            for (auto it = set.cbegin(); it != set.cend(); ++it)
                thing.set.insert(it.key(), it->left(kShown));
            thing.notes.append(outcomes[i].notes.mid(0, kMostShown - thing.notes.size()));
            const Labels &match = m_asked.rules()[i].match;
            for (auto it = match.cbegin(); it != match.cend() && thing.matched.size() < kMostShown; ++it)
                thing.matched.insert(it.key(), candidate.labels.value(it.key()).left(kShown));
        }
        const Labels before = m_inForce.added(candidate.labels);
        for (const QLatin1String key : keysOf(candidate))
            compare(candidate, key, before, thing);
        if (thing.rules.isEmpty() && thing.changes.isEmpty())
            return;
        for (const int rule : std::as_const(thing.rules)) {
            ++m_preview.rules[rule].matched;
            m_preview.rules[rule].changed += !thing.changes.isEmpty();
        }
        m_preview.matched += !thing.rules.isEmpty();
        m_preview.changed += !thing.changes.isEmpty();
        QList<RuledThing> &list = thing.changes.isEmpty() ? m_staying : m_changing;
        if (list.size() < RulePreview::kMostThings)
            list.append(std::move(thing));
    }

    /// What the label of that @p key would say instead, as far as the rules have a say in it.
    static void compare(const Candidate &candidate, QLatin1String key, const Labels &before, RuledThing &thing)
    {
        if (candidate.declared.contains(key)) {
            if (thing.set.contains(key))
                thing.notes.append(QStringLiteral("%1 is set by the connection").arg(key));
            return;
        }
        if (candidate.labels.contains(key))
            return; // stays, and the rules say so
        const QString now = before.value(key).left(kShown);
        const QString then = thing.set.value(key);
        if (now != then)
            thing.changes.append({key, now, then});
    }

    const LabelRules &m_asked;
    const LabelRules &m_inForce;
    const FleetTables &m_tables;
    const QHash<EntityId, RuledConnection> &m_connections;
    std::vector<Candidate> m_candidates;
    QList<RuledThing> m_changing;
    QList<RuledThing> m_staying;
    RulePreview m_preview;
};

} // namespace

RulePreview previewRules(const LabelRules::Parsed &asked, const LabelRules &inForce, const FleetTables &tables,
                         const QHash<EntityId, RuledConnection> &connections)
{
    return Sight(asked, inForce, tables, connections).preview();
}

} // namespace graticule
