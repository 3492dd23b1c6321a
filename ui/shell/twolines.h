// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/glyphtexts.h"

namespace graticule {

/// Two short lines, the first stronger: the clock with its date, the caller with his role.
class TwoLines : public ThemedWidget
{
    Q_OBJECT

public:
    /// @p badge: the caller's initials stand before the lines, in a circle.
    TwoLines(const ThemeSwitch &themes, Qt::Alignment alignment, bool badge, QWidget *parent = nullptr);

    void setLines(const QString &first, const QString &second, const QString &accessible);
    /// As wide as its longest lines so far: nothing beside it moves when they get shorter.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widest() const;
    void paintBadge(QPainter &painter, const QRect &box) const;

    QString m_first;
    QString m_second;
    mutable int m_widest = 0;
    Qt::Alignment m_alignment;
    bool m_hasBadge;
    mutable GlyphTexts m_texts{8};
};

} // namespace graticule
