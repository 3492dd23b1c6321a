// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/action.h"

#include <QHash>

#include <algorithm>

namespace graticule {
namespace {

/// More than any node has pods. What passes it is counted, in `of`, and not named.
constexpr qsizetype kMostItems = 2'000;
/// So few are looked for one by one; an index costs as much as the list is long.
constexpr qsizetype kFew = 8;

using Place = QHash<std::pair<QString, QString>, qsizetype>;

Place placesOf(const QList<ActionItem> &items)
{
    Place places;
    places.reserve(items.size());
    for (qsizetype i = 0; i < items.size(); ++i)
        places.insert({items[i].name, items[i].kind}, i);
    return places;
}

} // namespace

void fold(ActionProgress &whole, const ActionProgress &step)
{
    QList<ActionItem> items = std::move(whole.items);
    const bool isIndexed = step.items.size() > kFew;
    Place places = isIndexed ? placesOf(items) : Place();
    const auto placeOf = [&](const ActionItem &item) {
        if (isIndexed)
            return places.value({item.name, item.kind}, -1);
        const auto known = std::find_if(items.cbegin(), items.cend(), [&](const ActionItem &one) {
            return one.name == item.name && one.kind == item.kind;
        });
        return known == items.cend() ? qsizetype(-1) : qsizetype(known - items.cbegin());
    };
    for (const ActionItem &item : step.items) {
        const qsizetype place = placeOf(item);
        if (place >= 0) {
            items[place] = item;
        } else if (items.size() < kMostItems) {
            if (isIndexed)
                places.insert({item.name, item.kind}, items.size());
            items.append(item);
        }
    }
    whole = step;
    whole.items = std::move(items);
}

} // namespace graticule
