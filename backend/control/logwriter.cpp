// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/logwriter.h"

#include "backend/control/access.h"
#include "backend/control/logcommands.h"
#include "backend/control/logscodec.h"

namespace graticule {
namespace {

/// Who read which logs is of interest, the lines are not: they may hold what the record must not.
Act readingAct(const LogOrder &order)
{
    QStringList names;
    for (const LogSource &source : order.sources)
        names.append(source.id.left(200)); // by which it is read; the name is only what the caller calls it
    Act act;
    act.verb = QStringLiteral("logs.read");
    if (!order.sources.isEmpty()) // of who may not read them, that is looked at first
        act.target = order.sources.first().connection.toString();
    act.targetName = names.join(QStringLiteral(", ")).left(4000);
    act.kind = QStringLiteral("log");
    return act;
}

} // namespace

LogWriter::LogWriter(std::shared_ptr<ServiceState> state, std::shared_ptr<std::atomic<int>> open)
    : m_state(std::move(state))
    , m_open(std::move(open))
{
}

LogWriter::~LogWriter()
{
    if (m_counts)
        m_open->fetch_sub(1);
}

grpc::Status LogWriter::mayStart(const Shown &shown, const LogOrder &order)
{
    if (const grpc::Status allowed = m_state->add(m_self, shown, Permission::Operate); !allowed.ok()) {
        m_state->refused(shown, Permission::Operate, {readingAct(order)});
        return allowed;
    }
    if (!m_state->options.logs)
        return {grpc::StatusCode::UNIMPLEMENTED, "This keeper reads no logs."};
    if (order.sources.isEmpty() || order.sources.size() > LogOrder::kMostSources)
        return {grpc::StatusCode::INVALID_ARGUMENT, "Between 1 and 16 logs can be read at once."};
    m_counts = true;
    if (m_open->fetch_add(1) >= kAtOnce)
        return {grpc::StatusCode::RESOURCE_EXHAUSTED, "Too many logs are being read just now; try again."};
    return grpc::Status::OK;
}

void LogWriter::start(const Shown &shown, const LogOrder &order)
{
    m_self = shared_from_this(); // until OnDone
    m_sources = m_left = order.sources.size();
    const grpc::Status allowed = mayStart(shown, order);
    if (!allowed.ok()) {
        finish(allowed);
        return;
    }
    const Actor who = actorOf(m_state->caller(shown));
    if (!m_state->frozen() && !m_state->hop.post([self = m_self, who, order] { self->read(who, order); }))
        end("the keeper is going");
}

/// In the backend thread.
void LogWriter::read(const Actor &who, const LogOrder &order)
{
    RecordedProgress record(m_state->options.acts, m_state->hop);
    if (const auto begun = record.begin(who, readingAct(order)); !begun) {
        finish(statusFrom(begun.error()));
        return;
    }
    m_record = record;
    m_number = m_state->options.logs->follow(order, [weak = weak_from_this()](const LogPart &part) {
        if (const auto self = weak.lock())
            self->take(part);
    });
    const std::scoped_lock lock(m_mutex);
    if (m_isFinished)
        leave(m_number.exchange(0));
}

/// In the backend thread: nobody listens any more.
void LogWriter::leave(quint64 number)
{
    m_state->options.logs->unfollow(number);
    m_record->end({}); // no line came, and that was no failure
}

/// That lines were read is the act: it may go on for days. Where none was, it is why.
void LogWriter::note(const LogPart &part)
{
    if (!part.lines.isEmpty())
        m_record->end({});
    for (const LogEnd &one : part.ends) {
        if (m_trouble.text.isEmpty())
            m_trouble = one.error;
    }
    m_left -= part.ends.size();
    if (m_left <= 0)
        m_record->end(m_trouble);
}

void LogWriter::take(const LogPart &part)
{
    note(part);
    {
        const std::scoped_lock lock(m_mutex);
        m_buffer.add(part);
        m_ended += part.ends.size();
    }
    writeNext();
}

void LogWriter::writeNext()
{
    bool isOver = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isFinished || m_isWriting)
            return;
        isOver = m_buffer.isEmpty() && m_ended >= m_sources;
        if (!m_buffer.isEmpty()) {
            const LogPart part = m_buffer.take();
            m_reply.Clear();
            m_reply.set_lost(part.lost);
            for (const LogLine &line : part.lines)
                encode(line, m_reply.add_lines());
            for (const LogEnd &one : part.ends)
                encode(one, &m_reply);
            m_isWriting = true;
            StartWrite(&m_reply);
        }
    }
    if (isOver)
        finish(grpc::Status::OK);
}

void LogWriter::OnWriteDone(bool ok)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isWriting = false;
    }
    if (ok)
        writeNext();
    else
        finish(grpc::Status::CANCELLED);
}

void LogWriter::finish(const grpc::Status &status)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (std::exchange(m_isFinished, true))
            return;
    }
    if (const quint64 number = m_number.exchange(0); number > 0) // else read() sees to it
        m_state->hop.post([self = shared_from_this(), number] { self->leave(number); });
    Finish(status);
}

void LogWriter::OnDone()
{
    m_state->remove(this);
    const auto keep = std::move(m_self);
}

} // namespace graticule
