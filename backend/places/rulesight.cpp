// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/rulesight.h"

#include "backend/places/labelkeys.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <map>
#include <set>

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
    std::vector<Labels> labels; ///< of each of its parts
    Labels declared;
};

const Keys &keysOf(const Candidate &candidate)
{
    static const Keys ofNodes{kSite, kRegion, kCountry, kPosition, kCity, kKind, kProvider};
    static const Keys ofServices{kService, kRole, kTier};
    static const Keys ofAssets{kAsset, kClassification, kOwner, kRole};
    return candidate.kind[0] == 'n' ? ofNodes : candidate.kind[0] == 's' ? ofServices : ofAssets;
}

/// A label, and the value that a rule sets it to.
using Setting = std::pair<QString, QString>;

/// What @p counted says of one rule, as far as it is told of.
void tell(const std::map<Setting, RuleSetting> &counted, RuleCount &rule)
{
    rule.settings = int(counted.size());
    for (const auto &[setting, count] : counted)
        rule.sets.append(count);
    std::stable_sort(rule.sets.begin(), rule.sets.end(),
                     [](const RuleSetting &a, const RuleSetting &b) { return a.things() > b.things(); });
    rule.sets.resize(std::min<qsizetype>(rule.sets.size(), RuleCount::kMostSets));
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
        m_settings.resize(m_asked.rules().size());
    }

    RulePreview preview()
    {
        if (!m_preview.mistakes.isEmpty() && m_preview.rules.isEmpty())
            return std::move(m_preview); // what would be without any rule is no answer
        collect();
        // In the order in which they are shown: the same question has the same answer.
        std::sort(m_candidates.begin(), m_candidates.end(), [](const Candidate &a, const Candidate &b) {
            return std::tie(a.kind[0], a.name, a.id) < std::tie(b.kind[0], b.name, b.id);
        });
        m_preview.all = int(m_candidates.size());
        m_deadline.setRemainingTime(kLongest);
        for (const Candidate &candidate : m_candidates) {
            if (!look(candidate))
                break;
            ++m_preview.looked;
        }
        for (size_t rule = 0; rule < m_settings.size(); ++rule)
            tell(m_settings[rule], m_preview.rules[qsizetype(rule)]);
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
                m_candidates.push_back({node.id,
                                        "node",
                                        node.name,
                                        connection->name,
                                        site ? site->name : QString(),
                                        {node.labels},
                                        connection->declared});
        });
        for (const RuledConnection &connection : m_connections) {
            QHash<EntityId, size_t> known;
            for (const OwnLabels &own : connection.own) {
                const auto found = known.constFind(own.id);
                if (found != known.cend()) {
                    m_candidates[*found].labels.push_back(own.labels);
                    continue;
                }
                known.insert(own.id, m_candidates.size());
                const char *kind = own.kind == OwnLabels::Kind::Service ? "service" : "asset";
                m_candidates.push_back({own.id, kind, own.name, connection.name, own.place, {own.labels}, {}});
            }
        }
    }

    /// False: there was no time.
    bool look(const Candidate &candidate)
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
        qsizetype matching = 0;
        std::set<std::pair<size_t, Setting>> settings; // of rules; each counts once, whatever of its parts have it
        for (const Labels &labels : candidate.labels) {
            if (m_deadline.hasExpired())
                return false;
            matching += look(candidate, labels, thing, settings);
        }
        if (thing.rules.isEmpty() && thing.changes.isEmpty())
            return true;
        if (matching > 0 && matching < qsizetype(candidate.labels.size()))
            addNote(thing,
                    QStringLiteral("rules match %1 of its %2 containers").arg(matching).arg(candidate.labels.size()));
        std::sort(thing.rules.begin(), thing.rules.end());
        for (const int rule : std::as_const(thing.rules)) {
            ++m_preview.rules[rule].matched;
            m_preview.rules[rule].changed += !thing.changes.isEmpty();
        }
        for (const auto &[rule, setting] : settings) {
            RuleSetting &count = m_settings[rule][setting];
            std::tie(count.label, count.value) = setting;
            ++(candidate.kind[0] == 'n' ? count.nodes : candidate.kind[0] == 's' ? count.services : count.assets);
        }
        m_preview.matched += !thing.rules.isEmpty();
        m_preview.changed += !thing.changes.isEmpty();
        QList<RuledThing> &list = thing.changes.isEmpty() ? m_staying : m_changing;
        if (list.size() < RulePreview::kMostThings)
            list.append(std::move(thing));
        return true;
    }

    /// Adds to @p thing what becomes of a part of it that carries @p labels; whether a rule matches that.
    bool look(const Candidate &candidate, const Labels &labels, RuledThing &thing,
              std::set<std::pair<size_t, Setting>> &settings) const
    {
        const std::vector<LabelRules::Outcome> outcomes = m_asked.preview(labels);
        Labels set;
        bool matches = false;
        for (size_t i = 0; i < outcomes.size(); ++i) {
            if (!outcomes[i].matched)
                continue;
            matches = true;
            if (!thing.rules.contains(int(i)))
                thing.rules.append(int(i));
            const Labels &those = outcomes[i].set; // of labels of ours, which are few
            for (auto it = those.cbegin(); it != those.cend(); ++it) {
                if (!saysAnything(candidate, it.key(), thing))
                    continue;
                set.insert(it.key(), it->left(kShown));
                settings.insert({i, {it.key(), it->left(kShown)}});
            }
            for (const QString &note : outcomes[i].notes)
                addNote(thing, note);
            const Labels &match = m_asked.rules()[i].match;
            for (auto it = match.cbegin(); it != match.cend() && thing.matched.size() < kMostShown; ++it) {
                if (!thing.matched.contains(it.key()))
                    thing.matched.insert(it.key(), labels.value(it.key()).left(kShown));
            }
        }
        const Labels before = m_inForce.added(labels);
        for (const QLatin1String key : keysOf(candidate))
            compare(candidate, labels, key, before, set, thing);
        for (auto it = set.cbegin(); it != set.cend(); ++it) {
            if (!thing.set.contains(it.key()))
                thing.set.insert(it.key(), *it);
        }
        return matches;
    }

    static void addNote(RuledThing &thing, const QString &note)
    {
        if (thing.notes.size() < kMostShown && !thing.notes.contains(note))
            thing.notes.append(note);
    }

    /// Whether the label of that @p key, which a rule sets, says something of @p candidate; else why not is noted.
    static bool saysAnything(const Candidate &candidate, const QString &key, RuledThing &thing)
    {
        const Keys &keys = keysOf(candidate);
        if (std::find(keys.cbegin(), keys.cend(), key) == keys.cend())
            addNote(thing, QStringLiteral("%1 says nothing of such a %2").arg(key, QLatin1String(candidate.kind)));
        else if (candidate.declared.contains(key))
            addNote(thing, QStringLiteral("%1 is set by the connection").arg(key));
        else
            return true;
        return false;
    }

    /// What the label of that @p key would say instead, as far as the rules have a say in it.
    static void compare(const Candidate &candidate, const Labels &labels, QLatin1String key, const Labels &before,
                        const Labels &set, RuledThing &thing)
    {
        if (candidate.declared.contains(key) || labels.contains(key))
            return; // stays, which is noted
        const RuledChange change{key, before.value(key).left(kShown), set.value(key)};
        if (change.before != change.after && thing.changes.size() < kMostShown && !thing.changes.contains(change))
            thing.changes.append(change);
    }

    const LabelRules &m_asked;
    const LabelRules &m_inForce;
    const FleetTables &m_tables;
    const QHash<EntityId, RuledConnection> &m_connections;
    QDeadlineTimer m_deadline;
    std::vector<Candidate> m_candidates;
    QList<RuledThing> m_changing;
    QList<RuledThing> m_staying;
    RulePreview m_preview;
    std::vector<std::map<Setting, RuleSetting>> m_settings; ///< of each rule
};

} // namespace

RulePreview previewRules(const LabelRules::Parsed &asked, const LabelRules &inForce, const FleetTables &tables,
                         const QHash<EntityId, RuledConnection> &connections)
{
    return Sight(asked, inForce, tables, connections).preview();
}

} // namespace graticule
