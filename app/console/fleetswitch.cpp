// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/fleetswitch.h"

#include "backend/connectors/pooltask.h"
#include "backend/control/controlcalls.h"
#include "backend/keeper/privatekeeper.h"
#include "models/sayingtext.h"

#include <QFileInfo>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

/// A list that is open waits no longer for what does not answer.
constexpr Milliseconds kAskedFor{4000};

Result<KnownFleet> addTo(const FleetBook &book, const FleetChoices::Order &order)
{
    if (!order.file.isEmpty()) {
        const auto enrolment = Enrolment::read(order.file);
        return enrolment ? book.add(*enrolment, order.name, order.place) : enrolment.error();
    }
    if (QFileInfo(order.place).isDir())
        return book.addHome(order.place, order.name);
    const auto address = readKeeperAddress(order.place, false);
    if (!address)
        return address.error();
    if (address->tls)
        return Error{
            ErrorKind::Invalid, Fault::Input,
            u"%1 is reached with a certificate: ask its administrator for an enrolment, and give its file."_s.arg(
                order.place),
            std::nullopt};
    return book.add(*address, order.name);
}

} // namespace

FleetSwitch::FleetSwitch(const KeeperAccess &start, const KeeperHome &home)
    : m_start(start)
    , m_startKey(start.isPrivate() || !start.fleetName().isEmpty() ? start.fleetName() : start.target())
    , m_home(home)
    , m_fleets{KnownFleet()}
    , m_current(m_startKey)
{
    take({});        // a keeper that --keeper names and the book does not know is among them
    readBook(false); // whoever opens the list asks
}

void FleetSwitch::take(const QList<KnownFleet> &fleets)
{
    m_fleets = QList<KnownFleet>{KnownFleet()} + fleets;
    const bool isKnown = std::any_of(m_fleets.cbegin(), m_fleets.cend(),
                                     [this](const KnownFleet &fleet) { return fleet.name == m_startKey; });
    if (!isKnown) {
        KnownFleet shown;
        shown.kind = KnownFleet::Kind::Keeper;
        shown.name = m_startKey;
        shown.address.target = m_start.target();
        m_fleets.append(shown);
    }
}

QList<FleetChoice> FleetSwitch::choices() const
{
    QList<FleetChoice> all;
    for (const KnownFleet &fleet : m_fleets) {
        const Asked asked = m_asked.value(fleet.name);
        FleetChoice choice;
        choice.key = fleet.name;
        choice.name = fleet.name;
        choice.place = fleet.kind == KnownFleet::Kind::Home ? fleet.home : fleet.address.target;
        choice.caller = fleet.caller;
        choice.expires = fleet.expires;
        choice.state = asked.state;
        choice.why = asked.why;
        all.append(choice);
    }
    return all;
}

KnownFleet FleetSwitch::fleetOf(const QString &key) const
{
    for (const KnownFleet &fleet : m_fleets) {
        if (fleet.name == key)
            return fleet;
    }
    return {};
}

void FleetSwitch::refresh()
{
    readBook(true);
}

void FleetSwitch::readBook(bool isAsked)
{
    runInPool<QList<KnownFleet>>(
        this, [book = FleetBook(m_home)] { return book.fleets(); },
        [this, isAsked](const QList<KnownFleet> &fleets) {
            take(fleets);
            for (const KnownFleet &fleet : std::as_const(m_fleets)) {
                if (isAsked && fleet.name != m_current)
                    ask(fleet);
            }
            Q_EMIT changed();
        });
}

void FleetSwitch::ask(const KnownFleet &fleet)
{
    note(fleet.name, {FleetChoice::State::Asking, {}});
    struct Way
    {
        bool isResting = false;
        Result<std::shared_ptr<ControlChannel>> channel = Error();
    };
    runInPool<Way>(
        this,
        [fleet, home = m_home]() -> Way {
            // Asking starts no keeper.
            if (fleet.kind != KnownFleet::Kind::Keeper) {
                const auto running =
                    PrivateKeeper(fleet.kind == KnownFleet::Kind::Home ? KeeperHome::at(fleet.home) : home).running();
                return running ? Way{false, ControlChannel::open(running->address)} : Way{true};
            }
            return {false, ControlChannel::open(fleet.address)};
        },
        [this, key = fleet.name](const Way &way) {
            if (way.isResting) {
                note(key, {FleetChoice::State::Resting, {}});
            } else if (!way.channel) {
                note(key, {FleetChoice::State::Silent, SayingText::of(way.channel.error())});
            } else {
                ControlCalls(*way.channel)
                    .describe(
                        this,
                        [this, key](const Result<Description> &reply) {
                            note(key, reply ? Asked{FleetChoice::State::Answers, {}}
                                            : Asked{FleetChoice::State::Silent, SayingText::of(reply.error())});
                        },
                        kAskedFor);
            }
        });
}

void FleetSwitch::note(const QString &key, const Asked &answer)
{
    if (m_asked.value(key) == answer)
        return;
    m_asked.insert(key, answer);
    Q_EMIT changed();
}

void FleetSwitch::choose(const QString &key)
{
    const KnownFleet fleet = fleetOf(key);
    if (key == m_current || fleet.name != key)
        return;
    m_current = key;
    note(key, {FleetChoice::State::Asking, {}});
    Q_EMIT changed();
    Q_EMIT chosen(key == m_startKey ? m_start : KeeperAccess::to(fleet, m_home));
}

void FleetSwitch::add(const Order &order, QObject *context, std::function<void(const Result<QString> &)> done)
{
    runInPool<Result<KnownFleet>>(
        context, [book = FleetBook(m_home), order] { return addTo(book, order); },
        [this, done = std::move(done)](const Result<KnownFleet> &added) {
            if (!added) {
                done(added.error());
                return;
            }
            m_fleets.removeIf([&](const KnownFleet &fleet) { return fleet.name == added->name; });
            m_fleets.append(*added);
            Q_EMIT changed();
            done(added->name);
        });
}

void FleetSwitch::remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> done)
{
    runInPool<Result<Done>>(
        context, [book = FleetBook(m_home), key] { return book.remove(key); },
        [this, done = std::move(done)](const Result<Done> &removed) {
            refresh();
            done(removed);
        });
}

void FleetSwitch::setCurrentState(FleetChoice::State state, const QString &why)
{
    note(m_current, {state, why});
}

} // namespace graticule
