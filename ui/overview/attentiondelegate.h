// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/glyphtexts.h"
#include "widgets/theme/themeswitch.h"

#include <QStyledItemDelegate>

namespace graticule {

/// Draws one thing that needs a person: its mark, what it is with its age, and two lines about it.
class AttentionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit AttentionDelegate(const ThemeSwitch &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const ThemeSwitch &m_themes;
    mutable GlyphTexts m_texts{128}; ///< an age changes every second in some row, and most texts never
};

} // namespace graticule
