// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/incident/incidentexport.h"

#include "backend/control/valuecodec.h"
#include "backend/domain/saying.h"
#include "backend/history/historyreader.h"
#include "backend/incident/incidentsettings.h"

#include <control.pb.h>

namespace graticule {
namespace v1 = control::v1;
using namespace incidentform;
namespace {

constexpr qsizetype kSectionBytes = 4 << 20;
constexpr int kTurnsAtOnce = 100'000;
constexpr qsizetype kPieceBytes = 1'000'000;
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

IncidentExport::IncidentExport(From from, IncidentOrder order, IncidentSource::Take take)
    : m_from(std::move(from))
    , m_order(std::move(order))
    , m_take(std::move(take))
    , m_filter(m_order.sites, m_order.services)
{
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
        return IncidentWriter::ended();
    if (const auto finished = m_writer->finish(m_manifest, *key); !finished)
        return finished.error();
    return m_take({{}, 1000, m_step, m_writer->bytes(), true}) ? Result<Done>(Done())
                                                               : Result<Done>(IncidentWriter::ended());
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
        return told ? IncidentWriter::ended() : told.error();
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
        return IncidentWriter::ended();
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
        return IncidentWriter::ended();
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
    return goesOn ? Result<Done>(Done()) : Result<Done>(IncidentWriter::ended());
}

Result<Done> IncidentExport::writeTurns(HistoryReader &history)
{
    if (!tell(QStringLiteral("turns"), 400))
        return IncidentWriter::ended();
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
            return IncidentWriter::ended();
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
    return m_writer->add(Kind::Coverage, QByteArray::fromStdString(reply.SerializeAsString()))
               ? Result<Done>(Done())
               : Result<Done>(IncidentWriter::ended());
}

Result<Done> IncidentExport::writeSamples()
{
    IncidentSamples samples(m_from.samples, *m_writer, m_manifest, m_from.now);
    return samples.write(m_entities, [this](qsizetype done, qsizetype all) {
        return tell(QStringLiteral("samples"), 420 + int(550 * done / all));
    });
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
    return m_writer->add(Kind::Settings, QByteArray::fromStdString(list.SerializeAsString()))
               ? Result<Done>(Done())
               : Result<Done>(IncidentWriter::ended());
}

} // namespace graticule
