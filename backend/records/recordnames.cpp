// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/records/recordnames.h"

#include "backend/authority/ownedfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace graticule {
namespace {

constexpr qsizetype kSaltBytes = 32;
constexpr qint64 kMostBytes = 64 << 20;

QByteArray newSalt()
{
    QByteArray salt(kSaltBytes, '\0');
    QRandomGenerator::system()->generate(reinterpret_cast<quint32 *>(salt.data()),
                                         reinterpret_cast<quint32 *>(salt.data() + salt.size()));
    return salt;
}

Error failed(const QString &text)
{
    return {ErrorKind::Internal, Fault::Ours, text, std::nullopt};
}

} // namespace

QString RecordNames::commitment(const QByteArray &salt, const Actor &actor)
{
    const QStringList parts{actor.way, actor.name, actor.mark};
    return QString::fromLatin1(
        QCryptographicHash::hash(salt + parts.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString RecordNames::shortName(const QString &pseudonym)
{
    return QStringLiteral("person ") + pseudonym.left(8);
}

Result<Done> RecordNames::read()
{
    m_people.clear();
    QFile file(m_path);
    if (!file.exists())
        return Done();
    if (!file.open(QIODevice::ReadOnly))
        return failed(QStringLiteral("%1 cannot be read: %2.").arg(m_path, file.errorString()));
    const QList<QByteArray> lines = file.read(kMostBytes).split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
        Person person{{}, QByteArray::fromHex(text("salt").toLatin1()), {text("name"), text("way"), text("mark"), {}}};
        if (person.salt.size() != kSaltBytes)
            continue; // who cannot be proven is told as a pseudonym
        person.pseudonym = commitment(person.salt, person.actor);
        m_people.append(std::move(person));
    }
    return Done();
}

Result<Done> RecordNames::write(const QList<Person> &people)
{
    QByteArray content;
    for (const Person &person : people)
        content += QJsonDocument(QJsonObject{{QStringLiteral("salt"), QString::fromLatin1(person.salt.toHex())},
                                             {QStringLiteral("way"), person.actor.way},
                                             {QStringLiteral("name"), person.actor.name},
                                             {QStringLiteral("mark"), person.actor.mark}})
                       .toJson(QJsonDocument::Compact) +
                   '\n';
    const Result<Done> written = writeOwnedFile(m_path, content, FileOwner::OfDirectory);
    if (written)
        m_people = people;
    return written;
}

Result<QString> RecordNames::pseudonymOf(const Actor &actor)
{
    for (const Person &person : std::as_const(m_people)) {
        if (person.actor.name == actor.name && person.actor.way == actor.way && person.actor.mark == actor.mark)
            return person.pseudonym;
    }
    Person person{{}, newSalt(), {actor.name, actor.way, actor.mark, {}}};
    person.pseudonym = commitment(person.salt, person.actor);
    QList<Person> people = m_people;
    people.append(person);
    const auto written = write(people);
    return written ? Result<QString>(person.pseudonym) : written.error();
}

QStringList RecordNames::pseudonymsOf(const QString &nameOrPseudonym) const
{
    QStringList found;
    for (const Person &person : m_people) {
        if (person.actor.name == nameOrPseudonym || person.pseudonym == nameOrPseudonym ||
            shortName(person.pseudonym) == nameOrPseudonym)
            found.append(person.pseudonym);
    }
    return found;
}

Result<QStringList> RecordNames::erase(const QString &nameOrPseudonym)
{
    const QStringList found = pseudonymsOf(nameOrPseudonym);
    QList<Person> people = m_people;
    people.removeIf([&](const Person &person) { return found.contains(person.pseudonym); });
    const auto written = found.isEmpty() ? Result<Done>(Done()) : write(people);
    return written ? Result<QStringList>(found) : written.error();
}

const RecordNames::Person *RecordNames::find(const QString &pseudonym) const
{
    const auto found = std::find_if(m_people.cbegin(), m_people.cend(),
                                    [&](const Person &person) { return person.pseudonym == pseudonym; });
    return found == m_people.cend() ? nullptr : &*found;
}

} // namespace graticule
