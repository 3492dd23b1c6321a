// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockerlister.h"

#include "backend/connectors/docker/dockerparser.h"

namespace graticule {
namespace {

constexpr Milliseconds kAgain{600'000};         // in case that an event was lost
constexpr Milliseconds kAgainUnwatched{30'000}; // when events may not be read
constexpr Milliseconds kSoon{3000};             // when single containers cannot be asked for

HttpLimits listingLimits()
{
    HttpLimits limits;
    limits.answer = limits.whole = Milliseconds(60'000);
    limits.body = 64 << 20;
    return limits;
}

} // namespace

DockerLister::DockerLister(DockerApi &api, const ConnectorContext &context, DockerInventory &inventory)
    : m_api(api)
    , m_context(context)
    , m_inventory(inventory)
{
}

void DockerLister::list()
{
    if (m_over)
        return;
    m_underway = true;
    if (m_context.load.mayRequest())
        askContainers();
    else
        m_context.clock.after(m_context.load.wait(), this, [this] { list(); });
}

void DockerLister::askContainers()
{
    m_api.get<DockerList<DockerContainer>>(
        "/containers/json?all=true", QStringLiteral("list containers"), listingLimits(), parseDockerContainers, this,
        [this](Result<DockerList<DockerContainer>> all) {
            if (m_over)
                return;
            if (!all) {
                Q_EMIT failed(all.error());
                return;
            }
            Q_EMIT remarked(QStringLiteral("containers"),
                            all->unreadable == 0
                                ? QString()
                                : QStringLiteral("%1 containers of its list cannot be read").arg(all->unreadable));
            m_inventory.list(std::move(all.value().items));
            askVolumes();
        });
}

void DockerLister::askVolumes()
{
    m_api.get<DockerList<DockerVolume>>(
        "/volumes", QStringLiteral("list volumes"), listingLimits(), parseDockerVolumes, this,
        [this](Result<DockerList<DockerVolume>> all) {
            if (m_over)
                return;
            if (!all && !isRefusal(all.error())) {
                Q_EMIT failed(all.error());
                return;
            }
            Q_EMIT remarked(QStringLiteral("volumes"), all ? QString() : QStringLiteral("may not list volumes"));
            m_inventory.listVolumes(all ? std::move(all.value().items) : std::vector<DockerVolume>());
            m_underway = false;
            listLater();
            Q_EMIT listed();
        });
}

void DockerLister::listLater()
{
    m_context.clock.after(m_watched ? kAgain : kAgainUnwatched, this, [this, turn = ++m_turn] {
        if (turn == m_turn && !m_underway)
            list();
    });
}

void DockerLister::listSoon()
{
    if (std::exchange(m_dueSoon, true))
        return;
    m_context.clock.after(kSoon, this, [this] {
        m_dueSoon = false;
        if (m_underway) // it may have been asked before what changed
            listSoon();
        else
            list();
    });
}

void DockerLister::beUnwatched()
{
    m_watched = false;
    listLater();
}

bool isRefusal(const Error &error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound ||
           error.kind == ErrorKind::Unsupported;
}

} // namespace graticule
