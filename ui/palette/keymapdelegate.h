// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QStyledItemDelegate>

namespace graticule {

/// Draws headings, and actions with their keys as chips at the end of the row.
class KeyMapDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRow = 28;

    explicit KeyMapDelegate(const ThemeSwitch &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeSwitch &m_themes;
};

} // namespace graticule
