// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentexport.h"

#include "backend/control/samplescodec.h"
#include "backend/control/valuecodec.h"
#include "backend/domain/saying.h"
#include "backend/history/historyreader.h"
#include "backend/telemetry/samplelimits.h"

#include <control.pb.h>

namespace graticule {
namespace v1 = control::v1;
using namespace incidentform;
namespace {

constexpr qsizetype kSectionBytes = 4 << 20;
constexpr size_t kSectionPoints = 100'000;
constexpr int kTurnsAtOnce = 100'000;
constexpr qsizetype kPieceBytes = 1'000'000;
constexpr Milliseconds kWindow{std::chrono::hours(24)};
constexpr Milliseconds kShortestWindow{std::chrono::minutes(1)};
constexpr int kMostPoints = 100'000;  // of one answer
constexpr size_t kOneListing = 5'000; ///< items of a change; a larger one is told in parts

Error refused(const QString &text)
{
    return {ErrorKind::Invalid, Fault::Input, text, std::nullopt};
}

/// What of a log is kept; empty: nothing.
QByteArray keptOf(const IncidentFilter &filter, const QByteArray &log)
{
    QByteArray kept;
    const auto changes = readChanges(log);
    for (size_t i = 0; changes && i < changes->size(); ++i) {
        const HistoryChange change{(*changes)[i].at, filter.kept((*changes)[i].delta)};
        if (!change.delta.isEmpty())
            appendChange(kept, change);
    }
    return kept;
}

/// Parts of @p change of at most kOneListing items.
template<class Take> bool inParts(const HistoryChange &change, Take take)
{
    if (change.delta.size() <= kOneListing)
        return take(change);
    HistoryChange part{change.at, {}};
    size_t size = 0;
    bool goesOn = true;
    const auto added = [&] {
        if (++size < kOneListing || !goesOn)
            return;
        goesOn = take(part);
        part.delta = {};
        size = 0;
    };
    forEachKind(
        [&](const auto &from, auto &to) {
            for (const auto &item : from.upserted) {
                to.upserted.push_back(item);
                added();
            }
            for (const EntityId &id : from.removed) {
                to.removed.push_back(id);
                added();
            }
        },
        change.delta, part.delta);
    return goesOn && (size == 0 || take(part));
}

} // namespace

QString withoutCredentials(const QString &address)
{
    const qsizetype scheme = address.indexOf(QLatin1String("://"));
    const qsizetype begin = scheme < 0 ? 0 : scheme + 3;
    QString rest = address.mid(begin);
    rest.truncate(std::min({rest.size(), rest.indexOf(u'?') < 0 ? rest.size() : rest.indexOf(u'?'),
                            rest.indexOf(u'#') < 0 ? rest.size() : rest.indexOf(u'#')}));
    const qsizetype path = rest.indexOf(u'/');
    const qsizetype at = rest.left(path < 0 ? rest.size() : path).lastIndexOf(u'@');
    const QString user = at < 0 ? QString() : rest.left(at);
    // "ssh://name@host" says who, and no secret; what has a colon may be one.
    return address.left(begin) + (user.contains(u':') || scheme < 0 ? rest.mid(at + 1) : rest);
}

ConnectionConfig forIncident(const ConnectionConfig &config)
{
    ConnectionConfig told;
    told.id = config.id;
    told.name = config.name;
    told.type = config.type;
    told.address = withoutCredentials(config.address);
    told.origin = config.origin;
    return told;
}

IncidentExport::IncidentExport(From from, IncidentOrder order, IncidentSource::Take take)
    : m_from(std::move(from))
    , m_order(std::move(order))
    , m_take(std::move(take))
    , m_filter(m_order.sites, m_order.services)
{
}

Error IncidentExport::enough() const
{
    return {ErrorKind::Cancelled, Fault::Input, QStringLiteral("The export was ended."), std::nullopt};
}

bool IncidentExport::put(const QByteArray &bytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += kPieceBytes) {
        if (!m_take({bytes.mid(at, kPieceBytes), m_permille, m_step, 0, false}))
            return false;
    }
    return true;
}

