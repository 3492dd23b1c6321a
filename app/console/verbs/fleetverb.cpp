// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/fleetverb.h"

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

/// Without --wait: long enough for a keeper that has just been started, and for healthy endpoints.
constexpr Milliseconds kPatience{5000};
/// And at least this for the first snapshot: a keeper on a slow disk.
constexpr Milliseconds kFirstSnapshot{15'000};
constexpr Milliseconds kTick{1000};
/// A keeper that comes up in less is not worth a word.
constexpr Milliseconds kSilentAtMost{2000};

/// Whether asking again could help without a person's doing.
bool mayPass(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::Disconnected:
    case ErrorKind::Unknown:
    case ErrorKind::Cancelled:
        return error.retryAfter.has_value();
    default:
        return false;
    }
}

} // namespace

QString labNotice()
{
    return u"Nothing is configured: showing the LAB (invented sites). `graticule lab stop` ends it; "
           "`graticule connect docker unix:///var/run/docker.sock` connects a real endpoint."_s;
}

FleetVerb::FleetVerb(VerbContext context)
    : Verb(std::move(context))
    , m_follower(access(), clock(), {})
{
    connect(&m_follower, &KeeperFollower::opened, this, &FleetVerb::ask);
    connect(&m_follower, &KeeperFollower::snapshotChanged, this, [this](const SnapshotPtr &snapshot) {
        m_snapshot = snapshot;
        lookOn();
    });
    connect(&m_follower, &KeeperFollower::linkChanged, this, [this](const KeeperLink &link) {
        if (m_snapshot)
            lookOn();
        else if (link.state == KeeperLink::State::Lost)
            takeLoss(link.error);
    });
}

QList<OptionSpec> FleetVerb::waitOptions()
{
    return {
        {u"wait"_s,
         u"SECONDS"_s,
         u"Wait until every connection has settled: it is live and its first listing is in, or it has failed or is "
         "paused. Exit code 5 when that takes longer; 0: print what there is now. Default: at most 5 seconds, and no "
         "failure then."_s,
         {},
         false},
        {u"no-lab"_s, {}, u"Do not start the lab when nothing is configured."_s, {}, false}};
}

void FleetVerb::start()
{
    const Result<qint64> wait = arguments().number(u"wait"_s, kPatience.count() / 1000, 0, 86'400);
    if (!wait) {
        failUsage(wait.error());
        return;
    }
    m_patience = Milliseconds(*wait * 1000);
    clock().after(m_patience, this, [this] { endWait(); });
    clock().after(std::max(m_patience, kFirstSnapshot), this,
                  [this] { m_snapshot ? expire() : failWithoutSnapshot(); });
    clock().after(kSilentAtMost, this, [this] {
        if (!m_snapshot)
            tellWait(isLost() ? link().error.text : u"The keeper has not answered yet."_s);
    });
    clock().after(kTick, this, [this] { tick(); });
    m_follower.start();
}

/// The time that was given for settling is over. The keeper's first word is still waited for: even `--wait 0` prints
/// what there is.
void FleetVerb::endWait()
{
    m_isOver = true;
    if (!m_snapshot && isLost() && !hasGrace())
        failWithoutSnapshot();
    else
        lookOn();
}

/// A private keeper is being started, which may take longer than what is waited for endpoints.
bool FleetVerb::hasGrace() const
{
    return access().isPrivate() && !mustSettle();
}

void FleetVerb::expire()
{
    if (!std::exchange(m_hasExpired, true))
        timedOut();
}

void FleetVerb::lookOn()
{
    if (!m_snapshot)
        return;
    look();
    if (m_isOver && m_isReady && link().state != KeeperLink::State::Connecting)
        expire();
}

/// There is no keeper yet. What cannot pass by itself is said at once, unless --wait asks for patience.
void FleetVerb::takeLoss(const Error &error)
{
    if ((m_isOver && !hasGrace()) || !error.retryAfter || (!mustSettle() && !mayPass(error)))
        failWithoutSnapshot();
    else if (!access().isPrivate() || !mayPass(error))
        tellWait(error.text);
}

void FleetVerb::tellWait(const QString &why)
{
    if (std::exchange(m_hasToldWait, true))
        return;
    const Milliseconds longest = isLost() && !hasGrace() ? m_patience : std::max(m_patience, kFirstSnapshot);
    terminal().say(u"%1 Waiting for it, at most %2 s."_s.arg(why).arg(longest.count() / 1000));
}

void FleetVerb::tick()
{
    lookOn();
    clock().after(kTick, this, [this] { tick(); });
}

void FleetVerb::failWithoutSnapshot()
{
    if (std::exchange(m_hasFailed, true))
        return;
    const QString why = link().error.text;
    terminal().say(u"graticule: "_s + (why.isEmpty() ? u"The keeper has not told of its fleet in time."_s : why));
    finish(ExitCode::NoKeeper);
}

Settled FleetVerb::settledNow() const
{
    return settled(m_snapshot->tables, m_expected);
}

bool FleetVerb::isSettled() const
{
    return m_isReady && m_snapshot && link().state == KeeperLink::State::Live && settledNow().isSettled();
}

void FleetVerb::ask(const std::shared_ptr<ControlChannel> &channel)
{
    m_calls = std::make_unique<ControlCalls>(channel);
    m_calls->describe(this, [this](const Result<Description> &keeper) {
        if (keeper)
            takeDescription(*keeper);
        else if (!mayPass(keeper.error()))
            setReady(); // it does not say what to expect
    });
}

void FleetVerb::takeDescription(const Description &keeper)
{
    const bool mayStart = keeper.capabilities.contains(u"lab"_s) && !arguments().has(u"no-lab"_s);
    if (!keeper.configured && mayStart && !m_isReady)
        startLab();
    else
        listExpected();
}

void FleetVerb::startLab()
{
    m_calls->startLab(this, 0, 0, [this](const Result<LabStatus> &lab) {
        if (lab)
            terminal().say(labNotice());
        else
            terminal().say(u"The lab cannot be started: "_s + lab.error().text);
        listExpected();
    });
}

void FleetVerb::listExpected()
{
    m_calls->connections(this, [this](const Result<QList<ConnectionConfig>> &list) {
        m_expected.clear();
        if (list) { // else a keeper that lets us only watch: the fleet then says what there is
            for (const ConnectionConfig &config : *list)
                m_expected.insert(config.id, config.name);
        }
        if (m_isTold)
            setReady();
        else
            tellBroken();
    });
}

void FleetVerb::tellBroken()
{
    m_isTold = true;
    m_calls->brokenFiles(this, [this](const Result<QList<BrokenFile>> &files) {
        for (const BrokenFile &file : files ? *files : QList<BrokenFile>()) {
            terminal().say(u"warning: %1 is left as it is and not used:"_s.arg(file.path));
            for (const QString &mistake : file.mistakes)
                terminal().say(u"  "_s + mistake);
        }
        setReady();
    });
}

void FleetVerb::setReady()
{
    m_isReady = true;
    lookOn();
}

} // namespace graticule
