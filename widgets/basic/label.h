// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/textpainting.h"

namespace graticule {

/// One line of text in a style and colour of the theme. Text that does not fit is cut with an ellipsis; then the whole
/// text is the tooltip. Assistive tools always get all of it.
class Label : public ThemedWidget
{
    Q_OBJECT

public:
    explicit Label(const ThemeSwitch &themes, const TextLook &look = {}, QWidget *parent = nullptr);

    const QString &text() const { return m_text; }
    void setText(const QString &text);
    void setLook(const TextLook &look);
    const TextLook &look() const { return m_look; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    TextLook m_look;
};

} // namespace graticule