bool IncidentExport::tell(const QString &step, int permille)
{
    m_step = step;
    m_permille = std::clamp(permille, m_permille, 999);
    return m_take({{}, m_permille, m_step, 0, false});
}

Result<Done> IncidentExport::run()
{
    TimeSpan &span = m_order.span;
    if (span.from == kNever || span.until <= span.from || span.until - span.from > kLongest)
        return refused(QStringLiteral("An incident file needs a begin and, at most 400 days later, an end."));
    const auto key = SigningKey::in(m_from.keyFile);
    if (!key)
        return key.error();
    auto history = HistoryReader::open(m_from.historyFile);
    const auto range = history ? history.value()->range() : Result<TimeSpan>(history.error());
    if (!range)
        return range.error();
    if (range->from == kNever || range->from >= span.until || range->until <= span.from)
        return Error{ErrorKind::NotFound, Fault::Input,
                     range->from == kNever ? phrase("phrase.history-empty")
                                           : QStringLiteral("Nothing is recorded of that time; there is something from "
                                                            "%1 to %2.")
                                                 .arg(toIso(range->from), toIso(range->until)),
                     std::nullopt};
    if (span.from < range->from)
        m_manifest.notes.append(phrase("phrase.history-begins", {toIso(range->from)}));
    // Who asks up to now gets what is on the disk by now.
    span = {std::max(span.from, range->from), std::min(span.until, range->until)};
    m_manifest.keeperId = m_from.keeperId;
    m_manifest.keeperName = m_from.keeperName;
    m_manifest.version = m_from.version;
    m_manifest.exportedBy = m_order.caller;
    m_manifest.madeAt = m_from.now;
    m_manifest.span = span;
    m_step = QStringLiteral("facts");
    if (const auto looked = lookThrough(**history); !looked)
        return looked.error();
    m_writer = std::make_unique<IncidentWriter>([this](const QByteArray &bytes) { return put(bytes); });
    for (const auto &write : {&IncidentExport::writeFacts, &IncidentExport::writeLate, &IncidentExport::writeTurns,
                              &IncidentExport::writeCoverage}) {
        if (const auto written = (this->*write)(**history); !written)
            return written.error();
    }
    if (const auto written = writeSamples(); !written)
        return written.error();
    if (const auto written = writeSettings(); !written)
        return written.error();
    if (!tell(QStringLiteral("signature"), 990))
        return enough();
    if (const auto finished = m_writer->finish(m_manifest, *key); !finished)
        return finished.error();
    return m_take({{}, 1000, m_step, m_writer->bytes(), true}) ? Result<Done>(Done()) : Result<Done>(enough());
}

/// What belongs to the sites and services that are wanted is known once all was seen.
Result<Done> IncidentExport::lookThrough(HistoryReader &history)
{
    if (m_filter.isEmpty())
        return Done();
    bool goesOn = tell(QStringLiteral("facts"), 0);
    const auto told = history.tell(m_order.span, [&](const HistoryChange &change) {
        m_filter.look(change.delta);
        return goesOn = goesOn && m_take({{}, m_permille, m_step, 0, false});
    });
    if (!told || !goesOn)
        return told ? enough() : told.error();
    const auto settled = m_filter.settle();
    if (settled)
        m_manifest.notes.append(phrase("phrase.incident-only", {m_filter.text()}));
    return settled;
}

/// Who may have samples, and what connections tell of how they are reached.
void IncidentExport::note(const FleetDelta &delta)
{
    m_manifest.changes += qint64(delta.size());
    const auto add = [this](const auto &changes) {
        for (const auto &item : changes.upserted)
            m_entities.insert(item->id);
    };
    add(delta.connections);
    add(delta.sites);
    add(delta.nodes);
    add(delta.services);
    add(delta.placements);
    add(delta.replicas);
    add(delta.links);
}

