// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sitetable/mettexts.h"

#include <QHash>
#include <QString>

namespace graticule {

/// The values that sites share in one field, each once, numbered in the order in which they were met.
class SharedValues
{
public:
    int add(const QString &value);
    /// Texts that were added may have gone meanwhile.
    void startPass() { m_met.startPass(); }
    int size() const { return int(m_texts.size()); }
    const QString &text(int value) const { return m_texts[size_t(value)]; }
    /// Places of all values among each other in natural order, by number; an empty text is last.
    const std::vector<int> &ranks() const;

private:
    QHash<QString, int> m_numbers;
    std::vector<QString> m_texts;
    MetTexts<int> m_met;
    mutable std::vector<int> m_ranks; ///< empty: to be computed
};

} // namespace graticule
