// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/sharedvalues.h"

#include "models/sitetable/naturalkey.h"

#include <algorithm>

namespace graticule {

int SharedValues::add(const QString &value)
{
    if (const int *met = m_met.find(value.constData(), value.size()))
        return *met;
    auto found = m_numbers.constFind(value);
    if (found == m_numbers.cend()) {
        found = m_numbers.insert(value, size());
        m_texts.push_back(value);
        m_ranks.clear();
    }
    m_met.put(value.constData(), value.size(), *found);
    return *found;
}

const std::vector<int> &SharedValues::ranks() const
{
    if (m_ranks.empty()) {
        std::vector<std::pair<std::string, int>> keys;
        for (size_t i = 0; i < m_texts.size(); ++i)
            keys.emplace_back(m_texts[i].isEmpty() ? std::string("\xff") : naturalKey(foldedBytes(m_texts[i])), int(i));
        std::sort(keys.begin(), keys.end());
        m_ranks.resize(keys.size());
        for (size_t i = 0; i < keys.size(); ++i)
            m_ranks[size_t(keys[i].second)] = int(i);
    }
    return m_ranks;
}

} // namespace graticule
