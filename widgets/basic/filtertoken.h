// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>

namespace graticule {

/// What a view is filtered or ordered by, as a button: "order worst first ▾" opens a menu, "state down ×" goes away
/// when pressed. The owner does either on clicked().
class FilterToken : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Opens, Removes };

    FilterToken(const ThemeSwitch &themes, Kind kind, QWidget *parent = nullptr);

    /// `name` is drawn quieter than `value`.
    void setFilter(const QString &name, const QString &value);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeSwitch &m_themes;
    Kind m_kind;
    QString m_name;
    QString m_value;
};

} // namespace graticule
