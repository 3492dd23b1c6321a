// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace graticule {

/// The box in the top bar that opens the palette: it looks like a field and says its key. Where there is little room
/// only its icon is left.
class SearchBox : public QAbstractButton
{
    Q_OBJECT

public:
    SearchBox(const ThemeSwitch &themes, const QKeySequence &keys, QWidget *parent = nullptr);

    void setCompact(bool compact);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeSwitch &m_themes;
    QString m_key;
    bool m_isCompact = false;
};

} // namespace graticule
