// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>
#include <QVariantAnimation>

namespace graticule {

/// A button for what must not happen by a slip: it acts once it has been held for two seconds, with the pointer or with
/// Space; letting go before empties it. It says how long still. Whoever cannot hold needs another way beside it.
class HoldButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit HoldButton(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Milliseconds; two seconds unless a test is in a hurry.
    void setHoldTime(int ms) { m_holdTime = ms; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void held();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void empty();
    QString words() const;

    const ThemeSwitch &m_themes;
    QVariantAnimation m_share; ///< 0..1 of the hold
    int m_holdTime;
    bool m_isFilling = false;
};

} // namespace graticule
