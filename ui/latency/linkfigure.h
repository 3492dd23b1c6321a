// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/tone.h"

namespace graticule {

/// One figure of a link in a column: its name, its value, what is usual of it.
class LinkFigure : public ThemedWidget
{
    Q_OBJECT

public:
    LinkFigure(const ThemeSwitch &themes, const QString &title, QWidget *parent = nullptr);

    /// @p value with its unit.
    void setFigure(const QString &value, const QString &note, Tone tone = Tone::Normal);
    /// "p50 158 ms, usual 61".
    QString text() const;

    QSize sizeHint() const override { return {96, 64}; }
    QSize minimumSizeHint() const override { return {64, 64}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_title;
    QString m_value;
    QString m_note;
    Tone m_tone = Tone::Normal;
};

} // namespace graticule
