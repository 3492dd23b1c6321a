// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/mapscene.h"

#include <vector>

namespace graticule::testing {

/// A metro area of an invented fleet of 5 000 sites at real places, the one that the design's pictures show.
struct Metro
{
    const char *name;
    double latitude, longitude;
    int sites, down, unreachable, degraded, unknown, maintenance;
};

inline constexpr Metro halyard[] = {
    {"Tokyo", 35.68, 139.77, 112, 0, 0, 0, 0, 6},
    {"Seoul", 37.57, 126.98, 118, 0, 0, 0, 0, 0},
    {"Singapore", 1.35, 103.82, 126, 0, 0, 6, 0, 0},
    {"Kuala Lumpur", 3.14, 101.69, 43, 0, 0, 0, 0, 0},
    {"Jakarta", -6.21, 106.85, 58, 1, 0, 0, 0, 0},
    {"Manila", 14.6, 120.98, 10, 0, 0, 0, 0, 0},
    {"Bangkok", 13.76, 100.5, 32, 0, 0, 0, 0, 0},
    {"Beijing", 39.9, 116.41, 51, 0, 0, 0, 0, 0},
    {"Chengdu", 30.57, 104.07, 12, 0, 0, 0, 0, 0},
    {"Fuzhou", 26.07, 119.3, 9, 0, 0, 0, 0, 0},
    {"Guangzhou", 23.13, 113.26, 102, 0, 0, 0, 0, 0},
    {"Hangzhou", 30.27, 120.16, 8, 0, 0, 0, 0, 0},
    {"Heyuan", 23.74, 114.7, 10, 0, 0, 0, 0, 0},
    {"Hohhot", 40.84, 111.75, 10, 0, 0, 0, 0, 0},
    {"Nanjing", 32.06, 118.78, 9, 0, 0, 0, 0, 0},
    {"Qingdao", 36.07, 120.38, 7, 0, 0, 0, 0, 0},
    {"Shanghai", 31.23, 121.47, 43, 0, 0, 0, 0, 0},
    {"Ulanqab", 41, 113.13, 5, 0, 0, 0, 0, 0},
    {"Zhangjiakou", 40.77, 114.89, 12, 0, 0, 0, 0, 0},
    {"Frankfurt", 50.11, 8.68, 120, 4, 0, 6, 0, 0},
    {"London", 51.51, -0.13, 131, 0, 0, 3, 0, 6},
    {"Riyadh", 24.71, 46.68, 13, 0, 0, 0, 0, 0},
    {"Dubai", 25.2, 55.27, 58, 0, 0, 1, 0, 0},
    {"Mexico City", 19.43, -99.13, 29, 0, 0, 0, 0, 0},
    {"Ashburn", 39.04, -77.49, 189, 0, 0, 6, 0, 0},
    {"Atlanta", 33.75, -84.39, 67, 0, 0, 0, 0, 0},
    {"San Jose / Silicon Valley", 37.34, -121.89, 86, 0, 0, 0, 0, 0},
    {"Cape Town", -33.92, 18.42, 14, 0, 0, 0, 0, 0},
    {"Taipei", 25.03, 121.57, 26, 0, 0, 0, 0, 0},
    {"Osaka", 34.69, 135.5, 119, 0, 0, 0, 0, 0},
    {"Mumbai", 19.08, 72.88, 136, 0, 0, 9, 0, 0},
    {"Hyderabad", 17.39, 78.49, 12, 0, 0, 0, 18, 0},
    {"Sydney", -33.87, 151.21, 122, 0, 0, 0, 0, 2},
    {"Melbourne", -37.81, 144.96, 78, 0, 0, 0, 0, 0},
    {"Auckland", -36.85, 174.76, 16, 0, 0, 0, 0, 0},
    {"Montreal", 45.5, -73.57, 59, 0, 0, 0, 0, 0},
    {"Calgary", 51.05, -114.07, 30, 0, 0, 0, 0, 0},
    {"Zhongwei", 37.51, 105.19, 9, 0, 0, 0, 0, 0},
    {"Zürich", 47.38, 8.54, 99, 0, 0, 0, 0, 0},
    {"Stockholm", 59.33, 18.07, 103, 0, 0, 0, 0, 5},
    {"Milan", 45.46, 9.19, 126, 0, 0, 2, 0, 0},
    {"Zaragoza (Aragon)", 41.65, -0.88, 10, 0, 0, 0, 0, 0},
    {"Dublin", 53.35, -6.26, 39, 0, 0, 0, 0, 0},
    {"Paris", 48.86, 2.35, 112, 0, 0, 0, 0, 0},
    {"Brandenburg (Potsdam area)", 52.4, 13.06, 26, 0, 0, 0, 0, 0},
    {"Tel Aviv", 32.09, 34.78, 27, 0, 0, 0, 0, 0},
    {"Manama", 26.23, 50.59, 26, 0, 0, 0, 0, 0},
    {"Querétaro", 20.59, -100.39, 49, 0, 0, 0, 0, 0},
    {"São Paulo", -23.55, -46.63, 133, 0, 0, 4, 38, 0},
    {"Columbus", 39.96, -83, 37, 0, 0, 0, 0, 0},
    {"Boardman", 45.84, -119.7, 24, 0, 0, 0, 0, 0},
    {"Canberra", -35.28, 149.13, 20, 0, 0, 0, 0, 0},
    {"Vienna", 48.21, 16.37, 13, 0, 0, 0, 0, 0},
    {"Brussels", 50.85, 4.35, 32, 0, 0, 0, 0, 0},
    {"Toronto", 43.65, -79.38, 189, 0, 0, 0, 0, 0},
    {"Quebec City", 46.82, -71.22, 13, 0, 0, 0, 0, 0},
    {"Des Moines", 41.59, -93.62, 28, 0, 0, 0, 0, 0},
    {"Santiago", -33.45, -70.67, 73, 0, 0, 1, 0, 0},
    {"Copenhagen", 55.68, 12.57, 8, 0, 0, 0, 0, 0},
    {"Boydton", 36.67, -78.39, 34, 0, 0, 0, 0, 0},
    {"Busan", 35.18, 129.08, 9, 0, 0, 0, 0, 0},
    {"Chicago", 41.88, -87.63, 77, 0, 0, 3, 0, 0},
    {"Oslo", 59.91, 10.75, 14, 0, 0, 0, 0, 0},
    {"Warsaw", 52.23, 21.01, 90, 0, 0, 3, 0, 0},
    {"Johannesburg", -26.2, 28.05, 83, 0, 12, 0, 0, 0},
    {"San Antonio", 29.42, -98.49, 18, 0, 0, 0, 0, 0},
    {"Chennai", 13.08, 80.27, 36, 0, 0, 0, 0, 0},
    {"Madrid", 40.42, -3.7, 107, 0, 0, 2, 0, 0},
    {"Gavle", 60.67, 17.14, 10, 0, 0, 0, 0, 0},
    {"Cardiff", 51.48, -3.18, 33, 0, 0, 0, 0, 0},
    {"Phoenix", 33.45, -112.07, 50, 1, 0, 0, 0, 0},
    {"Cheyenne", 41.14, -104.82, 15, 0, 0, 0, 0, 0},
    {"Amsterdam", 52.37, 4.9, 109, 0, 0, 5, 0, 0},
    {"Quincy", 47.23, -119.85, 10, 0, 0, 0, 0, 0},
    {"Bangalore", 12.97, 77.59, 27, 0, 0, 0, 0, 0},
    {"New York", 40.71, -74.01, 79, 0, 0, 0, 0, 0},
    {"Abidjan", 5.36, -4.01, 7, 0, 0, 0, 0, 0},
    {"Accra", 5.6, -0.19, 12, 0, 0, 0, 0, 0},
    {"Adelaide", -34.93, 138.6, 8, 0, 0, 0, 0, 0},
    {"Barcelona", 41.39, 2.17, 9, 0, 0, 0, 0, 0},
    {"Bogotá", 4.71, -74.07, 24, 0, 0, 0, 0, 0},
    {"Boston", 42.36, -71.06, 12, 0, 0, 0, 0, 0},
    {"Brisbane", -27.47, 153.03, 9, 0, 0, 0, 0, 0},
    {"Bordeaux", 44.84, -0.58, 16, 0, 0, 0, 0, 0},
    {"Dallas", 32.78, -96.8, 62, 0, 0, 4, 0, 6},
    {"Denver", 39.74, -104.99, 7, 0, 0, 0, 0, 0},
    {"Dusseldorf", 51.23, 6.77, 9, 0, 0, 0, 0, 0},
    {"Geneva", 46.2, 6.14, 33, 0, 0, 0, 0, 0},
    {"Helsinki", 60.17, 24.94, 19, 0, 0, 0, 0, 0},
    {"Hamburg", 53.55, 9.99, 8, 0, 0, 0, 0, 0},
    {"Houston", 29.76, -95.37, 13, 0, 0, 0, 0, 0},
    {"Istanbul", 41.01, 28.98, 8, 0, 0, 0, 0, 0},
    {"Kamloops", 50.67, -120.33, 15, 0, 0, 0, 0, 0},
    {"Los Angeles", 34.05, -118.24, 57, 0, 0, 0, 0, 0},
    {"Lagos", 6.52, 3.38, 16, 0, 0, 0, 0, 0},
    {"Lima", -12.05, -77.04, 6, 0, 0, 0, 0, 0},
    {"Lisbon", 38.72, -9.14, 9, 0, 0, 0, 0, 0},
    {"Manchester", 53.48, -2.24, 26, 0, 0, 0, 0, 0},
    {"Muscat", 23.59, 58.41, 10, 0, 0, 0, 0, 0},
    {"Miami", 25.76, -80.19, 50, 0, 0, 0, 0, 0},
    {"Monterrey", 25.69, -100.32, 28, 0, 0, 0, 0, 0},
    {"Munich", 48.14, 11.58, 14, 0, 0, 0, 0, 0},
    {"Ottawa", 45.42, -75.7, 15, 0, 0, 0, 0, 0},
    {"Perth", -31.95, 115.86, 9, 0, 0, 0, 0, 0},
    {"Rio de Janeiro", -22.91, -43.17, 26, 0, 0, 0, 0, 0},
    {"Seattle", 47.61, -122.33, 27, 0, 0, 0, 0, 0},
    {"Salalah", 17.02, 54.09, 7, 0, 0, 0, 0, 0},
    {"Sofia", 42.7, 23.32, 7, 0, 0, 0, 0, 0},
    {"Vancouver", 49.28, -123.12, 11, 0, 0, 0, 0, 0},
    {"Winnipeg", 49.9, -97.14, 12, 0, 0, 0, 0, 0},
    {"Delhi", 28.61, 77.21, 34, 0, 0, 0, 0, 0},
    {"Hamina", 60.57, 27.2, 15, 0, 0, 0, 0, 0},
    {"Turin", 45.07, 7.69, 26, 0, 0, 0, 0, 0},
    {"Eemshaven (Groningen)", 53.44, 6.83, 12, 0, 0, 0, 0, 0},
    {"Council Bluffs", 41.26, -95.86, 15, 0, 0, 0, 0, 0},
    {"Moncks Corner", 33.2, -80.01, 15, 0, 0, 0, 0, 0},
    {"The Dalles", 45.6, -121.18, 14, 0, 0, 0, 0, 0},
    {"Salt Lake City", 40.76, -111.89, 27, 0, 0, 0, 0, 0},
    {"Las Vegas", 36.17, -115.14, 15, 0, 0, 0, 0, 0},
    {"Falkenstein", 50.48, 12.37, 29, 0, 0, 0, 0, 0},
    {"Hillsboro (Portland)", 45.52, -122.99, 34, 0, 0, 0, 0, 0},
    {"Casablanca", 33.57, -7.59, 13, 0, 0, 0, 0, 0},
    {"Budapest", 47.5, 19.04, 16, 0, 0, 0, 0, 0},
    {"Jovanovac (Kragujevac)", 44.05, 20.95, 12, 0, 0, 0, 0, 0},
    {"Marseille", 43.3, 5.37, 15, 0, 0, 0, 0, 0},
    {"Jeddah", 21.49, 39.19, 7, 0, 0, 0, 0, 0},
    {"Gravelines", 50.99, 2.13, 14, 0, 0, 0, 0, 0},
    {"Strasbourg", 48.57, 7.75, 7, 0, 0, 0, 0, 0},
};

/// The fleet as sites: those of a metro lie within some kilometres of its middle.
inline std::vector<MapSite> halyardSites()
{
    std::vector<MapSite> sites;
    for (const Metro &metro : halyard) {
        for (int i = 0; i < metro.sites; ++i) {
            MapSite site;
            site.key = MapKey(sites.size());
            site.latitude = metro.latitude + 0.011 * (i % 7 - 3);
            site.longitude = metro.longitude + 0.013 * (i % 11 - 5);
            site.place = QString::fromUtf8(metro.name);
            site.label = site.place.left(3).toLower() + QString::number(i + 1);
            site.weight = float(metro.sites - i);
            int left = i;
            const auto within = [&left](int count) { return (left -= count) < 0; };
            site.mark.state = within(metro.down)          ? MapState::Down
                              : within(metro.unreachable) ? MapState::Unreachable
                              : within(metro.degraded)    ? MapState::Degraded
                              : within(metro.unknown)     ? MapState::Unknown
                              : within(metro.maintenance) ? MapState::Maintenance
                                                          : MapState::Healthy;
            sites.push_back(site);
        }
    }
    return sites;
}

} // namespace graticule::testing
