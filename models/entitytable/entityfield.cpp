// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entityfield.h"

#include <algorithm>

namespace graticule {

namespace {

using Type = EntityField::Type;
constexpr int kShown = EntityField::Shown;
constexpr int kNumber = EntityField::Numeric;
constexpr int kMeter = EntityField::Meter;

} // namespace

std::vector<EntityField> EntityFields::of(EntityKind kind)
{
    const auto word = [](const char *text) { return QString::fromLatin1(text); };
    const EntityField state{Type::State, word("state"), tr("State"), 128, kShown};
    const EntityField region{Type::Where, word("region"), tr("Region"), 130};
    const EntityField connection{Type::Where, word("connection"), tr("Seen through"), 140};
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

QString EntityFields::notKnown()
{
    return tr("not known");
}

} // namespace graticule
