// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"

#include <QKeySequence>

namespace graticule {

/// A key chip by itself: an outlined little box with the name of a key.
class KeyHint : public ThemedWidget
{
    Q_OBJECT

public:
    explicit KeyHint(const ThemeSwitch &themes, const QKeySequence &keys, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace graticule
