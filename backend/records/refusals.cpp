// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/refusals.h"

#include "backend/domain/failurewords.h"

namespace graticule {
namespace {

QString keyOf(const Actor &who)
{
    return who.way + QLatin1Char('\n') + who.name + QLatin1Char('\n') + who.mark;
}

QString keyOf(const Act &act, const Error &why)
{
    const QString &what = act.target.isEmpty() ? act.targetName : act.target;
    return QStringList{act.verb.left(Act::kLongestText), what.left(Act::kLongestText), wordOf(why.kind), why.code}.join(
        QLatin1Char('\n'));
}

/// As much of it as is recorded: who is refused chooses how long its texts are.
Act asRecorded(Act act)
{
    for (QString *text : {&act.verb, &act.target, &act.targetName, &act.kind, &act.place})
        *text = text->left(Act::kLongestText);
    act.fields = act.fields.mid(0, Act::kMostFields);
    for (QString &field : act.fields)
        field = field.left(Act::kLongestText);
    act.arguments.removeIf([](auto one) { return !recordedArguments().contains(one.key()); });
    for (QString &value : act.arguments)
        value = value.left(Act::kLongestText);
    return act;
}

} // namespace

bool Refusals::isFirst(const Actor &who, const Act &act, const Error &why, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    QString key = keyOf(who);
    const bool isTooMany = m_persons.size() >= kPersons && !m_persons.contains(key);
    Person &person = m_persons[isTooMany ? QString() : key];
    if (person.since == kNever) {
        person.who = isTooMany ? Actor() : who;
        person.since = now;
    }
    const QString what = keyOf(act, why);
    const auto known = person.kinds.find(what);
    if (known != person.kinds.end()) {
        ++known->second.times;
        return false;
    }
    if (isTooMany || person.kinds.size() >= kKinds) {
        person.others.act.verb = QLatin1String(kOthers);
        person.others.why = why;
        ++person.others.times;
        return false;
    }
    person.kinds.insert({what, {asRecorded(act), why}});
    return true;
}

void Refusals::name(const Actor &who, const Act &asked, const Error &why, const Act &named)
{
    const std::scoped_lock lock(m_mutex);
    const auto person = m_persons.find(keyOf(who));
    if (person == m_persons.end())
        return;
    const auto kind = person->second.kinds.find(keyOf(asked, why));
    if (kind != person->second.kinds.end())
        kind->second.act = asRecorded(named);
}

QList<Refusal> Refusals::take(Person &person)
{
    QList<Refusal> told;
    const auto tell = [&](Kind &kind) {
        if (kind.times > 0)
            told.append({person.who, kind.act, kind.why, kind.times});
        return std::exchange(kind.times, 0) == 0;
    };
    for (auto one = person.kinds.begin(); one != person.kinds.end();) // one that rested is new again
        one = tell(one->second) ? person.kinds.erase(one) : std::next(one);
    tell(person.others);
    return told;
}

QList<Refusal> Refusals::due(Instant now, bool all)
{
    const std::scoped_lock lock(m_mutex);
    QList<Refusal> told;
    for (auto one = m_persons.begin(); one != m_persons.end();) {
        Person &person = one->second;
        const bool isOver = now - person.since >= person.window || now < person.since; // or the clock was set back
        if (!isOver && !all) {
            ++one;
            continue;
        }
        const bool isQuiet = person.kinds.empty(); // who tries another thing each time goes on, too
        const QList<Refusal> counted = take(person);
        told += counted;
        person.since = now;
        person.window = std::min(person.window * 2, kLongest);
        one = isQuiet && counted.isEmpty() ? m_persons.erase(one) : std::next(one);
    }
    return told;
}

} // namespace graticule