Result<Done> IncidentExport::writeFacts(HistoryReader &history)
{
    if (!tell(QStringLiteral("facts"), 0))
        return enough();
    const auto length = double((m_order.span.until - m_order.span.from).count());
    QByteArray log;
    bool goesOn = true;
    bool isFull = false;
    const auto damaged = history.tell(m_order.span, [&](const HistoryChange &all) {
        const HistoryChange whole{all.at, m_filter.kept(all.delta)};
        if (whole.delta.isEmpty())
            return goesOn;
        goesOn = inParts(whole, [&](HistoryChange change) {
            if (m_manifest.changes + qint64(change.delta.size()) > kMostChanges) {
                isFull = true;
                return false;
            }
            for (auto &connection : change.delta.connections.upserted) {
                if (const QString clean = withoutCredentials(connection->address); clean != connection->address) {
                    Connection told = *connection;
                    told.address = clean;
                    connection = std::make_shared<const Connection>(std::move(told));
                }
            }
            note(change.delta);
            appendChange(log, change);
            if (log.size() < kSectionBytes)
                return true;
            m_permille = int(400 * double((change.at - m_order.span.from).count()) / length);
            return m_writer->add(Kind::Facts, std::exchange(log, {}));
        });
        return goesOn;
    });
    if (!damaged)
        return damaged.error();
    if (isFull)
        return Error{ErrorKind::TooLarge, Fault::Input,
                     QStringLiteral("More changed in that time than an incident file may hold; take a shorter one."),
                     std::nullopt};
    if (!goesOn || !m_writer->add(Kind::Facts, log))
        return enough();
    if (*damaged > 0)
        m_manifest.notes.append(phrase("phrase.incident-damaged", {QString::number(*damaged)}));
    return Done();
}

Result<Done> IncidentExport::writeLate(HistoryReader &history)
{
    v1::IncidentLate late;
    size_t bytes = 0;
    bool goesOn = true;
    const auto flush = [&] {
        goesOn = m_writer->add(Kind::Late, QByteArray::fromStdString(late.SerializeAsString()));
        late.Clear();
        bytes = 0;
    };
    const auto told = history.tellLate(m_order.span, [&](Instant since, Instant learnt, const QByteArray &log) {
        const QByteArray kept = m_filter.isEmpty() ? log : keptOf(m_filter, log);
        if (kept.isEmpty())
            return goesOn;
        v1::IncidentLateFact *fact = late.add_facts();
        fact->set_since_ms(toMs(since));
        fact->set_learnt_ms(toMs(learnt));
        fact->set_log(kept.constData(), size_t(kept.size()));
        ++m_manifest.late;
        bytes += size_t(kept.size());
        if (bytes > size_t(kSectionBytes))
            flush();
        return goesOn;
    });
    if (!told)
        return told.error();
    if (late.facts_size() > 0)
        flush();
    return goesOn ? Result<Done>(Done()) : Result<Done>(enough());
}

Result<Done> IncidentExport::writeTurns(HistoryReader &history)
{
    if (!tell(QStringLiteral("turns"), 400))
        return enough();
    const auto told = history.turns(m_order.span, {}, int(kMostTurns));
    if (!told)
        return told.error();
    QList<SiteTurn> turns = *told;
    turns.removeIf([this](const SiteTurn &turn) { return !m_filter.keeps(turn.site); });
    m_manifest.turns = turns.size();
    for (qsizetype at = 0; at < turns.size(); at += kTurnsAtOnce) {
        v1::TurnsReply reply;
        encode(turns.mid(at, kTurnsAtOnce), &reply);
        if (!m_writer->add(Kind::Turns, QByteArray::fromStdString(reply.SerializeAsString())))
            return enough();
    }
    return Done();
}

Result<Done> IncidentExport::writeCoverage(HistoryReader &history)
{
    const auto holes = history.holes(m_order.span);
    if (!holes)
        return holes.error();
    v1::CoverageReply reply;
    encode(HistoryCoverage{m_order.span, *holes, {}, 0}, &reply);
    return m_writer->add(Kind::Coverage, QByteArray::fromStdString(reply.SerializeAsString())) ? Result<Done>(Done())
                                                                                               : Result<Done>(enough());
}

