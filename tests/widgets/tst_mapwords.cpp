// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/widgets/halyard.h"
#include "tests/widgets/testmap.h"

using namespace graticule;
using testing::settled;
using testing::TestMap;

namespace {

/// Where the first name is drawn.
QRect firstName(const MapWidget &map)
{
    MapSprites sprites;
    sprites.setLook(map.theme(), 1);
    const MapLabel &label = map.annotations().labels().front();
    const QPointF middle = MapFrame::screenOf(*map.layoutInUse(), label.cluster, map.navigator().camera());
    const QSizeF size(sprites.labelWidth(label.text, label.strong), MapSprites::LabelHeight);
    return QRectF(middle + label.fromMark - QPointF(size.width(), size.height()) / 2, size).toAlignedRect();
}

} // namespace

class TestMapWords : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void wordsNeverOverlap_data()
    {
        QTest::addColumn<bool>("longer");
        QTest::newRow("names") << false;
        QTest::newRow("names 40 % longer") << true;
    }

    void wordsNeverOverlap()
    {
        QFETCH(bool, longer);
        std::vector<MapSite> sites = testing::halyardSites();
        for (MapSite &s : sites) {
            s.place += longer ? QStringLiteral("xxxxxxxxxxxxxxxx").left(s.place.size() * 2 / 5 + 1) : QString();
        }
        TestMap map(sites);
        map.setCallouts({{2000, QStringLiteral("one · down 12 min"), QStringLiteral("first out: etcd quorum lost")}});
        map.setLinks({{0, 2500, MapSeverity::High, false, QStringLiteral("213 ms")},
                      {100, 3000, MapSeverity::Medium, false, QStringLiteral("2.1 % loss")}});
        QVERIFY(settled(map));
        MapSprites sprites;
        sprites.setLook(map.theme(), 1);
        std::vector<QRectF> boxes;
        const auto &words = map.annotations();
        QVERIFY(words.labels().size() > 20);
        for (const MapLabel &label : words.labels()) {
            const QPointF middle = MapFrame::screenOf(*map.layoutInUse(), label.cluster, map.navigator().camera());
            const QSizeF size(sprites.labelWidth(label.text, label.strong), MapSprites::LabelHeight);
            boxes.emplace_back(middle + label.fromMark - QPointF(size.width(), size.height()) / 2, size);
        }
        for (const MapValue &value : words.values()) {
            const QSizeF size = sprites.valueSize(value.text);
            boxes.emplace_back(
                map.navigator().camera().toScreen(value.plane) - QPointF(size.width(), size.height()) / 2, size);
        }
        for (const MapCalloutBox &box : words.callouts()) {
            const QPointF middle = MapFrame::screenOf(*map.layoutInUse(), box.cluster, map.navigator().camera());
            boxes.push_back(box.fromMark.translated(middle));
            QVERIFY(QRectF(map.rect()).contains(boxes.back()));
        }
        for (size_t i = 0; i < boxes.size(); ++i) {
            for (size_t j = i + 1; j < boxes.size(); ++j) {
                QVERIFY(!boxes[i].intersects(boxes[j]));
            }
        }
    }

    void wordsComeOutFromUnderWhatLiesOverTheMap()
    {
        TestMap map;
        QVERIFY(settled(map));
        const QRect cover = firstName(map);
        map.setKeptFree({cover});
        QVERIFY(settled(map));
        QVERIFY(!cover.intersects(firstName(map)));
        // Dragged under it.
        const QPoint from(500, 500), way = cover.center() - firstName(map).center();
        QTest::mousePress(&map, Qt::LeftButton, {}, from);
        QTest::mouseMove(&map, from + way / 2);
        QTest::mouseMove(&map, from + way);
        QTest::mouseRelease(&map, Qt::LeftButton, {}, from + way);
        QVERIFY(settled(map));
        QVERIFY(!cover.intersects(firstName(map)));
    }

    void aNameKeepsClearOfABadge()
    {
        TestMap map(testing::halyardSites());
        QVERIFY(settled(map));
        for (const MapLabel &label : map.annotations().labels()) {
            const MapCluster &cluster = map.layoutInUse()->clusters()[size_t(label.cluster)];
            if (label.slot != 0 || cluster.count < 2 || !label.strong)
                continue;
            MapSprites sprites;
            sprites.setLook(map.theme(), 1);
            const double begin = label.fromMark.x() - sprites.labelWidth(label.text, label.strong) / 2;
            QVERIFY(begin > MapSprites::badgeReach(cluster.radius) + MapSprites::Halo);
        }
    }

    void abnormalMarksAreNamedFirst()
    {
        TestMap map(testing::halyardSites());
        QVERIFY(settled(map));
        QStringList first;
        for (size_t i = 0; i < 5; ++i) {
            first << map.annotations().labels()[i].text;
        }
        QCOMPARE(first.join(u", "), QStringLiteral("Ashburn, Tokyo, Singapore, São Paulo, Sydney"));
    }

    void aCalloutStandsOutOfItsCluster()
    {
        TestMap map(testing::halyardSites());
        map.setCallouts(
            {{1200, QStringLiteral("one · down 12 min"), QString()}, {99'999, QStringLiteral("nobody"), QString()}});
        QVERIFY(settled(map));
        QCOMPARE(map.annotations().callouts().size(), size_t(1));
        const int mark = map.annotations().callouts()[0].cluster;
        QCOMPARE(map.layoutInUse()->clusters()[size_t(mark)].count, 1);
        // Another age in its text is no reason to lay everything out anew.
        const MapLayoutPtr before = map.layoutInUse();
        map.setCallouts(
            {{1200, QStringLiteral("one · down 13 min"), QString()}, {99'999, QStringLiteral("nobody"), QString()}});
        QVERIFY(settled(map));
        QCOMPARE(map.layoutInUse(), before);
        QCOMPARE(map.annotations().callouts()[0].callout.title, QStringLiteral("one · down 13 min"));
    }
};

QTEST_MAIN(TestMapWords)
#include "tst_mapwords.moc"
