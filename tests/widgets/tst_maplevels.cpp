// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/map/maparcs.h"
#include "widgets/map/maplevels.h"

#include <QTest>

using namespace graticule;

namespace {

/// Three sites in one place, one far away.
MapLayout layout(std::vector<MapLink> links = {})
{
    std::vector<MapSite> all;
    for (const auto &[key, latitude, longitude] :
         {std::tuple(0, 50.0, 8.0), {1, 50.01, 8.01}, {2, 50.02, 8.0}, {3, 1.0, 103.0}}) {
        MapSite site;
        site.key = key;
        site.latitude = latitude;
        site.longitude = longitude;
        all.push_back(site);
    }
    const auto sites = std::make_shared<const MapSites>(std::move(all));
    MapLayout::Input input{sites, std::make_shared<const MapLinks>(std::move(links), *sites), {}, {}, 228, false, true};
    input.marks.resize(4);
    return MapLayout(input);
}

QString plain(QString text)
{
    return text.replace(QChar(0x202F), u' ');
}

} // namespace

class TestMapLevels : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aGroupIsAsFullAsItsSitesTogetherAndNamesTheFullest()
    {
        const MapLayout map = layout();
        const int group = map.clusterOf(0), lone = map.clusterOf(3);
        QCOMPARE(map.clusterOf(1), group);
        MapLevels levels;
        levels.setUses({{0, 90, 100, false}, {1, 10, 100, false}, {3, 5, 10, true}});
        levels.arrange(map);
        QCOMPARE(plain(levels.text(group)), QStringLiteral("50 % used, the fullest 90 %, 1 not known"));
        QCOMPARE(plain(levels.text(lone)), QStringLiteral("~50 % used")); // the last known
        levels.setUses({});
        levels.arrange(map);
        QCOMPARE(levels.text(lone), QStringLiteral("use not known")); // never 0
        QVERIFY(!levels.levels()[size_t(group)].share());
    }

    void ofSeveralLinesTheWorstIsSeenThenTheLongest()
    {
        const auto drawn = [](std::vector<MapLink> links) {
            const MapLayout map = layout(std::move(links));
            const MapArc &arc = map.arcs()->arcs.front();
            return QStringLiteral("%1 of %2").arg(arc.link).arg(arc.count);
        };
        const auto link = [](MapKey from, MapLength length, MapSeverity severity = MapSeverity::None) {
            MapLink one;
            one.from = from;
            one.to = 3;
            one.severity = severity;
            one.length = length;
            return one;
        };
        const MapLink dashed = link(0, MapLength::Unmeasured), fast = link(1, MapLength::Short),
                      slow = link(2, MapLength::VeryLong), bad = link(2, MapLength::Short, MapSeverity::Medium);
        QCOMPARE(drawn({dashed, fast}), QStringLiteral("1 of 2"));
        QCOMPARE(drawn({slow, fast, dashed}), QStringLiteral("0 of 3"));
        QCOMPARE(drawn({slow, bad, dashed}), QStringLiteral("1 of 3"));
    }

    void longerWaysAreWider()
    {
        QVERIFY(arcWidth(MapSeverity::None, MapLength::Short) < arcWidth(MapSeverity::None, MapLength::Medium));
        QVERIFY(arcWidth(MapSeverity::None, MapLength::Long) < arcWidth(MapSeverity::None, MapLength::VeryLong));
    }
};

QTEST_GUILESS_MAIN(TestMapLevels)
#include "tst_maplevels.moc"
