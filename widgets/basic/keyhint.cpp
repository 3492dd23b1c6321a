// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/basic/keyhint.h"

#include "widgets/theme/keychip.h"

#include <QPainter>

namespace graticule {

KeyHint::KeyHint(const ThemeSwitch &themes, const QKeySequence &keys, QWidget *parent)
    : ThemedWidget(themes, parent)
    , m_text(keyChipText(keys))
{
    setAccessibleName(tr("Key %1").arg(keys.toString(QKeySequence::NativeText)));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyHint::sizeHint() const
{
    return keyChipSize(m_text, theme());
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyChip(painter, rect(), m_text, theme());
}

} // namespace graticule
