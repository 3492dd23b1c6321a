// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/textpainting.h"

#include <QGlyphRun>
#include <QHash>

namespace graticule {

/// Texts as glyphs, kept from one painting to the next: finding the glyphs and their places is most of what a text
/// costs. What has not been painted for long is forgotten. One for each view; GUI thread.
class GlyphTexts
{
public:
    /// How many texts the screen is full of; twice as many are kept.
    explicit GlyphTexts(qsizetype many = 1024)
        : m_many(many)
    {
    }

    /// As paintText(), pixel by pixel.
    void paint(QPainter &painter, const QRect &box, const QString &text, const TextLook &look, const Theme &theme);
    /// As textWidth().
    int width(const Theme &theme, TextStyle style, const QString &text);

private:
    struct Key
    {
        QString text;
        TextStyle style = TextStyle::Body;
        int room = 0; ///< to which it is cut; kWhole: it is not

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) noexcept
        {
            return qHashMulti(seed, key.text, int(key.style), key.room);
        }
    };
    struct Glyphs
    {
        QList<QGlyphRun> runs; ///< placed from the beginning of the line, on its baseline
        qreal width = 0;
    };
    static constexpr int kWhole = -1;

    const Glyphs &find(const Key &key, const Theme &theme, Qt::TextElideMode elide);
    static Glyphs shaped(const QString &text, const QFont &font);

    qsizetype m_many;
    QHash<Key, Glyphs> m_now;
    QHash<Key, Glyphs> m_before; ///< goes when m_now is full
};

} // namespace graticule
