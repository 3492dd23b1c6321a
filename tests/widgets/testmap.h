// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/mapfixture.h"

#include <QApplication>
#include <QWheelEvent>

namespace graticule::testing {

/// A handful of sites far apart, so that each is a mark of its own.
inline std::vector<MapSite> fewSites()
{
    return {site(1, QStringLiteral("fra1"), 50.1, 8.7),
            site(2, QStringLiteral("iad1"), 39.0, -77.5, MapState::Degraded),
            site(3, QStringLiteral("sin1"), 1.35, 103.8, MapState::Down), site(4, QStringLiteral("gru1"), -23.5, -46.6),
            site(5, QStringLiteral("syd1"), -33.9, 151.2, MapState::Maintenance)};
}

/// A map as the Overview has it, that remembers what was painted.
class TestMap : public MapWidget
{
public:
    explicit TestMap(std::vector<MapSite> sites = fewSites())
    {
        resize(1056, 602);
        setTheme(Theme(Theme::Kind::Dark));
        setReducedMotion(true);
        setSites(std::move(sites));
        show();
    }

    QString currentName() const { return currentMark() < 0 ? QStringLiteral("none") : markText(currentMark()); }
    QStringList marks() const
    {
        QStringList lines;
        for (const int mark : visibleMarks()) {
            lines << markText(mark);
        }
        return lines;
    }
    void turnWheel(QPointF at, int eighths)
    {
        QWheelEvent event(at, mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(this, &event);
    }
    void paintEvent(QPaintEvent *event) override
    {
        painted += event->region();
        MapWidget::paintEvent(event);
    }
    QRegion painted;
};

} // namespace graticule::testing
