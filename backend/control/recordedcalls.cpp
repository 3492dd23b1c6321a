// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/recordedcalls.h"

#include "backend/domain/connectionfields.h"

#include <algorithm>

namespace graticule {
namespace {

/// Of an act whose end nobody told: the way to who performs it went.
const Error kUnheard{ErrorKind::Disconnected,
                     Fault::Network,
                     QStringLiteral("No end was told."),
                     std::nullopt,
                     QStringLiteral("act.left-alone"),
                     {}};

} // namespace

Act connectionAct(const char *verb, const ConnectionConfig &config)
{
    Act act;
    act.verb = QLatin1String(verb);
    act.target = config.id.toString();
    act.targetName = config.name;
    act.kind = config.type;
    act.place = placeOf(config.address);
    return act;
}

Act connectionAct(const char *verb, const QList<ConnectionConfig> &known, const QString &nameOrId)
{
    const auto found = std::find_if(known.cbegin(), known.cend(), [&](const ConnectionConfig &one) {
        return one.name == nameOrId || one.id.toString() == nameOrId;
    });
    if (found != known.cend())
        return connectionAct(verb, *found);
    Act act;
    act.verb = QLatin1String(verb);
    act.targetName = nameOrId;
    return act;
}

Act savedAct(const QList<ConnectionConfig> &known, const ConnectionConfig &config)
{
    const auto before =
        std::find_if(known.cbegin(), known.cend(), [&](const ConnectionConfig &one) { return one.id == config.id; });
    if (before != known.cend())
        return editedAct(*before, config);
    return connectionAct(config.id.isEmpty() ? "connection.add" : "connection.restore", config);
}

Act editedAct(const ConnectionConfig &before, const ConnectionConfig &config)
{
    Act act = connectionAct("connection.edit", config);
    act.target = before.id.toString();
    act.fields = changedFields(before, config);
    return act;
}

Act performedAct(const Action &action, const ActionTarget &target)
{
    Act act;
    act.verb = action.verb;
    act.target = action.target.toString();
    act.targetName = target.name;
    act.kind = target.kind;
    act.place = placeOf(target.place);
    if (act.place.isEmpty() || act.place.endsWith(QLatin1Char(':'))) // a file, a context, or what needs no address
        act.place = target.connection;
    act.arguments = action.arguments; // those that may be are written
    return act;
}

Act stoppedAct(const QList<ActionUnderWay> &running, const QString &key)
{
    Act act;
    const auto found =
        std::find_if(running.cbegin(), running.cend(), [&](const auto &one) { return one.action.key == key; });
    if (found != running.cend()) {
        act.target = found->action.target.toString();
        act.targetName = found->targetName;
        act.place = placeOf(found->place);
        act.arguments = {{QStringLiteral("verb"), found->action.verb}};
    }
    act.verb = QStringLiteral("action.stop");
    return act;
}

Act labAct(int sites, quint64 seed)
{
    Act act;
    act.verb = QStringLiteral("lab.start");
    act.arguments = {{QStringLiteral("sites"), QString::number(sites)},
                     {QStringLiteral("seed"), QString::number(seed)}};
    return act;
}

Act exportAct(Instant from, Instant until)
{
    Act act;
    act.verb = QStringLiteral("incident.export");
    act.arguments = {{QStringLiteral("from"), toIso(from)}, {QStringLiteral("until"), toIso(until)}};
    return act;
}

struct RecordedProgress::Kept
{
    Kept(std::weak_ptr<ActRecord> where, const Hop &into)
        : record(std::move(where))
        , hop(into)
    {
    }
    ~Kept() // in any thread
    {
        if (number > 0)
            hop.post([record = record, number = number] { write(record, number, kUnheard); });
    }
    Q_DISABLE_COPY_MOVE(Kept)

    static void write(const std::weak_ptr<ActRecord> &record, quint64 number, const Error &error)
    {
        const auto there = record.lock();
        if (there && error.text.isEmpty())
            there->done(number);
        else if (there)
            there->failed(number, error);
    }

    const std::weak_ptr<ActRecord> record; ///< what performs an action may outlive the keeper
    const Hop hop;
    quint64 number = 0; ///< 0: there is nothing to be written
};

RecordedProgress::RecordedProgress(ActRecord *record, const Hop &hop)
    : m_kept(std::make_shared<Kept>(record ? record->handle() : std::weak_ptr<ActRecord>(), hop))
{
}

Result<Done> RecordedProgress::begin(const Actor &who, const Act &act)
{
    const auto record = m_kept->record.lock();
    if (!record)
        return Done();
    const auto number = record->begin(who, act);
    if (!number)
        return number.error();
    m_kept->number = *number;
    return Done();
}

void RecordedProgress::end(const Error &error) const
{
    if (const quint64 number = std::exchange(m_kept->number, 0); number > 0)
        Kept::write(m_kept->record, number, error);
}

} // namespace graticule
