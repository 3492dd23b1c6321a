// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace graticule::bench {

/// A fleet file, as far as somebody measures it.
struct Fleet
{
    struct Site
    {
        QString id, name, region;
        double latitude = 0, longitude = 0;
        int status = 3; ///< index into `statuses` below
    };
    struct Link
    {
        int a = 0, b = 0; ///< indices of sites
        double rttMs = 0;
    };
    std::vector<Site> sites;
    std::vector<Link> links;
};

/// The words of the files, in their order; "ok" is our healthy.
inline constexpr const char *statuses[] = {"ok", "degraded", "down", "unknown", "maintenance"};

/// Changes per tick: pairs of a site's index and its new status.
struct Updates
{
    double hz = 10;
    std::vector<std::vector<std::pair<int, int>>> ticks;
};

/// One series of many points.
struct Series
{
    QString name;
    std::vector<double> x; ///< s
    std::vector<double> y;
};

/// Charts that go on: what they begin with and what follows, tick by tick.
struct LiveChart
{
    struct Line
    {
        QString name;
        std::vector<double> values;
        std::vector<double> next;
    };
    QString title;
    double begin = 0; ///< s
    double step = 1;
    std::vector<Line> lines;
};

/// Reads a file of any size; on failure says why on stderr and ends the program: this is a measuring tool.
Fleet loadFleet(const QString &path);
Updates loadUpdates(const QString &path);
Series loadSeries(const QString &path);
std::vector<LiveChart> loadLiveCharts(const QString &path);

/// Writes all input files into a folder: the same bytes everywhere.
void generate(const QString &folder);

} // namespace graticule::bench
