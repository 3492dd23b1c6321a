// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/docker/dockersession.h"

// How a session has containers and volumes described: some before the listing is told, each that changes, all of them
// in the background.

namespace graticule {
namespace {

constexpr Milliseconds kInspectedBy{5000};  // a change that waits longer is told from a listing
constexpr qsizetype kMostInspections = 100; // more at once: a listing is cheaper
constexpr qsizetype kInspectedFirst = 24;   // before the listing is told, so that it is right from the start

} // namespace

void DockerSession::inspectFirst()
{
    m_inspector = std::make_unique<DockerInspector>(*m_api, m_context);
    connect(m_inspector.get(), &DockerInspector::failed, this, &DockerSession::fail);
    connect(m_inspector.get(), &DockerInspector::containerRead, this,
            [this](const DockerContainer &c) { m_inventory.put(c); });
    connect(m_inspector.get(), &DockerInspector::containerGone, this,
            [this](const QString &id) { m_inventory.removeContainer(id); });
    connect(m_inspector.get(), &DockerInspector::volumeRead, this,
            [this](const DockerVolume &v) { m_inventory.put(v); });
    connect(m_inspector.get(), &DockerInspector::volumeGone, this,
            [this](const QString &name) { m_inventory.removeVolume(name); });
    connect(m_inspector.get(), &DockerInspector::passedOver, this, [this] {
        setWarning(QStringLiteral("inspections"), QStringLiteral("cannot describe what changed; lists it instead"));
        if (m_isListed)
            m_lister->listSoon();
    });
    connect(m_inspector.get(), &DockerInspector::stepped, this, [this] {
        if (m_isListed)
            tellChanges();
        else if (m_inspector->isIdle())
            tellListing();
    });
    const QStringList first = m_inventory.needInspection().mid(0, kInspectedFirst);
    for (const QString &id : first)
        m_inspector->addContainer(id, /*urgent=*/true);
    if (first.isEmpty())
        tellListing();
}

/// Only an inspection tells of restarts and policies: each container once per session, in the background.
void DockerSession::inspectAll()
{
    if (m_over)
        return;
    const auto &containers = m_inventory.containers();
    for (const bool known : {false, true}) { // what is new to us comes first
        for (auto it = containers.cbegin(); it != containers.cend(); ++it) {
            if (it->inspected == known)
                m_inspector->addContainer(it.key(), /*urgent=*/false);
        }
    }
}

void DockerSession::flushLater()
{
    if (m_isListed)
        m_changes.touch();
}

void DockerSession::flush()
{
    if (m_over)
        return;
    if (m_dirtyContainers.size() + m_dirtyVolumes.size() + m_inspector->waiting() > kMostInspections) {
        if (m_lister->isUnderway()) {
            flushLater(); // the listing that is under way may not have it yet
            return;
        }
        m_dirtyContainers.clear();
        m_dirtyVolumes.clear();
        m_inspector->forgetUrgent();
        m_lister->list();
        return;
    }
    const QSet<QString> containers = std::exchange(m_dirtyContainers, {});
    const QSet<QString> volumes = std::exchange(m_dirtyVolumes, {});
    for (const QString &id : containers)
        m_inspector->addContainer(id, /*urgent=*/true);
    for (const QString &name : volumes)
        m_inspector->addVolume(name);
    watchInspections();
}

/// What changed is not shown before it is described: when that takes too long, for want of budget or because the engine
/// is slow, a listing tells of all of it.
void DockerSession::watchInspections()
{
    if (m_inspector->waiting() == 0 || std::exchange(m_inspectionsWatched, true))
        return;
    const quint64 all = m_inspector->begun() + quint64(m_inspector->waiting());
    m_context.clock.after(kInspectedBy, this, [this, all] {
        m_inspectionsWatched = false;
        if (m_over)
            return;
        if (m_inspector->begun() < all) {
            setWarning(QStringLiteral("inspections"),
                       QStringLiteral("changes more than its load budget lets us follow one by one; lists instead"));
            m_inspector->forgetUrgent();
            m_lister->listSoon();
        }
        watchInspections();
    });
}

} // namespace graticule
