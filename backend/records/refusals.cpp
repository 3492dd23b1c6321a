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

} // namespace

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

Refusals::Person &Refusals::personOf(const Actor &who, Instant now)
{
    const QString key = keyOf(who);
    const bool isMany = who == Actor() || (m_persons.size() >= kPersons && !m_persons.contains(key));
    Person &person = m_persons[isMany ? QString() : key];
    if (person.since == kNever) {
        person.who = isMany ? Actor() : who;
        person.since = now;
        person.isMany = isMany;
    }
    return person;
}

bool Refusals::isFirst(const Actor &who, const Act &act, const Error &why, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    Person &person = personOf(who, now);
    const QString what = keyOf(act, why);
    const auto known = person.kinds.find(what);
    if (known != person.kinds.end()) {
        ++known->second.times;
        return false;
    }
    if (person.isMany || person.kinds.size() >= kKinds) {
        person.countOthers(why, 1);
        return false;
    }
    person.kinds.insert({what, {asRecorded(act), why}});
    return true;
}

void Refusals::Person::countOthers(const Error &error, quint64 times)
{
    others.act.verb = QLatin1String(kOthers);
    others.why = error;
    others.times += times;
}

void Refusals::putBack(const Refusal &refusal, Instant now)
{
    const std::scoped_lock lock(m_mutex);
    Person &person = personOf(refusal.who, now);
    const auto known = person.kinds.find(keyOf(refusal.act, refusal.why));
    if (known != person.kinds.end())
        known->second.times += refusal.times;
    else
        person.countOthers(refusal.why, refusal.times);
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
