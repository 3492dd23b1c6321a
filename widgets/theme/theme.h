// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h" // generated: enum Colour, sizes, durations

#include <QColor>
#include <QFont>
#include <QPalette>

#include <memory>

namespace graticule {

/// A step of the type scale. Body is the normal text, Cell is for numbers inside matrices only.
enum class TextStyle { Body, BodyStrong, Small, Label, Heading, Title, Kpi, Cell, Mono };

/// Everything a painter asks before it draws: colours by role, fonts by name and the height of a row, in one of four
/// looks and two densities.
///
/// A cheap value; copy it. colour() may be called in any thread, the rest needs the GUI thread. All values come from
/// resources/tokens.json.
class Theme
{
public:
    /// The last two are the first two in high contrast: lines as strong as text, no tints.
    enum class Kind { Dark, Light, DarkContrast, LightContrast };
    /// How much room a row of a table has.
    enum class Density { Dense, Comfortable };

    explicit Theme(Kind kind = Kind::Dark, Density density = Density::Dense);

    /// The kind with these two properties.
    static Kind kindOf(bool isDark, bool isHighContrast);

    Kind kind() const { return m_kind; }
    bool isDark() const { return m_kind == Kind::Dark || m_kind == Kind::DarkContrast; }
    bool isHighContrast() const { return m_kind == Kind::DarkContrast || m_kind == Kind::LightContrast; }
    Density density() const { return m_density; }
    /// "dark", "light", "dark-contrast" or "light-contrast", as on the command line.
    QString name() const;
    /// Height of a row of a table, pixels.
    int rowHeight() const;
    QColor colour(Colour role) const;
    /// `role` at `opacity` 0..1.
    QColor colour(Colour role, qreal opacity) const;
    /// Step 0 (calm) to 5 of the neutral heat ramp; clamped.
    QColor heat(int step) const;
    const QFont &font(TextStyle style) const;
    /// Height of one line of text of `style`, pixels.
    int lineHeight(TextStyle style) const;
    QPalette palette() const;
    /// The application's style sheet in this look.
    QString styleSheet() const;

    friend bool operator==(const Theme &a, const Theme &b)
    {
        return a.m_kind == b.m_kind && a.m_density == b.m_density;
    }

private:
    struct Fonts;

    Kind m_kind;
    Density m_density;
    std::shared_ptr<const Fonts> m_fonts; // shared by all copies, so that QFont's own caches stay warm
};

} // namespace graticule
