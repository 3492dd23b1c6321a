// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/keeper/samebook.h"

#include "backend/connectors/connectionstate.h"
#include "backend/connectors/pooltask.h"
#include "backend/domain/saying.h"
#include "backend/keeper/samedecisions.h"
#include "backend/places/sameservices.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <set>

namespace graticule {
namespace {

Error refusal(ErrorKind kind, const char *code, const QStringList &arguments = {})
{
    return saidError(kind, Fault::Input, code, arguments, std::nullopt);
}

Error malformed(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

bool isAbout(const SameDecision &decision, const EntityId &one, const EntityId &other)
{
    return (decision.one.id == one && decision.other.id == other) ||
           (decision.one.id == other && decision.other.id == one);
}

} // namespace

SameBook::SameBook(QString path, const RuleBook::Parts &parts, Clock &clock)
    : m_path(std::move(path))
    , m_parts(parts)
    , m_clock(clock)
{
}

Result<QList<SameDecision>> SameBook::read()
{
    m_stamp = stamp();
    QFile file(m_path);
    const auto decisions = !QFileInfo(m_path).isFile() // to open a pipe waits for its writer
                               ? Result<QList<SameDecision>>(malformed(QStringLiteral("it is no plain file")))
                               : file.open(QIODevice::ReadOnly)
                                     ? SameDecisions::fromJson(file.read(SameDecisions::kLargest + 1))
                                     : Result<QList<SameDecision>>(malformed(file.errorString()));
    m_why = decisions ? QString() : decisions.error().text;
    if (!decisions)
        qInfo("%s %s", qUtf8Printable(m_path), qUtf8Printable(trouble()));
    return decisions;
}

void SameBook::load()
{
    if (m_path.isEmpty() || !QFileInfo::exists(m_path))
        return;
    if (const auto decisions = read()) {
        take(*decisions);
        m_parts.sites.setSame(m_names);
    }
}

std::pair<qint64, qint64> SameBook::stamp() const
{
    const QFileInfo info(m_path);
    return {info.lastModified().toMSecsSinceEpoch(), info.size()};
}

void SameBook::refresh()
{
    if (m_path.isEmpty() || stamp() == m_stamp)
        return;
    if (!QFileInfo::exists(m_path))
        m_why.clear(); // it is written again, with what was known
    else if (const auto decisions = read())
        adopt(*decisions);
}

void SameBook::take(QList<SameDecision> decisions)
{
    m_decisions = std::move(decisions);
    m_names = sameNames(m_decisions);
}

/// Those whose services can be called the same, with their names.
QHash<EntityId, QString> SameBook::connections() const
{
    QHash<EntityId, QString> names;
    for (const Supervisor *supervisor : m_parts.connections.all()) {
        const ConnectorType *type = m_parts.registry.find(supervisor->config().type);
        if (type && type->isRuled)
            names.insert(supervisor->config().id, supervisor->config().name);
    }
    return names;
}

/// Of those that lead to one endpoint the one that stands for each.
QHash<EntityId, EntityId> SameBook::twins() const
{
    QHash<EntityId, EntityId> twins;
    const auto all = m_parts.connections.all();
    for (auto one = all.begin(); one != all.end(); ++one) {
        const auto first = std::find_if(all.begin(), one, [&](const Supervisor *other) {
            return isSameEndpoint((*one)->identities(), other->identities());
        });
        if (first != one)
            twins.insert((*one)->config().id, (*first)->config().id);
    }
    return twins;
}

void SameBook::sameServices(Answer done)
{
    refresh();
    const auto work = [snapshot = m_parts.hub.latest(), connections = connections(), decisions = m_decisions,
                       twins = twins()] {
        return snapshot ? suggestSame(snapshot->tables, connections, decisions, twins) : SameServices{{}, decisions};
    };
    runInPool<SameServices>(this, work, [this, done = std::move(done)](SameServices same) {
        same.waiting = m_parts.waiting();
        done(same);
    });
}

/// The service of that id which the fleet shows as one with others: until its connection has been read again that may
/// be what was said before. Its id is empty: there is none.
ToldService SameBook::partShown(const EntityId &id, const FleetTables &tables) const
{
    std::vector<Former> shown; // two at most: as before, and as now
    if (const auto former = m_former.constFind(id); former != m_former.cend())
        shown.push_back(*former);
    if (const QString declared = m_names.value(id); !declared.isEmpty()) {
        const auto isIts = [&](const SameDecision &known) { return known.one.id == id || known.other.id == id; };
        const auto known = std::find_if(m_decisions.cbegin(), m_decisions.cend(), isIts);
        shown.push_back({known->one.id == id ? known->one : known->other, declared});
    }
    if (shown.empty())
        return {};
    QSet<EntityId> here; // services with a part at the connection of that one
    tables.placements.forEach([&](const Placement &placement) {
        const Feed *feed = tables.feeds.find(placement.feed);
        if (feed && id.utf8().startsWith(feed->connection.utf8() + "/service/"))
            here.insert(placement.service);
    });
    const auto isThere = [&](const Former &one) { return here.contains(EntityId::declared("service", one.declared)); };
    const auto found = std::find_if(shown.cbegin(), shown.cend(), isThere);
    return found == shown.cend() ? ToldService() : found->part;
}

Result<ToldService> SameBook::told(const EntityId &id) const
{
    const SnapshotPtr snapshot = m_parts.hub.latest();
    const Service *service = snapshot ? snapshot->tables.services.find(id) : nullptr;
    if (!service) {
        const ToldService part = snapshot ? partShown(id, snapshot->tables) : ToldService();
        return part.id.isEmpty()
                   ? Result<ToldService>(refusal(ErrorKind::NotFound, "same.no-service", {id.toString().left(200)}))
                   : part;
    }
    const QHash<EntityId, QString> ours = connections();
    QStringList names;
    snapshot->tables.placements.forEach([&](const Placement &placement) {
        const Feed *feed = placement.service == id ? snapshot->tables.feeds.find(placement.feed) : nullptr;
        if (feed && ours.contains(feed->connection))
            names.append(ours.value(feed->connection));
    });
    if (names.isEmpty())
        return refusal(ErrorKind::Invalid, "same.not-told", {service->name});
    return ToldService{id, service->name, *std::min_element(names.cbegin(), names.cend())};
}

/// @p wish, unless others are called so already, who are not these.
QString SameBook::freeName(const QString &wish) const
{
    const SnapshotPtr snapshot = m_parts.hub.latest();
    QSet<QString> names;
    for (const SameDecision &known : m_decisions) {
        if (known.isSame)
            names.insert(known.name);
    }
    const auto isTaken = [&](const QString &name) {
        return names.contains(name) || snapshot->tables.services.contains(EntityId::declared("service", name));
    };
    QString name = wish;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1 (%2)").arg(wish).arg(number);
    return name;
}

/// Under which the two become one: that of what either is one with already, which comes along.
Result<QString> SameBook::nameFor(const ToldService &one, const ToldService &other) const
{
    const auto declaredAs = [&](const EntityId &id) {
        const QString declared = declaredOf(id);
        return declared.isEmpty() ? m_names.value(id) : declared;
    };
    const auto isLabel = [](const QString &declared) { return !declared.isEmpty() && !isDecided(declared); };
    const QString a = declaredAs(one.id);
    const QString b = declaredAs(other.id);
    if (isLabel(a) && isLabel(b) && a != b)
        return refusal(ErrorKind::Invalid, "same.declared", {a, b});
    if (isLabel(a) || (!a.isEmpty() && !isLabel(b)))
        return serviceNameOf(a);
    return b.isEmpty() ? freeName(one.name) : serviceNameOf(b);
}

/// One of those that @p service is made of, when people made it; decisions are of such only, so that each can be taken
/// back by itself.
Result<ToldService> SameBook::partOf(const ToldService &service) const
{
    const QString declared = declaredOf(service.id);
    if (!isDecided(declared))
        return service;
    for (const SameDecision &decision : m_decisions) {
        for (const ToldService &part : {decision.one, decision.other}) {
            if (m_names.value(part.id) == declared)
                return part;
        }
    }
    return refusal(ErrorKind::NotFound, "same.gone", {service.name}); // taken back meanwhile
}

/// Of the decision about the two, also when one of them has become one with others since; -1: there is none.
qsizetype SameBook::indexOf(const EntityId &one, const EntityId &other) const
{
    const auto isIn = [&](const ToldService &part, const EntityId &id) {
        const QString declared = declaredOf(id);
        return part.id == id || (isDecided(declared) && m_names.value(part.id) == declared);
    };
    qsizetype found = -1;
    for (qsizetype i = 0; i < m_decisions.size(); ++i) {
        const SameDecision &decision = m_decisions[i];
        if (isAbout(decision, one, other))
            return i;
        if (found < 0 && decision.isSame &&
            ((isIn(decision.one, one) && isIn(decision.other, other)) ||
             (isIn(decision.one, other) && isIn(decision.other, one))))
            found = i;
    }
    return found;
}

SameDecision SameBook::aboutTwo(const EntityId &one, const EntityId &other) const
{
    const qsizetype known = indexOf(one, other);
    if (known >= 0 && m_decisions[known].isSame)
        return m_decisions[known];
    const auto a = told(one);
    const auto b = told(other);
    if (!a || !b)
        return known >= 0 ? m_decisions[known] : SameDecision{{one, {}, {}}, {other, {}, {}}, false, {}, {}, kNever};
    const auto name = nameFor(*a, *b);
    return {*a, *b, true, name ? *name : QString(), {}, kNever};
}

Result<SameDecision> SameBook::decideSame(const EntityId &one, const EntityId &other, bool areSame, const QString &who)
{
    refresh();
    if (!m_why.isEmpty())
        return refusal(ErrorKind::Internal, "same.unreadable", {m_path, m_why});
    auto a = told(one);
    auto b = told(other);
    if (!a || !b)
        return a ? b.error() : a.error();
    if (one == other)
        return refusal(ErrorKind::Invalid, "same.one-already", {a->name});
    const auto name = areSame ? nameFor(*a, *b) : Result<QString>(a->name);
    if (!name)
        return name.error();
    if (areSame) {
        a = partOf(*a);
        b = partOf(*b);
        if (!a || !b)
            return a ? b.error() : a.error();
        if (a->id == b->id)
            return refusal(ErrorKind::Invalid, "same.one-already", {a->name});
    }
    QList<SameDecision> decisions = m_decisions;
    decisions.removeIf(
        [&](const SameDecision &known) { return isAbout(known, one, other) || isAbout(known, a->id, b->id); });
    SameDecision decision{*a, *b, areSame, *name, who, m_clock.now()};
    decisions.prepend(decision);
    if (decisions.size() > SameDecisions::kMost)
        return refusal(ErrorKind::Invalid, "same.too-many");
    if (const auto written = write(decisions); !written)
        return written.error();
    decision.waiting = adopt(std::move(decisions));
    return decision;
}

Result<SameDecision> SameBook::undecideSame(const EntityId &one, const EntityId &other)
{
    refresh();
    if (!m_why.isEmpty())
        return refusal(ErrorKind::Internal, "same.unreadable", {m_path, m_why});
    const qsizetype found = indexOf(one, other);
    if (found < 0)
        return refusal(ErrorKind::NotFound, "same.not-said");
    QList<SameDecision> decisions = m_decisions;
    SameDecision taken = decisions.takeAt(found);
    if (const auto written = write(decisions); !written)
        return written.error();
    taken.waiting = adopt(std::move(decisions));
    return taken;
}

Result<Done> SameBook::write(const QList<SameDecision> &decisions)
{
    if (m_path.isEmpty())
        return Done();
    const QByteArray json = SameDecisions::toJson(decisions);
    if (json.size() > SameDecisions::kLargest)
        return refusal(ErrorKind::Invalid, "same.too-many"); // it would not be read again
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) < 0 || !file.commit())
        return refusal(ErrorKind::Internal, "rules.not-written", {m_path, file.errorString()});
    m_stamp = stamp();
    return Done();
}

