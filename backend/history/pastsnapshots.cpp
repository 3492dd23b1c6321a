// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/pastsnapshots.h"

#include "backend/history/recorder.h"

#include <QFileInfo>

namespace graticule {

namespace {

const Error kBusy{ErrorKind::TooLarge, Fault::Input,
                  QStringLiteral("Too many questions about the past wait already; ask again in a moment."),
                  Milliseconds(1000)};

} // namespace

PastSnapshots::PastSnapshots(QString path, QString keeper, quint64 epoch, const Recorder *recorder)
    : m_path(std::move(path))
    , m_keeper(std::move(keeper))
    , m_epoch(epoch)
    , m_recorder(recorder)
{
    for (QThreadPool *pool : {&m_pool, &m_scouts}) {
        pool->setMaxThreadCount(1);
        pool->setExpiryTimeout(-1);
    }
}

PastSnapshots::~PastSnapshots()
{
    for (QThreadPool *pool : {&m_pool, &m_scouts, &m_pool}) { // each gives work to the other
        pool->clear();
        pool->waitForDone();
    }
}

Result<HistoryReader *> PastSnapshots::reader()
{
    if (m_reader)
        return m_reader.get();
    if (!QFileInfo::exists(m_path))
        return Error{ErrorKind::NotFound, Fault::Input, QStringLiteral("Nothing is recorded yet."), std::nullopt};
    auto opened = HistoryReader::open(m_path);
    if (!opened)
        return opened.error();
    m_reader = std::move(opened).value();
    return m_reader.get();
}

Result<PastSource::Answer> PastSnapshots::answerTo(Instant at, Instant knownAt)
{
    const auto reader = this->reader();
    if (!reader)
        return reader.error();
    auto moment = reader.value()->at(at, knownAt == kNever ? Instant::max() : knownAt);
    if (!moment)
        return moment.error();
    auto snapshot = std::make_shared<FleetSnapshot>();
    snapshot->at = at;
    snapshot->tables = std::move(moment.value().tables);
    const std::scoped_lock lock(m_mutex);
    // The same moment asked for again is the same snapshot but for its number: what reads it takes a difference anyway.
    snapshot->revision = {m_keeper + QStringLiteral("@past"), m_epoch, ++m_number};
    m_given.push_back(snapshot);
    if (m_given.size() > kKept)
        m_given.pop_front();
    return Answer{snapshot, PastNote{at, knownAt, moment->hole, moment->lateFacts, moment->damage.value_or(Error())}};
}

void PastSnapshots::at(Instant at, Instant knownAt, IsWanted isWanted, std::function<void(Result<Answer>)> answer)
{
    if (!mayAsk()) {
        answer(kBusy);
        return;
    }
    m_pool.start([this, at, knownAt, isWanted = std::move(isWanted), answer = std::move(answer)] {
        if (isWanted()) {
            answer(answerTo(at, knownAt));
            readAhead(at);
        }
        answered();
    });
}

/// The block after the one that @p at lies in, or before it, by where the questions are going.
void PastSnapshots::readAhead(Instant at)
{
    const Instant before = std::exchange(m_lastAt, at);
    if (!m_reader || m_reader->lastBlock() == 0 || before == kNever || at == before)
        return;
    const qint64 block = m_reader->lastBlock() + (at > before ? 1 : -1);
    if (std::exchange(m_aheadBlock, block) == block)
        return;
    m_scouts.start([this, block] {
        if (!m_scout) {
            auto opened = HistoryReader::open(m_path);
            if (!opened)
                return; // the answers say it
            m_scout = std::move(opened).value();
        }
        if (auto loaded = m_scout->ahead(block))
            m_pool.start([this, loaded = std::move(*loaded)] { m_reader->adopt(loaded); });
    });
}

SnapshotPtr PastSnapshots::find(const Revision &revision) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::find_if(m_given.begin(), m_given.end(),
                                    [&](const SnapshotPtr &given) { return given->revision == revision; });
    return found == m_given.end() ? nullptr : *found;
}

void PastSnapshots::coverage(const TimeSpan &span, std::function<void(Result<HistoryCoverage>)> answer)
{
    if (!mayAsk()) {
        answer(kBusy);
        return;
    }
    m_pool.start([this, span, answer = std::move(answer)] {
        answered();
        HistoryCoverage coverage;
        if (m_recorder) {
            const RecorderState state = m_recorder->state();
            coverage.error = state.error;
            coverage.merged = state.merged;
        }
        const auto reader = this->reader();
        if (!reader && reader.error().kind == ErrorKind::NotFound) {
            answer(coverage);
            return;
        }
        const auto range = reader ? reader.value()->range() : Result<TimeSpan>(reader.error());
        const auto holes = range ? reader.value()->holes(span) : Result<QList<TimeSpan>>(range.error());
        if (!holes) {
            answer(holes.error());
            return;
        }
        coverage.recorded = range.value();
        coverage.holes = holes.value();
        answer(coverage);
    });
}

void PastSnapshots::turns(const TurnsQuery &query, std::function<void(Result<QList<SiteTurn>>)> answer)
{
    if (!mayAsk()) {
        answer(kBusy);
        return;
    }
    m_pool.start([this, query, answer = std::move(answer)] {
        answered();
        const auto reader = this->reader();
        if (!reader && reader.error().kind == ErrorKind::NotFound)
            answer(QList<SiteTurn>());
        else
            answer(reader ? reader.value()->turns(query.span, query.site, query.most)
                          : Result<QList<SiteTurn>>(reader.error()));
    });
}

} // namespace graticule
