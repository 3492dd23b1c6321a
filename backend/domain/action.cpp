// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/action.h"

#include <algorithm>

namespace graticule {

void fold(ActionProgress &whole, const ActionProgress &step)
{
    QList<ActionItem> items = std::move(whole.items);
    for (const ActionItem &item : step.items) {
        const auto known = std::find_if(items.begin(), items.end(), [&](const ActionItem &one) {
            return one.name == item.name && one.kind == item.kind;
        });
        if (known == items.end())
            items.append(item);
        else
            *known = item;
    }
    whole = step;
    whole.items = std::move(items);
}

} // namespace graticule