/// Connections that follow later.
QList<WaitingConnection> SameBook::adopt(QList<SameDecision> decisions)
{
    const QHash<EntityId, QString> before = m_names;
    if (m_former.size() > SameDecisions::kMost)
        m_former.clear();
    const QList<SameDecision> former = m_decisions;
    take(std::move(decisions));
    if (m_names == before)
        return {};
    std::set<EntityId> others; // what is called otherwise now
    const auto compare = [&](const QList<SameDecision> &all) {
        for (const SameDecision &decision : all) {
            for (const ToldService &part : {decision.one, decision.other}) {
                const QString was = before.value(part.id);
                if (was == m_names.value(part.id))
                    continue;
                others.insert(part.id);
                if (!was.isEmpty())
                    m_former.insert(part.id, {part, was});
            }
        }
    };
    compare(former);
    compare(m_decisions);
    m_parts.sites.setSame(m_names);
    QList<EntityId> concerned;
    QStringList names;
    for (const Supervisor *supervisor : m_parts.connections.all()) {
        const QByteArray ours = supervisor->config().id.utf8() + "/service/";
        const auto first = others.lower_bound(EntityId(ours));
        if (first != others.cend() && first->utf8().startsWith(ours)) {
            concerned.append(supervisor->config().id);
            names.append(supervisor->config().name);
        }
    }
    Q_EMIT changed(concerned);
    QList<WaitingConnection> waiting = m_parts.waiting();
    waiting.removeIf([&](const WaitingConnection &one) { return !names.contains(one.name); });
    return waiting;
}

} // namespace graticule
