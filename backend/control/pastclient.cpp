// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/pastclient.h"

namespace graticule {

PastClient::PastClient(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

PastClient::~PastClient() = default;

void PastClient::setChannel(std::shared_ptr<ControlChannel> channel)
{
    leave();
    m_channel = std::move(channel);
}

void PastClient::ask(Instant at, Instant knownAt)
{
    if (m_isAsking)
        m_next = {at, knownAt};
    else
        open({at, knownAt});
}

void PastClient::leave()
{
    ++m_session;
    m_stream.reset();
    m_snapshot.reset();
    m_tables = {};
    m_next.reset();
    m_isAsking = false;
}

void PastClient::open(const Question &question)
{
    if (!m_channel) {
        Q_EMIT failed(question.at, {ErrorKind::Unreachable, Fault::Ours,
                                    QStringLiteral("No keeper is there to be asked for the past."), Milliseconds(0)});
        return;
    }
    m_isAsking = true;
    m_asked = question;
    m_tables = m_snapshot ? m_snapshot->tables : FleetTables();
    const quint64 session = ++m_session;
    m_stream = std::make_unique<WatchStream>(
        m_channel, WatchOrder{m_snapshot ? m_snapshot->revision : Revision(), question.at, question.knownAt}, this,
        [this](const std::vector<WatchEvent> &events) { take(events); }, [this](const Error &why) { end(why); });
    m_clock.after(kDeadline, this, [this, session] {
        if (session == m_session && m_isAsking)
            end({ErrorKind::TimedOut, Fault::Endpoint,
                 QStringLiteral("The keeper at %1 did not tell of the past within %2 s.")
                     .arg(m_channel->address().target)
                     .arg(kDeadline.count() / 1000),
                 Milliseconds(0)});
    });
}

void PastClient::take(const std::vector<WatchEvent> &events)
{
    if (!m_isAsking)
        return; // a heartbeat after the answer
    for (const WatchEvent &event : events) {
        if (event.reset)
            m_tables = FleetTables();
        m_tables.apply(event.delta);
        if (!event.complete)
            continue;
        if (!event.past) {
            end({ErrorKind::Unsupported, Fault::Endpoint,
                 QStringLiteral("The keeper at %1 knows nothing of the past; it is of an older release.")
                     .arg(m_channel->address().target),
                 std::nullopt});
            return;
        }
        m_snapshot = std::make_shared<const FleetSnapshot>(FleetSnapshot{event.revision, event.past->at, m_tables});
        m_isAsking = false;
        Q_EMIT told(m_snapshot, *event.past);
        askNext();
        return;
    }
}

/// The answer that is under way does not come.
void PastClient::end(const Error &why)
{
    m_stream.reset();
    ++m_session;
    if (!std::exchange(m_isAsking, false))
        return; // the answer was there
    Q_EMIT failed(m_asked.at, why);
    askNext();
}

void PastClient::askNext()
{
    if (m_next)
        open(*std::exchange(m_next, std::nullopt));
}

} // namespace graticule
