// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <string>
#include <vector>

namespace graticule {

/// The values that rows share in one column, each once and numbered, with what searching and sorting need of each. A
/// value; one thread at a time.
class ValueList
{
public:
    /// The number of @p value. @p shown is how people read it where that is another text ("Germany" for "DE").
    int add(const QString &value, const QString &shown = {});

    int size() const { return int(m_texts.size()); }
    const QString &text(int value) const { return m_texts[size_t(value)]; }
    /// "not known" for an empty one.
    const QString &shown(int value) const { return m_shown[size_t(value)]; }
    /// Both, as folded bytes to search in.
    const std::string &folded(int value) const { return m_folded[size_t(value)]; }
    /// Natural order; an empty one is last.
    bool isBefore(int left, int right) const { return m_keys[size_t(left)] < m_keys[size_t(right)]; }
    /// By the values themselves, not as they are shown; an empty one is last.
    bool isTextBefore(int left, int right) const;
    /// Place of a value among all of them. Costs a sort after a value was added.
    int rank(int value) const;

private:
    QHash<QString, int> m_numbers;
    std::vector<QString> m_texts;
    std::vector<QString> m_shown;
    std::vector<std::string> m_folded;
    std::vector<std::string> m_keys;
    mutable std::vector<int> m_ranks; ///< shorter than the list: to be computed
};

} // namespace graticule