Result<Done> IncidentExport::writeSamples()
{
    QList<EntityId> entities(m_entities.cbegin(), m_entities.cend());
    std::sort(entities.begin(), entities.end());
    for (qsizetype i = 0; i < entities.size(); ++i) {
        if ((i % 64 == 0 || i + 1 == entities.size()) &&
            !tell(QStringLiteral("samples"), 420 + int(550 * (i + 1) / entities.size())))
            return enough();
        // What there is of it, hour by hour: of most entities nothing.
        const auto overview = m_from.samples(
            {entities[i], {}, m_order.span.from, m_order.span.until + Milliseconds(1), Resolution::Automatic, 2});
        if (!overview)
            return enough();
        for (const SampleAnswer &series : overview->series) {
            if (m_manifest.samples >= kMostSamples) {
                ++m_leftOut;
                continue;
            }
            ++m_manifest.series;
            if (const auto written = writeSeries(entities[i], series.metric); !written)
                return written.error();
        }
    }
    if (!flushSamples())
        return enough();
    if (m_leftOut > 0)
        m_manifest.notes.append(
            phrase("phrase.incident-left-out", {QString::number(m_leftOut), QString::number(kMostSamples)}));
    if (m_coarse > 0)
        m_manifest.notes.append(phrase("phrase.incident-coarse", {QString::number(m_coarse)}));
    return Done();
}

/// Day by day: each as fine as it was kept.
Result<Done> IncidentExport::writeSeries(const EntityId &entity, const QString &metric)
{
    const Instant end = m_order.span.until + Milliseconds(1);
    for (Instant from = m_order.span.from; from < end; from += kWindow) {
        const Instant to = std::min(end, from + kWindow);
        bool isThere = false;
        if (const auto written = writeRaw(entity, metric, from, to, isThere); !written)
            return written;
        const bool isOld = m_from.now - from > SampleLimits().rawKept - SampleLimits::Days(1);
        for (const Resolution resolution : {Resolution::Minute, Resolution::Hour}) {
            if (isThere || !isOld)
                break; // or nothing was measured
            auto answer = m_from.samples({entity, {metric}, from, to, resolution, kMostPoints});
            if (!answer)
                return enough();
            isThere = !answer->series.isEmpty() && !answer->series.first().buckets.empty();
            if (!isThere)
                continue;
            if (const auto taken = take(std::move(answer->series.first())); !taken)
                return taken;
        }
    }
    return Done();
}

/// The samples themselves; where there are more than one answer may have, in parts.
Result<Done> IncidentExport::writeRaw(const EntityId &entity, const QString &metric, Instant from, Instant to,
                                      bool &isThere)
{
    auto answer = m_from.samples({entity, {metric}, from, to, Resolution::Raw, kMostPoints});
    if (!answer)
        return enough();
    if (answer->series.isEmpty() || answer->series.first().buckets.empty())
        return Done();
    isThere = true;
    const Milliseconds half = (to - from) / 2;
    if (answer->series.first().stepMs == 0 || half < kShortestWindow)
        return take(std::move(answer->series.first()));
    const auto first = writeRaw(entity, metric, from, from + half, isThere);
    return first ? writeRaw(entity, metric, from + half, to, isThere) : first;
}

Result<Done> IncidentExport::take(SampleAnswer &&series)
{
    const size_t points = series.buckets.size();
    if (series.stepMs > 0)
        m_coarse += qint64(points);
    m_points += points;
    m_manifest.samples += qint64(points);
    m_samples.series.append(std::move(series));
    return m_points < kSectionPoints || flushSamples() ? Result<Done>(Done()) : Result<Done>(enough());
}

bool IncidentExport::flushSamples()
{
    if (m_samples.series.isEmpty())
        return true;
    v1::SamplesReply reply;
    encode(m_samples, &reply);
    reply.clear_store(); // how this keeper's disk does is nothing of the incident's
    m_samples = {};
    m_points = 0;
    return m_writer->add(Kind::Samples, QByteArray::fromStdString(reply.SerializeAsString()));
}

Result<Done> IncidentExport::writeSettings()
{
    QList<ConnectionConfig> told;
    for (const ConnectionConfig &config : m_from.connections) {
        if (m_filter.keeps(config.id))
            told.append(forIncident(config));
    }
    v1::ConnectionList list;
    encode(told, &list);
    return m_writer->add(Kind::Settings, QByteArray::fromStdString(list.SerializeAsString())) ? Result<Done>(Done())
                                                                                              : Result<Done>(enough());
}

} // namespace graticule
