// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entityfield.h"

#include "models/statetext.h"

#include <algorithm>

namespace graticule {

namespace {

using Type = EntityField::Type;
constexpr int kShown = EntityField::Shown;
constexpr int kNumber = EntityField::Numeric;
constexpr int kMeter = EntityField::Meter;
constexpr int kLongText = 200; ///< a column of that width holds sentences, which are read from their beginning

} // namespace

std::vector<EntityField> EntityFields::of(EntityKind kind)
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    const EntityField state{Type::State, word("state"), tr("State"), 128, kShown};
    const EntityField region{Type::Where, word("region"), tr("Region"), 130};
    const EntityField connection{Type::Where, word("connection"), tr("Seen through"), 140};
    const EntityField provider{Type::Where, word("provider"), tr("Provider"), 130};
    const EntityField why{Type::Why, word("why"), tr("Why"), 240, kShown};
    const EntityField seen{Type::Seen, word("seen"), tr("Seen"), 70, kShown | kNumber};
    switch (kind) {
    case EntityKind::Service:
        return {state,
                {Type::Name, word("service"), tr("Service"), 170, kShown},
                {Type::Shared, word("tier"), tr("Tier"), 60, kShown},
                {Type::Where, word("site"), tr("Sites"), 200, kShown},
                {Type::Where, word("country"), tr("Countries"), 150, kShown},
                region,
                {Type::Figure, word("ready"), tr("Ready"), 84, kShown | kNumber | EntityField::LowFirst},
                {Type::Where, word("image"), tr("Image"), 220},
                connection,
                provider,
                why,
                seen};
    case EntityKind::Node:
        return {state,
                {Type::Name, word("node"), tr("Node"), 170, kShown},
                {Type::Where, word("site"), tr("Site"), 130, kShown},
                {Type::Where, word("country"), tr("Country"), 150},
                region,
                {Type::Shared, word("platform"), tr("Platform"), 210, kShown},
                {Type::Figure, word("cpu"), tr("CPU used"), 138, kShown | kMeter},
                {Type::Figure, word("memory"), tr("Memory used"), 138, kShown | kMeter},
                {Type::Figure, word("storage"), tr("Storage used"), 138, kMeter},
                {Type::Figure, word("load"), tr("Load"), 70, kShown | kNumber},
                {Type::Figure, word("up"), tr("Up for"), 80, kNumber},
                connection,
                provider,
                why,
                seen};
    case EntityKind::Asset:
        break;
    }
    return {state,
            {Type::Name, word("asset"), tr("Asset"), 200, kShown},
            {Type::Shared, word("class"), tr("Class"), 110, kShown},
            {Type::Shared, word("owner"), tr("Owner"), 110},
            {Type::Where, word("site"), tr("Sites"), 180, kShown},
            {Type::Where, word("country"), tr("Countries"), 140, kShown},
            region,
            {Type::Figure, word("copies"), tr("Copies"), 70, kNumber},
            {Type::Figure, word("size"), tr("Size"), 84, kShown | kNumber},
            {Type::Figure, word("lag"), tr("Behind"), 84, kShown | kNumber},
            connection,
            provider,
            why,
            seen};
}

int EntityFields::indexOf(const std::vector<EntityField> &fields, QStringView word)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const EntityField &field) {
        return word.compare(field.word, Qt::CaseInsensitive) == 0;
    });
    return found == fields.end() ? -1 : int(found - fields.begin());
}

std::vector<TableColumn> EntityFields::columns(EntityKind kind)
{
    std::vector<TableColumn> columns;
    for (const EntityField &field : of(kind)) {
        TableColumn column;
        column.word = field.word;
        column.title = field.title;
        column.width = field.width;
        const bool isLong = field.type == Type::Shared && field.width >= kLongText;
        column.gives = field.type == Type::Name || field.type == Type::Where || isLong ? field.width / 4 : 0;
        column.place = int(columns.size());
        column.isShown = field.has(EntityField::Shown);
        column.isListed = field.isListed();
        column.isNumeric = field.has(EntityField::Numeric);
        column.isMeter = field.has(EntityField::Meter);
        column.takesRest = field.type == Type::Why;
        columns.push_back(column);
    }
    if (kind == EntityKind::Node) {
        const int place = indexOf(of(kind), u"cpu");
        for (TableColumn &column : columns)
            column.place += column.place >= place ? 1 : 0;
        TableColumn trail;
        trail.word = QStringLiteral("cpu-hour");
        trail.title = tr("CPU, 1 h");
        trail.width = 110;
        trail.place = place;
        trail.isShown = true;
        trail.trail = TrailKind::Cpu;
        columns.push_back(trail);
    }
    // The longest that are usual; "Restarting again and again" may be cut in no language.
    const bool isService = kind == EntityKind::Service;
    columns.front().whole = {StateText::look(Health::Unhealthy).text,
                             StateText::look(isService ? Health::Restarting : Health::Failed).text};
    return columns;
}

QString EntityFields::several(const QString &word)
{
    if (word == QLatin1String("site"))
        return tr("At several sites");
    if (word == QLatin1String("country"))
        return tr("In several countries");
    if (word == QLatin1String("region"))
        return tr("In several regions");
    if (word == QLatin1String("provider"))
        return tr("At several providers");
    if (word == QLatin1String("connection"))
        return tr("Through several connections");
    return tr("Several images");
}

QString EntityFields::nowhere()
{
    return tr("At no known place");
}

QString EntityFields::notKnown()
{
    return tr("not known");
}

} // namespace graticule
