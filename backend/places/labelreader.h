// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/labels.h"

#include <QStringList>

namespace graticule {

/// Reads labels that anybody may have written: what cannot be used is remarked upon, not passed on.
class LabelReader
{
public:
    static constexpr qsizetype kLongest = 253; // characters; as long as a DNS name

    explicit LabelReader(const Labels &labels)
        : m_labels(labels)
    {
    }

    /// The value on one line, without blanks around it; empty when absent or too long.
    QString text(QLatin1String key);
    /// The first of @p keys that has a value.
    QString firstOf(std::initializer_list<QLatin1String> keys);
    /// 'label KEY "VALUE" WHAT'
    void remark(QLatin1String key, const QString &value, const QString &what);
    const QStringList &remarks() const { return m_remarks; }

private:
    const Labels &m_labels;
    QStringList m_remarks;
};

} // namespace graticule
