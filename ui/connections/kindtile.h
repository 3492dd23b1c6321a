// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QRadioButton>

namespace graticule {

/// One kind of connection to choose: its picture over its name. To assistive tools a radio button. GUI thread.
class KindTile : public QRadioButton
{
    Q_OBJECT

public:
    KindTile(const ThemeSwitch &themes, const QString &type, const QString &title, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    bool hitButton(const QPoint &pos) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeSwitch &m_themes;
    QString m_icon;
};

} // namespace graticule
