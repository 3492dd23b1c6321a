// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <optional>

namespace graticule {

/// What a capacity bar shows. Shares are of the whole, 0..1; more than 1 is drawn as full.
struct MeterLevel
{
    std::optional<double> value; ///< none: an empty outlined box, never a zero
    std::optional<double> mark;  ///< a second value as a tick, such as the load after the worst single loss
    bool stale = false;          ///< hatched: the last known value
    double warnAt = 0.8;         ///< from here on medium
    double criticalAt = 0.92;    ///< from here on critical
};

/// Draws a bar of 6 px over the width of `box`, in the middle of its height.
void paintMeter(QPainter &painter, const QRect &box, const MeterLevel &data, const Theme &theme);

/// A capacity bar by itself. Its text for assistive tools is given with the level, since units are the caller's.
class Meter : public ThemedWidget
{
    Q_OBJECT

public:
    explicit Meter(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// `words` such as "71 %, 86 % after the worst loss".
    void setLevel(const MeterLevel &level, const QString &words);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MeterLevel m_level;
};

} // namespace graticule
