// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <QList>

namespace graticule {

class Segment;

/// One of a few choices, side by side in one box: "Cards | List". Arrow keys choose; to assistive tools the segments
/// are radio buttons.
class SegmentedControl : public ThemedWidget
{
    Q_OBJECT

public:
    /// `name` says for assistive tools what is chosen: "Layout".
    SegmentedControl(const ThemeSwitch &themes, const QString &name, const QStringList &choices,
                     QWidget *parent = nullptr);

    /// Index of the choice; the first one at the start. -1: none of them.
    int current() const;
    /// Chooses without a signal when it is the choice already. -1: what holds is none of the choices.
    void setCurrent(int index);
    void setChoiceEnabled(int index, bool enabled);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Segment *> m_segments;
};

} // namespace graticule
