// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/stateshape.h"

namespace graticule {

/// How many are in one state: "61 degraded" behind its shape.
struct StateCountData
{
    StateShape shape = StateShape::Unknown;
    QString number;      ///< ready for the eye: "4 819"
    QString word;        ///< "healthy"; may be empty where a heading says it
    bool strong = false; ///< abnormal and not zero: the number is heavier
    bool dimmed = false; ///< none of them: paler, yet present

    friend bool operator==(const StateCountData &, const StateCountData &) = default;
};

class StateCount : public ThemedWidget
{
    Q_OBJECT

public:
    explicit StateCount(const ThemeSwitch &themes, QWidget *parent = nullptr);

    void setCount(const StateCountData &count);
    /// Keeps room for @p number, the largest there can be: what stands beside it does not move when it changes.
    void setRoomFor(const QString &number);
    /// Leaves the words out where there is no room for them; they stay in the tooltip.
    void setCompact(bool compact);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateCountData m_count;
    QString m_roomFor;
    bool m_compact = false;
};

} // namespace graticule
