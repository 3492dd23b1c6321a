// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/places/labelreader.h"

#include <algorithm>

namespace graticule {

QString LabelReader::text(QLatin1String key)
{
    const auto label = m_labels.constFind(key);
    if (label == m_labels.cend())
        return {};
    if (label->size() > kLongest) {
        remark(key, *label, QStringLiteral("is longer than %1 characters").arg(kLongest));
        return {};
    }
    QString value = *label;
    value.removeIf([](QChar c) {
        const QChar::Category category = c.category();
        return (category == QChar::Other_Control && !c.isSpace()) || category == QChar::Other_Format;
    });
    return value.simplified();
}

QString LabelReader::firstOf(std::initializer_list<QLatin1String> keys)
{
    for (const QLatin1String key : keys) {
        if (const QString value = text(key); !value.isEmpty())
            return value;
    }
    return {};
}

void LabelReader::remark(QLatin1String key, const QString &value, const QString &what)
{
    constexpr qsizetype kShown = 40;
    const QString shown = value.size() <= kShown ? value : value.left(kShown) + QChar(0x2026);
    const QString text = QStringLiteral("label %1 \"%2\" %3").arg(QString(key), shown.simplified(), what);
    if (!m_remarks.contains(text))
        m_remarks.append(text);
}

} // namespace graticule
