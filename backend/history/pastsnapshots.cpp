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
    m_reader->setElsewhere([this](qint64 block) { return scouted(block); });
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
    ++m_looking;
    m_pool.start([this, at, knownAt, isWanted = std::move(isWanted), answer = std::move(answer)] {
        if (isWanted()) {
            answer(answerTo(at, knownAt));
            readAhead(at);
        }
        --m_looking;
        answered();
    });
}

/// What comes next, by where the questions are going; on both sides of where one came from elsewhere.
void PastSnapshots::readAhead(Instant at)
{
    if (!m_reader || m_reader->lastBlock() == 0)
        return;
    m_awaited = m_reader->reads();
    const Instant before = std::exchange(m_lastAt, at);
    const qint64 block = m_reader->lastBlock();
    const qint64 blockBefore = m_block.exchange(block);
    if (blockBefore == 0 || std::abs(block - blockBefore) > 1) {
        m_asked.clear();
        m_hasJumped = true;
        if (m_looking > 1)
            return; // somebody looks elsewhere already, or goes on from here: the next question tells
        scout(block + 1, HistoryReader::kSideBySide);
        scout(block - 1, HistoryReader::kSideBySide);
    } else if (at != before) {
        // The edge may be some frames away from where somebody jumped to. Later there is time: whoever asks must not
        // wait for a processor.
        const size_t threads = std::exchange(m_hasJumped, false) ? HistoryReader::kSideBySide : 1;
        for (qint64 i = 1; i <= kAhead; ++i)
            scout(block + (at > before ? i : -i), i == 1 ? threads : 1);
    }
}

void PastSnapshots::scout(qint64 block, size_t threads)
{
    if (block < 1 || m_reader->has(block) || m_asked.contains(block))
        return;
    auto read = std::make_shared<std::promise<std::vector<HistoryReader::Loaded>>>();
    m_asked.insert(block, read->get_future().share());
    ++m_askedAhead;
    m_scouts.start([this, block, threads, read = std::move(read), known = m_reader->around(m_block)]() mutable {
        std::vector<HistoryReader::Loaded> loaded;
        if (!m_scout) {
            if (auto opened = HistoryReader::open(m_path)) // else the answers say it
                m_scout = std::move(opened).value();
        }
        if (m_scout && std::abs(block - m_block) <= kAhead) { // else nobody comes this way any more
            m_scout->setSideBySide(threads);
            m_scout->adopt(std::move(known));
            loaded = m_scout->ahead(block);
        }
        const bool isRead = !loaded.empty();
        read->set_value(std::move(loaded));
        if (isRead)
            m_pool.start([this, block] {
                auto gone = m_reader->adopt(scouted(block));
                ++m_ahead;
                if (!gone.empty()) // to let go of thousands of changes takes its time
                    m_scouts.start([gone = std::move(gone)] {});
            });
    });
}

/// What the scout read of @p block; waits when it is at it. Nothing when it was not asked for it.
std::vector<HistoryReader::Loaded> PastSnapshots::scouted(qint64 block)
{
    const auto read = m_asked.take(block);
    return read.valid() ? read.get() : std::vector<HistoryReader::Loaded>();
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
