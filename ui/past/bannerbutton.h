// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>
#include <QKeySequence>

namespace graticule {

/// A button on the violet of the banner: an outline, words and a key in the ink of it. The key is shown, not bound.
/// GUI thread.
class BannerButton : public QAbstractButton
{
    Q_OBJECT

public:
    BannerButton(const ThemeSwitch &themes, const QString &text, const QKeySequence &key, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeSwitch &m_themes;
    QString m_key;
};

} // namespace graticule
