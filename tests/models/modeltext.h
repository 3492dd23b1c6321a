// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

namespace graticule::testing {

/// A model's first column of rows in @p role, or all its columns, as lines; thin spaces become ordinary ones.
inline QString plain(QString text)
{
    return text.replace(QChar(0x202F), QLatin1Char(' '));
}

inline QStringList rows(const QAbstractItemModel &model, const QList<int> &roles = {Qt::DisplayRole})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            for (const int role : roles)
                cells << plain(model.index(row, column).data(role).toString());
        }
        lines << cells.join(QStringLiteral(" | "));
    }
    return lines;
}

} // namespace graticule::testing
