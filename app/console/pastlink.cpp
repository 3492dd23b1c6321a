// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/pastlink.h"

namespace graticule {
namespace {

Error noKeeper()
{
    return {ErrorKind::Unreachable, Fault::Network,
            QStringLiteral("The keeper has not answered yet; nothing was asked of it."), Milliseconds(1000)};
}

} // namespace

PastLink::PastLink(Clock &clock, QObject *parent)
    : PastCalls(parent)
    , m_client(new PastClient(clock))
{
    m_thread.setObjectName(QStringLiteral("past"));
    m_client->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_client, &QObject::deleteLater);
    // Stamped in the client's thread: what a keeper said that is left meanwhile does not come through.
    connect(m_client, &PastClient::told, m_client, [this](const SnapshotPtr &snapshot, const PastNote &note) {
        QMetaObject::invokeMethod(this, [this, snapshot, note, turn = int(*m_turn)] {
            if (turn == *m_turn)
                Q_EMIT told(snapshot, note);
        });
    });
    connect(m_client, &PastClient::failed, m_client, [this](Instant at, const Error &why) {
        QMetaObject::invokeMethod(this, [this, at, why, turn = int(*m_turn)] {
            if (turn == *m_turn)
                Q_EMIT failed(at, why);
        });
    });
    m_thread.start();
}

PastLink::~PastLink()
{
    m_thread.quit();
    m_thread.wait();
}

void PastLink::use(const std::shared_ptr<ControlChannel> &channel)
{
    m_calls = std::make_unique<ControlCalls>(channel);
    QMetaObject::invokeMethod(m_client, [client = m_client, channel] { client->setChannel(channel); });
    Q_EMIT opened();
}

void PastLink::forget()
{
    ++*m_turn;
    m_calls.reset();
    QMetaObject::invokeMethod(m_client, [client = m_client] { client->setChannel({}); });
}

/// While there is no keeper the question waits with who asked: opened() has it asked again.
void PastLink::ask(Instant at, Instant knownAt)
{
    if (!m_calls)
        return;
    QMetaObject::invokeMethod(m_client, [client = m_client, at, knownAt] { client->ask(at, knownAt); });
}

void PastLink::leave()
{
    QMetaObject::invokeMethod(m_client, [client = m_client] { client->leave(); });
}

void PastLink::coverage(QObject *context, const TimeSpan &span, Reply<HistoryCoverage> done)
{
    m_calls ? m_calls->coverage(context, span, std::move(done)) : done(noKeeper());
}

void PastLink::turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done)
{
    m_calls ? m_calls->turns(context, query, std::move(done)) : done(noKeeper());
}

} // namespace graticule
