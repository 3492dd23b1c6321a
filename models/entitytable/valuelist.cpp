// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/valuelist.h"

#include "models/entitytable/entityfield.h"
#include "models/sitetable/naturalkey.h"

#include <algorithm>
#include <numeric>

namespace graticule {

int ValueList::add(const QString &value, const QString &shown)
{
    const auto found = m_numbers.constFind(value);
    if (found != m_numbers.cend())
        return *found;
    const int number = size();
    m_numbers.insert(value, number);
    m_texts.push_back(value);
    m_shown.push_back(value.isEmpty() ? EntityFields::notKnown() : shown.isEmpty() ? value : shown);
    const bool isOther = m_shown.back() != value;
    m_folded.push_back(foldedBytes(isOther ? value + QLatin1Char(' ') + m_shown.back() : value));
    m_keys.push_back(value.isEmpty() ? std::string("\xff") : naturalKey(foldedBytes(m_shown.back())));
    return number;
}

bool ValueList::isTextBefore(int left, int right) const
{
    if (text(left).isEmpty() || text(right).isEmpty())
        return !text(left).isEmpty();
    return text(left) < text(right);
}

int ValueList::rank(int value) const
{
    if (m_ranks.size() != m_texts.size()) {
        std::vector<int> order(m_texts.size());
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(), [this](int a, int b) { return isBefore(a, b); });
        m_ranks.resize(order.size());
        for (size_t i = 0; i < order.size(); ++i)
            m_ranks[size_t(order[i])] = int(i);
    }
    return m_ranks[size_t(value)];
}

} // namespace graticule
