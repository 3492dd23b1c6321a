// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QObject>
#include <QPointer>
#include <QRect>

class QApplication;
class QPainter;
class QWidget;

namespace graticule {

/// Draws the ring: 2 px, with a gap of 2 around a filled control. `box` is the control's own box.
void paintFocusRing(QPainter &painter, const QRect &box, bool inset, const Theme &theme);

/// Shows where the keyboard is, while it is the keyboard that leads: a ring around the button that has the focus.
///
/// One per application, in main(). Widgets say what they want with the property "focusRing": "outside" (the default of
/// buttons), "inset", or "none" (the default of all others: inputs and tables show their focus themselves). While the
/// keyboard leads, windows have Qt::WA_KeyboardFocusChange. GUI thread.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    FocusRing(QApplication &application, const ThemeSwitch &themes, QObject *parent = nullptr);
    ~FocusRing() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Overlay;

    void keyboardLeads(QWidget *window, bool leads);
    void follow(QWidget *target);

    const ThemeSwitch &m_themes;
    QPointer<Overlay> m_overlay;
    QPointer<QWidget> m_target;
};

} // namespace graticule
