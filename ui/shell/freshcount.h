// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/glyphtexts.h"
#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>

namespace graticule {

/// "36 of 41 fresh" behind a plug: a button that leads to the connections.
class FreshCount : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FreshCount(const ThemeSwitch &themes, QWidget *parent = nullptr);

    /// Keeps room for @p roomFor, the largest number there can be.
    void setCount(const QString &number, const QString &words, const QString &roomFor);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeSwitch &m_themes;
    QString m_number;
    QString m_words;
    QString m_roomFor;
    mutable GlyphTexts m_texts{8};
};

} // namespace graticule
