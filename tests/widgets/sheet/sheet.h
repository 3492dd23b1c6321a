// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/label.h"
#include "widgets/theme/themeswitch.h"

#include <QFrame>

#include <functional>

namespace graticule::sheet {

/// A page of 1600 x 1000 on which specimens stand in cards.
class Sheet : public QWidget
{
public:
    Sheet(const ThemeSwitch &themes, const QString &title, const QString &subtitle);

    const ThemeSwitch &themes() const { return m_themes; }
    /// A titled card; specimens are its children, placed from its own corner.
    QFrame *card(const QRect &place, const QString &title, const QString &note = {});
    /// A line of text in `parent`; as wide as it needs unless `width` is given.
    Label *text(QWidget *parent, QPoint at, const QString &words, const TextLook &look = {}, int width = 0);
    /// Something drawn by hand in `parent`.
    QWidget *drawing(QWidget *parent, const QRect &place, std::function<void(QPainter &, const Theme &)> draw);

private:
    const ThemeSwitch &m_themes;
};

/// Shapes, colours, type, icons, ages.
Sheet *foundations(const ThemeSwitch &themes);

/// Buttons, inputs, rows, view states, navigation.
Sheet *controls(const ThemeSwitch &themes);

/// A matrix, charts of one pair.
Sheet *latency(const ThemeSwitch &themes);

/// State lanes, sparklines, small multiples, the time bar.
Sheet *time(const ThemeSwitch &themes);

/// A large matrix, the picker of days.
Sheet *calendar(const ThemeSwitch &themes);

} // namespace graticule::sheet
