// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerusagepoll.h"

#include "backend/connectors/docker/dockerparser.h"

namespace graticule {
namespace {

constexpr Milliseconds kEvery{30000};
constexpr Milliseconds kSecondRound{5000}; // two readings make a rate
constexpr qsizetype kMostPerRound = 20;

} // namespace

DockerUsagePoll::DockerUsagePoll(DockerApi &api, const ConnectorContext &context)
    : m_api(api)
    , m_context(context)
{
}

void DockerUsagePoll::setRunning(const QStringList &ids)
{
    m_running = ids;
    const QSet<QString> kept(ids.begin(), ids.end());
    const auto gone = [&](const auto &it) { return !kept.contains(it.key()); };
    m_last.removeIf(gone);
    m_rates.removeIf(gone);
}

void DockerUsagePoll::start()
{
    beginRound();
}

void DockerUsagePoll::beginRound()
{
    m_read.clear();
    m_round.clear();
    const qsizetype count = std::min(kMostPerRound, m_running.size());
    for (qsizetype i = 0; i < count; ++i)
        m_round.push_back(m_running[(m_turn + i) % m_running.size()]);
    // The second round reads the same ones again, for a first rate soon.
    if (++m_rounds > 1 && !m_running.isEmpty())
        m_turn = (m_turn + count) % m_running.size();
    next();
}

void DockerUsagePoll::next()
{
    if (m_round.empty()) {
        Q_EMIT measured(m_read);
        m_context.clock.after(m_rounds == 1 ? kSecondRound : kEvery, this, [this] { beginRound(); });
        return;
    }
    if (!m_context.load.mayRequest()) {
        m_context.clock.after(m_context.load.wait(), this, [this] { next(); });
        return;
    }
    const QString id = m_round.front();
    m_round.pop_front();
    HttpLimits limits;
    limits.body = 1 << 20;
    m_api.get<DockerUsage>("/containers/" + id.toUtf8().toPercentEncoding() + "/stats?stream=false&one-shot=true",
                           QStringLiteral("tell what a container uses"), limits, parseDockerUsage, this,
                           [this, id](const Result<DockerUsage> &usage) {
                               if (usage) // else it has just ended, or the next beat will tell
                                   note(id, *usage);
                               next();
                           });
}

void DockerUsagePoll::note(const QString &id, const DockerUsage &usage)
{
    if (usage.readAt == kNever || !m_running.contains(id))
        return;
    const DockerUsage last = m_last.value(id);
    Rate &rate = m_rates[id];
    rate.memory = usage.memory;
    const double elapsed = double((usage.readAt - last.readAt).count()) / 1000.0;
    const double used = usage.cpuSeconds - last.cpuSeconds;
    if (last.readAt != kNever && elapsed > 0.5 && used >= 0 && last.cpuSeconds >= 0) // less: it was restarted
        rate.cpuCores = used / elapsed;
    m_last.insert(id, usage);
    m_read.append(id);
}

} // namespace graticule
