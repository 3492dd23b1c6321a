// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>

namespace graticule {

/// Says on every screen that sites of the lab are among those shown. Pressed, it opens its owner's menu: what the lab
/// is, and how to be rid of it.
class LabBadge : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LabBadge(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Only the word LAB; the rest moves into the tooltip.
    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const;

    const ThemeSwitch &m_themes;
    bool m_isCompact = false;
};

} // namespace graticule
