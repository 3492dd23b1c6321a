// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/acttext.h"

#include "models/format.h"

#include <QHash>

namespace graticule {

QString ActText::verb(const QString &verb)
{
    static const QHash<QString, const char *> known{
        {QStringLiteral("connection.add"), QT_TR_NOOP("Add connection")},
        {QStringLiteral("connection.edit"), QT_TR_NOOP("Edit connection")},
        {QStringLiteral("connection.remove"), QT_TR_NOOP("Remove connection")},
        {QStringLiteral("connection.restore"), QT_TR_NOOP("Bring connection back")},
        {QStringLiteral("connection.pause"), QT_TR_NOOP("Pause connection")},
        {QStringLiteral("connection.resume"), QT_TR_NOOP("Resume connection")},
        {QStringLiteral("connection.retry"), QT_TR_NOOP("Retry connection")},
        {QStringLiteral("connection.test"), QT_TR_NOOP("Test connection")},
        {QStringLiteral("lab.start"), QT_TR_NOOP("Start lab")},
        {QStringLiteral("lab.stop"), QT_TR_NOOP("Stop lab")},
        {QStringLiteral("lab.fault"), QT_TR_NOOP("Inject lab fault")},
        {QStringLiteral("lab.heal"), QT_TR_NOOP("Heal lab fault")},
        {QStringLiteral("cordon"), QT_TR_NOOP("Cordon")},
        {QStringLiteral("uncordon"), QT_TR_NOOP("Uncordon")},
        {QStringLiteral("drain"), QT_TR_NOOP("Drain")},
        {QStringLiteral("scale"), QT_TR_NOOP("Scale")},
        {QStringLiteral("restart"), QT_TR_NOOP("Restart")},
        {QStringLiteral("action.stop"), QT_TR_NOOP("Stop act")},
        {QStringLiteral("rules.save"), QT_TR_NOOP("Save label rules")},
        {QStringLiteral("service.same"), QT_TR_NOOP("Call services the same")},
        {QStringLiteral("service.different"), QT_TR_NOOP("Call services different")},
        {QStringLiteral("service.undecided"), QT_TR_NOOP("Take back what services are")},
        {QStringLiteral("logs.read"), QT_TR_NOOP("Read logs")},
        {QStringLiteral("incident.export"), QT_TR_NOOP("Export incident")},
        {QStringLiteral("certificate.enrol"), QT_TR_NOOP("Enrol")},
        {QStringLiteral("certificate.revoke"), QT_TR_NOOP("Revoke")},
        {QStringLiteral("certificate.rotate"), QT_TR_NOOP("Renew certificate")},
        {QStringLiteral("authority.rotate"), QT_TR_NOOP("Renew authority")},
        {QStringLiteral("name.erase"), QT_TR_NOOP("Erase name")},
        {QStringLiteral("attempts.others"), QT_TR_NOOP("Other attempts")},
        {QStringLiteral("keeper.started"), QT_TR_NOOP("Keeper started")},
        {QStringLiteral("record.begun"), QT_TR_NOOP("Record begun")},
        {QStringLiteral("record.torn"), QT_TR_NOOP("Unfinished record cut off")}};
    const auto found = known.constFind(verb);
    return found == known.cend() ? verb : tr(*found);
}

QString ActText::who(const RecordedAct &act)
{
    if (act.who.isEmpty())
        return act.way == QLatin1String("keeper") ? tr("the keeper") : tr("nobody knows");
    return act.isErased ? tr("person %1", "whose name was erased").arg(act.pseudonym.left(8)) : act.who;
}

QString ActText::target(const RecordedAct &act)
{
    if (!act.act.targetName.isEmpty())
        return act.act.targetName;
    return act.act.subject.name.isEmpty() ? act.act.target : act.act.subject.name;
}

QString ActText::place(const Act &act)
{
    const QString &place = act.place;
    if (place == QLatin1String("context:"))
        return act.kind == QLatin1String("docker") ? tr("a Docker context") : tr("a context of a kubeconfig");
    if (place == QLatin1String("unix:"))
        return tr("a socket on the keeper's computer");
    if (place == QLatin1String("local:"))
        return tr("the keeper's computer");
    return place == QLatin1String("lab:") ? tr("the lab") : place;
}

QString ActText::argument(const QString &name)
{
    static const QHash<QString, const char *> known{
        {QStringLiteral("days"), QT_TR_NOOP("Days")},
        {QStringLiteral("deleteLocal"), QT_TR_NOOP("Delete data that exists only on this node")},
        {QStringLiteral("dry-run"), QT_TR_NOOP("Only tried")},
        {QStringLiteral("fault"), QT_TR_NOOP("Fault")},
        {QStringLiteral("force"), QT_TR_NOOP("End also pods that nothing starts again")},
        {QStringLiteral("from"), QT_TR_NOOP("From")},
        {QStringLiteral("grace"), QT_TR_NOOP("Time for each pod to end by itself")},
        {QStringLiteral("kind"), QT_TR_NOOP("Kind of fault")},
        {QStringLiteral("namespace"), QT_TR_NOOP("Namespace")},
        {QStringLiteral("number"), QT_TR_NOOP("Number")},
        {QStringLiteral("percent"), QT_TR_NOOP("Percent")},
        {QStringLiteral("replicas"), QT_TR_NOOP("Instances wanted")},
        {QStringLiteral("role"), QT_TR_NOOP("Role given")},
        {QStringLiteral("seconds"), QT_TR_NOOP("For")},
        {QStringLiteral("seed"), QT_TR_NOOP("Seed")},
        {QStringLiteral("site"), QT_TR_NOOP("Site")},
        {QStringLiteral("sites"), QT_TR_NOOP("Sites")},
        {QStringLiteral("timeout"), QT_TR_NOOP("Give up after")},
        {QStringLiteral("to"), QT_TR_NOOP("To")},
        {QStringLiteral("until"), QT_TR_NOOP("Until")},
        {QStringLiteral("verb"), QT_TR_NOOP("Act")},
        {QStringLiteral("weight"), QT_TR_NOOP("Weight")}};
    const auto found = known.constFind(name);
    return found == known.cend() ? name : tr(*found);
}

QString ActText::value(const QString &name, const QString &value)
{
    static const QStringList seconds{QStringLiteral("grace"), QStringLiteral("timeout"), QStringLiteral("seconds")};
    if (name == QLatin1String("verb"))
        return verb(value);
    if (value == QLatin1String("true") || value == QLatin1String("false"))
        return value == QLatin1String("true") ? tr("yes") : tr("no");
    const bool isTime = name == QLatin1String("from") || name == QLatin1String("until");
    if (const Instant at = isTime ? instantFromIso(value) : kNever; at != kNever)
        return format::dateTimeUtc(at);
    return seconds.contains(name) && !value.isEmpty() ? tr("%1 s", "seconds").arg(value) : value;
}

StateLook ActText::outcome(ActOutcome outcome)
{
    switch (outcome) {
    case ActOutcome::Begun:
        return {Symbol::Connecting, tr("Under way"), Emphasis::Normal, 1};
    case ActOutcome::Done:
        return {Symbol::Pass, tr("Done"), Emphasis::Secondary, 0};
    case ActOutcome::Failed:
        return {Symbol::Fail, tr("Failed"), Emphasis::High, 3};
    case ActOutcome::Refused:
        return {Symbol::Refused, tr("Refused"), Emphasis::Medium, 2};
    case ActOutcome::Stopped:
        return {Symbol::Paused, tr("Stopped"), Emphasis::Medium, 2};
    case ActOutcome::Unknown:
        break;
    }
    return {Symbol::Unknown, tr("Not known"), Emphasis::Medium, 2};
}

QString ActText::fault(Fault fault)
{
    switch (fault) {
    case Fault::Ours:
        return tr("this program's fault");
    case Fault::Endpoint:
        return tr("the endpoint's fault");
    case Fault::Network:
        return tr("the network's fault");
    case Fault::NotAllowed:
        return tr("not permitted");
    case Fault::Input:
        return tr("it could not be so");
    case Fault::Unknown:
        break;
    }
    return tr("nobody knows whose fault");
}

/// What the record has of a reason is its code, without what it was about.
QString ActText::why(const QString &code)
{
    static const QHash<QString, const char *> known{
        {QStringLiteral("keeper.needs-role"), QT_TR_NOOP("The role at the keeper does not permit it.")},
        {QStringLiteral("act.not-permitted"), QT_TR_NOOP("The rights at the platform do not permit it.")},
        {QStringLiteral("act.no-connection"), QT_TR_NOOP("No connection told of it.")},
        {QStringLiteral("act.several"), QT_TR_NOOP("Several connections told of it, and none was named.")},
        {QStringLiteral("act.no-target"), QT_TR_NOOP("It was not there any more.")},
        {QStringLiteral("act.replaced"), QT_TR_NOOP("It was deleted and made anew.")},
        {QStringLiteral("act.plan-lost"), QT_TR_NOOP("What had been shown of it was not known any more.")},
        {QStringLiteral("act.newer"), QT_TR_NOOP("Somebody else changed it meanwhile.")},
        {QStringLiteral("act.key-taken"), QT_TR_NOOP("Its key was that of another act.")},
        {QStringLiteral("act.cut"), QT_TR_NOOP("It was lost sight of.")},
        {QStringLiteral("act.forgotten"), QT_TR_NOOP("It was lost sight of.")},
        {QStringLiteral("act.left-alone"), QT_TR_NOOP("It was lost sight of.")},
        {QStringLiteral("act.unfollowed"), QT_TR_NOOP("It was lost sight of.")},
        {QStringLiteral("session.not-connected"), QT_TR_NOOP("The connection was not there.")}};
    const auto found = known.constFind(code);
    return found == known.cend() ? code : tr(*found);
}

QString ActText::ended(const RecordedAct &act)
{
    const QString words = act.times > 1 ? tr("%1 %2 times more", "Refused 400 times more")
                                              .arg(outcome(act.outcome).text, format::number(qint64(act.times)))
                                        : outcome(act.outcome).text;
    return act.hasFault() ? tr("%1: %2").arg(words, fault(act.fault)) : words;
}

QString ActText::way(const QString &way)
{
    static const QHash<QString, const char *> known{{QStringLiteral("certificate"), QT_TR_NOOP("certificate")},
                                                    {QStringLiteral("token"), QT_TR_NOOP("token")},
                                                    {QStringLiteral("user"), QT_TR_NOOP("account on this computer")},
                                                    {QStringLiteral("anonymous"), QT_TR_NOOP("nothing was shown")},
                                                    {QStringLiteral("command"), QT_TR_NOOP("command line")},
                                                    {QStringLiteral("file"), QT_TR_NOOP("edited file")},
                                                    {QStringLiteral("keeper"), QT_TR_NOOP("the keeper itself")}};
    const auto found = known.constFind(way);
    return found == known.cend() ? way : tr(*found);
}

QList<std::pair<QString, QString>> ActText::details(const RecordedAct &act)
{
    QList<std::pair<QString, QString>> rows;
    const auto add = [&rows](const QString &name, const QString &value) {
        if (!value.isEmpty())
            rows.append({name, value});
    };
    add(tr("What"), verb(act.act.verb));
    add(tr("On"), act.act.targetName);
    add(tr("Id"), act.act.target);
    add(tr("About"), act.act.subject.name);
    add(tr("Their role"), act.act.subject.role);
    add(tr("Kind"), act.act.kind);
    add(tr("Where"), place(act.act));
    if (place(act.act) != act.act.place)
        add(tr("Address"), act.act.place);
    add(tr("Changed"), act.act.fields.join(QStringLiteral(", ")));
    for (auto one = act.act.arguments.cbegin(); one != act.act.arguments.cend(); ++one)
        add(argument(one.key()), value(one.key(), one.value()));
    add(tr("Who"), who(act));
    add(tr("Role"), act.role);
    add(tr("Known by"), way(act.way));
    add(tr("Begun"), format::dateTimeUtc(act.at));
    add(tr("Ended"), act.ended == kNever ? QString() : format::dateTimeUtc(act.ended));
    add(tr("Outcome"), ended(act));
    add(tr("Why"), why(act.code));
    add(tr("Record"), format::number(qint64(act.number)));
    add(tr("Pseudonym"), act.pseudonym);
    add(tr("SHA-256"), QString::fromLatin1(act.hash.toHex()));
    return rows;
}

QString ActText::sentence(const RecordedAct &act)
{
    return tr("%1 UTC, %2: %3 %4, %5", "time, who, verb, target, outcome")
        .arg(format::dateTime(act.at), who(act), verb(act.act.verb), target(act), ended(act))
        .simplified();
}

QString ActText::verdict(const RecordVerdict &verdict)
{
    const QString number = format::number(qint64(verdict.number));
    const QString until = format::number(qint64(verdict.until));
    const QString at = format::dateTimeUtc(verdict.at);
    switch (verdict.flaw) {
    case RecordFlawKind::None:
        break;
    case RecordFlawKind::Altered:
        return tr("Record %1 of %2 was altered.").arg(number, at);
    case RecordFlawKind::Missing:
        return tr("From record %1 to %2 something was cut out; the one before is of %3.").arg(number, until, at);
    case RecordFlawKind::Misplaced:
        return tr("Where record %1 belongs stands another one.").arg(number);
    case RecordFlawKind::Unreadable:
        return tr("Record %1 cannot be read; the one before is of %2.").arg(number, at);
    case RecordFlawKind::CutShort:
        return tr("The record was cut short: it ends before record %1; the last that is there is of %2.")
            .arg(number, at);
    case RecordFlawKind::Rewritten:
        return tr("The record was rewritten, at the earliest from record %1 on: record %2 is not the one that was "
                  "signed at %3.")
            .arg(number, until, at);
    case RecordFlawKind::Unknown:
        return tr("The keeper found something that this console does not know.");
    }
    if (verdict.badHeads > 0)
        return tr("The chain holds, but %n signed heads are not of the keeper's key.", nullptr, verdict.badHeads);
    return tr("%n records are as they were written.", nullptr, int(verdict.records)) + QLatin1Char(' ') +
           tr("%n signed heads agree.", nullptr, verdict.heads);
}

} // namespace graticule
