// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/linktally.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <random>

using namespace graticule;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection k
site fra1 region=Europe via=k
site ams1 region=Europe via=k
site sin1 region=Asia via=k
link fra1->ams1 rtt=10
link ams1->fra1 rtt=30 limit=20
link sin1->fra1 rtt=200
link fra1->sin1 condition=down
)";

QString text(const LinkFigures &of)
{
    return QStringLiteral("%1/%2 of %3+%4, %5 over")
        .arg(of.medianMs)
        .arg(of.p95Ms)
        .arg(of.measured)
        .arg(of.unmeasured)
        .arg(of.overLimit);
}

/// "all; Asia; Europe"
QString text(const FleetLinkFigures &figures)
{
    return QStringList{text(figures.all), text(figures.byRegion.value(QStringLiteral("Asia"))),
                       text(figures.byRegion.value(QStringLiteral("Europe")))}
        .join(QStringLiteral("; "));
}

/// A fleet, and a tally that learns of each change of it.
struct Followed
{
    explicit Followed(const char *fleet)
        : script(QString::fromUtf8(fleet))
        , before(script.snapshot())
    {
        tally.figures(before->tables);
    }
    void take(const SnapshotPtr &after)
    {
        tally.apply({before, after, diff(before->tables, after->tables)});
        before = after;
    }
    QString change(const char *lines)
    {
        take(script.apply(QString::fromUtf8(lines)));
        return now();
    }
    QString now() { return text(tally.figures(before->tables)); }
    /// By counting all of them.
    QString counted() const { return text(LinkTally().figures(before->tables)); }

    FleetScript script;
    SnapshotPtr before;
    LinkTally tally;
};

} // namespace

class TestLinkTally : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void followsEachChange()
    {
        Followed f(kFleet);
        QCOMPARE(f.now(), QStringLiteral("30/200 of 3+1, 2 over; 200/200 of 1+0, 0 over; 10/30 of 2+1, 2 over"));
        QVERIFY(!f.tally.isChanged());
        QCOMPARE(f.change("link ams1->fra1 rtt=15 limit=20"),
                 QStringLiteral("15/200 of 3+1, 1 over; 200/200 of 1+0, 0 over; 10/15 of 2+1, 1 over"));
        // The site stands elsewhere now, and what begins there with it.
        QCOMPARE(f.change("site ams1 region=Asia via=k"),
                 QStringLiteral("15/200 of 3+1, 1 over; 15/200 of 2+0, 0 over; 10/10 of 1+1, 1 over"));
        // Without its site a link belongs to no region.
        QCOMPARE(f.change("remove site sin1"),
                 QStringLiteral("15/200 of 3+1, 1 over; 15/15 of 1+0, 0 over; 10/10 of 1+1, 1 over"));
    }

    void nothingChangesWhereNothingIsShown()
    {
        Followed f(kFleet);
        f.take(f.script.apply(QStringLiteral("link fra1->ams1 rtt=10 loss=0.01")));
        QVERIFY(!f.tally.isChanged());
        f.take(f.script.apply(QStringLiteral("site fra1 region=Europe via=k cpu=1/2")));
        QVERIFY(!f.tally.isChanged());
    }

    void isWhatCountingAllSays()
    {
        Followed f(kFleet);
        std::mt19937 dice(7);
        const auto roll = [&dice](int count) { return int(dice() % unsigned(count)); };
        const char *const sites[] = {"fra1", "ams1", "sin1", "none"};
        for (int round = 0; round < 300; ++round) {
            auto after = std::make_shared<FleetSnapshot>(*f.before);
            for (int i = roll(5); i >= 0; --i) {
                Link link;
                link.id = EntityId("l" + QByteArray::number(roll(40)));
                link.from = FleetScript::siteId(QLatin1String(sites[roll(4)]));
                link.to = FleetScript::siteId(QLatin1String(sites[roll(3)]));
                link.rttMs = roll(20) * 10 - 10;
                link.limitMs = 150;
                if (roll(3) == 0)
                    after->tables.links.remove(link.id);
                else
                    after->tables.links.insert(link);
            }
            f.take(after);
            if (roll(2) == 0)
                QCOMPARE(f.now(), f.counted());
        }
    }
};

QTEST_GUILESS_MAIN(TestLinkTally)
#include "tst_linktally.moc"
