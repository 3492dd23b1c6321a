// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/themeswitch.h"

#include <QKeySequence>
#include <QPushButton>

namespace graticule {

/// A push button with an icon of ours before its words and its key after them.
///
/// The box comes from the style sheet (property "kind"); a button without words is square. The key is shown, not bound:
/// the view binds it, since single letters work only while no text field has the focus.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind {
        Default,
        Primary, ///< the one thing that is usually wanted
        Quiet,   ///< without a box until the pointer is over it
        Danger,  ///< does what cannot be undone
    };

    Button(const ThemeSwitch &themes, const QString &text, Kind kind = Kind::Default, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    void setKeyHint(const QKeySequence &keys);
    /// Marks a button that opens something below itself with a chevron.
    void setOpensMenu(bool opens);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Colour inkColour() const;

    const ThemeSwitch &m_themes;
    Kind m_kind;
    QString m_iconName;
    QString m_key;
    bool m_opensMenu = false;
};

} // namespace graticule
