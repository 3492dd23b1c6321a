// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/keeperfacts.h"

#include "models/sayingtext.h"
#include "ui/page/commandlock.h"

#include <algorithm>

namespace graticule {

namespace {

constexpr Milliseconds kSoon{500};
constexpr Milliseconds kLookEvery{5000}; // at most, of connections that come and go all the time

bool isLive(const Connection &connection)
{
    return connection.state == ConnectionState::Live || connection.state == ConnectionState::Slow;
}

bool areSame(const QList<BrokenFile> &a, const QList<BrokenFile> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const BrokenFile &one, const BrokenFile &other) {
        return one.path == other.path && one.mistakes == other.mistakes;
    });
}

constexpr int kFilesEverySeconds = 10; // nothing else tells that a file was broken or mended

} // namespace

KeeperFacts::KeeperFacts(FleetStore &store, ConsoleCommands &commands, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_commands(commands)
{
    connect(&store, &FleetStore::linkChanged, this, [this, was = store.link().state](const KeeperLink &link) mutable {
        if (link.state == KeeperLink::State::Live && was != KeeperLink::State::Live)
            refresh();
        else if (link.state == KeeperLink::State::Unknown && was != KeeperLink::State::Unknown)
            forget();
        was = link.state;
    });
    connect(&store, &FleetStore::modeChanged, this, &KeeperFacts::factsChanged); // acting is locked in the past
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &change) {
        if (m_store.isPast())
            return;
        bool cameOrWent = !change.delta.connections.removed.empty();
        bool isSeenOtherwise = false;
        for (const auto &connection : change.delta.connections.upserted) {
            const Connection *was = change.before->tables.connections.find(connection->id);
            cameOrWent |= !was;
            isSeenOtherwise |= was && connection->through.isEmpty() && isLive(*was) != isLive(*connection);
        }
        if (m_store.link().state != KeeperLink::State::Live)
            return;
        if (cameOrWent)
            refreshSoon();
        else if (isSeenOtherwise)
            lookSoon();
    });
    connect(&store, &FleetStore::secondPassed, this, [this] {
        if (m_store.link().state == KeeperLink::State::Live && ++m_seconds >= kFilesEverySeconds)
            lookAtFiles();
    });
    if (store.link().state == KeeperLink::State::Live)
        refresh();
}

/// Another keeper is asked from now on.
void KeeperFacts::forget()
{
    m_keeper = {};
    m_discovered.setEndpoints({});
    m_discoverError.clear();
    m_brokenFiles.clear();
    m_types.clear();
    m_lab = {};
    m_isDiscovered = false;
    Q_EMIT factsChanged();
}

void KeeperFacts::refreshSoon()
{
    if (m_isScheduled)
        return;
    m_isScheduled = true;
    m_store.clock().after(kSoon, this, [this] {
        m_isScheduled = false;
        refresh();
    });
}

void KeeperFacts::lookSoon()
{
    if (std::exchange(m_isLookScheduled, true)) {
        m_isLookWanted = true;
        return;
    }
    m_store.clock().after(kSoon, this, [this] {
        look();
        m_store.clock().after(kLookEvery, this, [this] {
            m_isLookScheduled = false;
            if (std::exchange(m_isLookWanted, false))
                lookSoon();
        });
    });
}

void KeeperFacts::lookAtFiles()
{
    m_seconds = 0;
    m_commands.brokenFiles(this, [this](const Result<QList<BrokenFile>> &reply) {
        if (!reply || areSame(*reply, m_brokenFiles))
            return;
        m_brokenFiles = *reply;
        Q_EMIT factsChanged();
    });
}

void KeeperFacts::look()
{
    m_commands.discover(this, [this](const Result<QList<DiscoveredEndpoint>> &reply) {
        m_isDiscovered = true;
        m_isLooking = false;
        m_discoverError = reply ? QString() : SayingText::of(reply.error());
        if (reply)
            m_discovered.setEndpoints(*reply);
        Q_EMIT factsChanged();
    });
}

void KeeperFacts::refresh()
{
    m_commands.describe(this, [this](const Result<Description> &reply) {
        if (!reply)
            return; // the link says what is wrong
        m_keeper = *reply;
        Q_EMIT factsChanged();
    });
    m_isLooking = true;
    look();
    lookAtFiles();
    m_commands.connectorTypes(this, [this](const Result<QList<ConnectorTypeInfo>> &reply) {
        if (!reply)
            return;
        m_types = *reply;
        Q_EMIT factsChanged();
    });
    m_commands.labStatus(this, [this](const Result<LabStatus> &reply) {
        if (!reply)
            return;
        m_lab = *reply;
        Q_EMIT factsChanged();
    });
}

bool KeeperFacts::mayOperate() const
{
    return m_keeper.permissions.contains(QLatin1String("operate"));
}

QString KeeperFacts::whyNotOperate() const
{
    if (m_store.isPast())
        return CommandLock::words();
    if (m_store.link().state != KeeperLink::State::Live)
        return tr("The keeper is not answering");
    if (!isKnown())
        return tr("Your role is not known yet");
    return mayOperate() ? QString() : tr("Needs role Operator; you are %1").arg(role());
}

QString KeeperFacts::role() const
{
    const auto may = [this](const char *what) { return m_keeper.permissions.contains(QLatin1String(what)); };
    if (may("admin"))
        return tr("Administrator");
    if (mayOperate() && may("approve"))
        return tr("Operator and approver");
    if (mayOperate())
        return tr("Operator");
    if (may("approve"))
        return tr("Approver");
    return m_keeper.permissions.contains(QLatin1String("view")) ? tr("Viewer") : tr("No role");
}

} // namespace graticule
