// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/basic/themedwidget.h"
#include "widgets/theme/tone.h"

namespace graticule {

/// Size of a chip, or of a count badge, with this text.
QSize chipSize(const QString &text, const Theme &theme);
QSize badgeSize(const QString &text, const Theme &theme);

/// A few words in an outlined box of 20 px: "first out", "Degraded 26 min". Drawn at the leading end of `box`.
void paintChip(QPainter &painter, const QRect &box, const QString &text, Tone tone, const Theme &theme);

/// A number in a little pill of 16 px, centred in `box`.
void paintBadge(QPainter &painter, const QRect &box, const QString &text, const Theme &theme);

/// A chip by itself.
class Chip : public ThemedWidget
{
    Q_OBJECT

public:
    explicit Chip(const ThemeSwitch &themes, const QString &text = {}, Tone tone = Tone::Normal,
                  QWidget *parent = nullptr);

    void setText(const QString &text);
    void setTone(Tone tone);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

/// A count badge by itself; hidden while its text is empty.
class Badge : public ThemedWidget
{
    Q_OBJECT

public:
    explicit Badge(const ThemeSwitch &themes, const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace graticule
