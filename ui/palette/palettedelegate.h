// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QStyledItemDelegate>

namespace graticule {

/// Draws a row of the palette: mark or icon, name, place; at the end its kind and its key. What cannot be done now is
/// grey, with a lock and the reason.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRow = 30;

    explicit PaletteDelegate(const ThemeSwitch &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const ThemeSwitch &m_themes;
};

} // namespace graticule
