// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/gazetteer.h"

#include "backend/places/spelling.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace graticule {
namespace {

constexpr qsizetype kLongestName = 200;

Error malformed(const QString &file, const QString &what)
{
    return {ErrorKind::Malformed, Fault::Input, file + QStringLiteral(": ") + what, std::nullopt};
}

City cityFrom(const QJsonObject &object)
{
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    return {text("name"),
            text("country"),
            text("iata"),
            {object.value(QLatin1String("lat")).toDouble(), object.value(QLatin1String("lon")).toDouble()},
            object.value(QLatin1String("pop")).toInt(),
            object.value(QLatin1String("rank")).toInt(4),
            object.value(QLatin1String("capital")).toBool()};
}

} // namespace

Result<Gazetteer> Gazetteer::fromJson(const QByteArray &json, const QString &file)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return malformed(file, QStringLiteral("byte %1: %2").arg(error.offset).arg(error.errorString()));
    const QJsonArray list = root.value(QLatin1String("cities")).toArray();
    std::vector<QJsonObject> objects;
    for (const QJsonValue &value : list)
        objects.push_back(value.toObject());
    std::stable_sort(objects.begin(), objects.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value(QLatin1String("pop")).toInt() > b.value(QLatin1String("pop")).toInt();
    });
    Gazetteer result;
    for (const QJsonObject &object : objects) {
        City city = cityFrom(object);
        const int index = int(result.m_cities.size());
        if (city.name.isEmpty() || city.country.size() != 2)
            return malformed(file, QStringLiteral("cities: an entry lacks name or country"));
        QStringList names{city.name, object.value(QLatin1String("ascii")).toString()};
        const QJsonArray others = object.value(QLatin1String("alt")).toArray();
        for (const QJsonValue &other : others)
            names.append(other.toString());
        for (const QString &name : std::as_const(names)) {
            const QString key = folded(name);
            if (key.isEmpty())
                continue;
            auto &indices = result.m_byName[key];
            if (indices.empty() || indices.back() != index)
                indices.push_back(index);
        }
        if (!city.iata.isEmpty())
            result.m_byIata[city.iata].push_back(index);
        result.m_cities.push_back(std::move(city));
    }
    if (result.m_cities.empty())
        return malformed(file, QStringLiteral("cities: the list is empty or missing"));
    const QJsonObject airports = root.value(QLatin1String("airports")).toObject();
    for (auto it = airports.begin(); it != airports.end(); ++it)
        result.m_byIata.insert(it.key(), result.m_byIata.value(it.value().toString()));
    return result;
}

std::shared_ptr<const Gazetteer> Gazetteer::builtIn()
{
    const QString name = QStringLiteral(":/graticule/places/cities.json");
    QFile file(name);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    auto result = fromJson(open ? file.readAll() : QByteArray(), name);
    Q_ASSERT(result);
    return std::make_shared<const Gazetteer>(result ? std::move(result).value() : Gazetteer());
}

QString Gazetteer::folded(const QString &name)
{
    if (name.size() > kLongestName)
        return {};
    QString result;
    const QString parts = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : parts) {
        if (c.isLetterOrNumber())
            result.append(c);
    }
    return result;
}

const City *Gazetteer::byName(const QString &name, const QString &country) const
{
    return first(m_byName, folded(name), country);
}

const City *Gazetteer::byIata(const QString &code, const QString &country) const
{
    return code.size() == 3 ? first(m_byIata, code.toUpper(), country) : nullptr;
}

const City *Gazetteer::find(const QString &text, const QString &country) const
{
    if (const City *city = byName(text, country))
        return city;
    if (const City *city = byIata(text.trimmed(), country))
        return city;
    const qsizetype comma = text.lastIndexOf(QLatin1Char(','));
    const QString said = comma < 0 ? QString() : text.mid(comma + 1).trimmed().toUpper();
    const bool fits = said.size() == 2 && (country.isEmpty() || country == said);
    return fits ? byName(text.left(comma), said) : nullptr;
}

QString Gazetteer::entryOf(const City &city) const
{
    return byName(city.name) == &city ? city.name : QStringLiteral("%1, %2").arg(city.name, city.country);
}

std::vector<int> Gazetteer::beginningWith(const QString &folded) const
{
    std::vector<int> found;
    for (auto it = m_byName.cbegin(); it != m_byName.cend(); ++it) {
        if (it.key().startsWith(folded))
            found.insert(found.end(), it->begin(), it->end());
    }
    return found;
}

std::vector<int> Gazetteer::nearlyLike(const QString &folded) const
{
    std::vector<int> found;
    const int forgiven = forgivenLetters(folded.size());
    for (auto it = m_byName.cbegin(); forgiven > 0 && it != m_byName.cend(); ++it) {
        // "Franfurt" is also meant to begin "Frankfurt am Main"
        const QStringView head = QStringView(it.key()).left(folded.size() + 1);
        if (spellingDistance(it.key(), folded, forgiven) <= forgiven ||
            (it.key().size() > folded.size() + 1 && spellingDistance(head, folded, 1) <= 1))
            found.insert(found.end(), it->begin(), it->end());
    }
    return found;
}

QStringList Gazetteer::suggest(const QString &text, const QString &country, int most) const
{
    const QString wanted = folded(text);
    if (wanted.isEmpty())
        return {};
    std::vector<int> found = beginningWith(wanted);
    if (const auto code = m_byIata.constFind(text.trimmed().toUpper()); code != m_byIata.cend())
        found.insert(found.end(), code->begin(), code->end());
    if (found.empty())
        found = nearlyLike(wanted);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    QStringList entries;
    for (const int index : found) {
        const City &city = m_cities[size_t(index)];
        if (entries.size() < most && (country.isEmpty() || city.country == country))
            entries.append(entryOf(city));
    }
    return entries;
}

const City *Gazetteer::first(const QHash<QString, std::vector<int>> &index, const QString &key,
                             const QString &country) const
{
    const auto found = index.constFind(key);
    if (key.isEmpty() || found == index.cend())
        return nullptr;
    for (int i : *found) {
        if (country.isEmpty() || m_cities[size_t(i)].country == country)
            return &m_cities[size_t(i)];
    }
    return nullptr;
}

} // namespace graticule
