// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sheet/sheet.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/stateshape.h"

#include <QPainter>

namespace graticule::sheet {

namespace {

struct Named
{
    StateShape shape;
    const char *name;
};

const Named siteStates[] = {
    {StateShape::Healthy, "Healthy"},
    {StateShape::Degraded, "Degraded"},
    {StateShape::Down, "Down"},
    {StateShape::Unreachable, "Unreachable"},
    {StateShape::Maintenance, "Maintenance"},
    {StateShape::Unknown, "Unknown"},
    {StateShape::StaleDegraded, "Stale"},
};
const Named staleStates[] = {
    {StateShape::StaleHealthy, "Healthy"},
    {StateShape::StaleDegraded, "Degraded"},
    {StateShape::StaleDown, "Down"},
    {StateShape::StaleUnreachable, "Unreachable"},
    {StateShape::StaleMaintenance, "Maintenance"},
};
const Named connections[] = {
    {StateShape::Live, "Live"},
    {StateShape::Slow, "Slow"},
    {StateShape::Stale, "Stale"},
    {StateShape::Unreachable, "Unreachable"},
    {StateShape::Paused, "Paused"},
    {StateShape::Refused, "Refused"},
    {StateShape::NeverAsked, "Never asked"},
    {StateShape::Connecting, "Connecting"},
};
const Named checks[] = {{StateShape::Pass, "Pass"},
                        {StateShape::Warn, "Warn"},
                        {StateShape::Fail, "Fail"},
                        {StateShape::Unknown, "Unknown"}};

void shape(Sheet &sheet, QWidget *parent, QPoint at, StateShape which, int size)
{
    sheet.drawing(parent, QRect(at, QSize(size, size)), [which, size](QPainter &painter, const Theme &theme) {
        paintStateShape(painter, QRectF(0, 0, size, size), which, theme);
    });
}

void states(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 64, 764, 176}, QStringLiteral("Site state: shape + text + colour"));
    int x = 16;
    for (const Named &state : siteStates) {
        shape(sheet, card, {x + 30, 38}, state.shape, 44);
        shape(sheet, card, {x + 4, 93}, state.shape, 14);
        sheet.text(card, {x + 22, 90}, QLatin1String(state.name), {.style = TextStyle::BodyStrong});
        x += 104;
    }
    x = 16;
    for (const Named &state : staleStates) {
        shape(sheet, card, {x + 4, 125}, state.shape, 16);
        shape(sheet, card, {x + 26, 127}, state.shape, 12);
        sheet.text(card, {x + 44, 124}, QLatin1String(state.name),
                   {.style = TextStyle::Small, .colour = Colour::Text3});
        x += 120;
    }
}

void connectionsAndChecks(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 252, 376, 172}, QStringLiteral("Connector and check"));
    int i = 0;
    for (const Named &state : connections) {
        const QPoint at(16 + i % 3 * 115, 38 + i / 3 * 28);
        shape(sheet, card, at + QPoint(0, 2), state.shape, 16);
        sheet.text(card, at + QPoint(24, 0), QLatin1String(state.name));
        ++i;
    }
    i = 0;
    for (const Named &state : checks) {
        const QPoint at(16 + i++ * 86, 134);
        shape(sheet, card, at + QPoint(0, 2), state.shape, 16);
        sheet.text(card, at + QPoint(24, 0), QLatin1String(state.name));
    }
}

void type(Sheet &sheet)
{
    QFrame *card = sheet.card({24, 436, 764, 204}, QStringLiteral("Type"));
    const std::pair<TextStyle, const char *> lines[] = {
        {TextStyle::Kpi, "96.4 %"},
        {TextStyle::Title, "Singapore 1"},
        {TextStyle::Heading, "Needs a person"},
        {TextStyle::Body, "Route changed at 08:46, 9 sites degraded"},
        {TextStyle::Small, "Evidence 41 s old · api k8s-iad"},
        {TextStyle::Label, "Capacity used"},
        {TextStyle::Mono, "dub1: promote requested, timeline 42"},
    };
    int y = 38;
    for (const auto &[style, words] : lines) {
        sheet.text(card, {164, y}, QString::fromUtf8(words), {.style = style});
        sheet.text(card, {548, y}, QStringLiteral("1\u202f111.1 · 09:14:32"),
                   {.style = style, .alignment = Qt::AlignRight}, 200);
        y += sheet.themes().theme().lineHeight(style) + 2;
    }
}

void icons(Sheet &sheet)
{
    QFrame *card = sheet.card({800, 390, 776, 250}, QStringLiteral("Icons"));
    const QStringList names =
        QStringLiteral("globe server activity bell scale arrow-left-right scroll-text plug search history "
                       "flask-conical lock hand octagon-x database key-round map-pin filter download calendar "
                       "refresh-cw pause pin waypoints volume-2 volume-x circle-help clock play chevron-down x "
                       "plus minus maximize-2 moon sun ellipsis check trash-2 box cpu hard-drive info layers "
                       "link copy monitor settings undo-2 terminal")
            .split(u' ');
    int i = 0;
    for (const QString &name : names) {
        const QRect place(16 + i % 13 * 57, 36 + i / 13 * 50, 57, 50);
        sheet.drawing(card, place, [name](QPainter &painter, const Theme &theme) {
            paintIcon(painter, QRectF(0, 4, 57, 18), name, 18, theme);
            paintText(painter, QRect(0, 26, 57, 12), name,
                      {.style = TextStyle::Cell, .colour = Colour::Text3, .alignment = Qt::AlignHCenter}, theme);
        });
        ++i;
    }
}

void colours(Sheet &sheet)
{
    QFrame *card = sheet.card({800, 64, 776, 314}, QStringLiteral("Colour"));
    const Colour all[] = {Colour::Window,         Colour::Chrome,   Colour::Surface,      Colour::Raised,
                          Colour::Sunken,         Colour::Hover,    Colour::Selected,     Colour::Line,
                          Colour::LineStrong,     Colour::Accent,   Colour::AccentTint,   Colour::Critical,
                          Colour::High,           Colour::Medium,   Colour::CriticalTint, Colour::HighTint,
                          Colour::MediumTint,     Colour::Past,     Colour::PastTint,     Colour::Whatif,
                          Colour::WhatifTint,     Colour::Ocean,    Colour::Land,         Colour::JurAllowed,
                          Colour::JurConditional, Colour::JurBarred};
    int i = 0;
    for (const Colour colour : all) {
        sheet.drawing(card, {16 + i % 4 * 180, 40 + i / 4 * 30, 170, 26},
                      [colour](QPainter &painter, const Theme &theme) {
                          painter.setRenderHint(QPainter::Antialiasing);
                          painter.setPen(theme.colour(Colour::Line));
                          painter.setBrush(theme.colour(colour));
                          painter.drawRoundedRect(QRectF(0.5, 3.5, 33, 19), 4, 4);
                          paintText(painter, QRect(44, 0, 120, 26), theme.colour(colour).name().toUpper(),
                                    {.style = TextStyle::Small, .colour = Colour::Text3}, theme);
                      });
        ++i;
    }
}

} // namespace

Sheet *foundations(const ThemeSwitch &themes)
{
    auto *sheet = new Sheet(themes, QStringLiteral("Component sheet 1"), QStringLiteral("shape, colour, type, icons"));
    states(*sheet);
    connectionsAndChecks(*sheet);
    type(*sheet);
    colours(*sheet);
    icons(*sheet);
    return sheet;
}

} // namespace graticule::sheet
