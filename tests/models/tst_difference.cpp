// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/compare/differencemodel.h"
#include "tests/models/modeltext.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;

namespace {

constexpr Milliseconds kHour{3'600'000};

const char *const kBefore = R"(
connection eu state=live
site fra1 region=Europe city=Frankfurt country=DE via=eu state=down
site ams1 region=Europe city=Amsterdam country=NL via=eu
site old1 region=Europe via=eu
node fra1/n1 condition=up platform=Linux
placement shop@fra1 ready=2/3 health=unhealthy role=active
replica orders@fra1 role=primary state=lagging
link fra1->ams1 rtt=10 condition=up
link ams1->fra1 rtt=10 condition=up
)";

const char *const kAfter = R"(
connection eu state=unreachable
site fra1 region=Europe city=Frankfurt country=DE via=eu
site ams1 region=Europe city=Haarlem country=NL via=eu
site new1 region=Europe via=eu
node fra1/n1 condition=up platform=Linux
placement shop@fra1 ready=3/3 health=healthy role=active
replica orders@fra1 role=primary state=lagging
link fra1->ams1 rtt=11.5 condition=up
link ams1->fra1 rtt=80 condition=up
)";

/// A model that has compared the two.
struct Compared
{
    Compared()
        : before(QString::fromUtf8(kBefore))
        , after(QString::fromUtf8(kAfter))
    {
        QSignalSpy done(&model, &DifferenceModel::compared);
        // The later one first: which came before is told by the moments.
        model.compare({after.snapshot(), FleetScript::now(), true}, {before.snapshot(), FleetScript::now() - kHour});
        done.wait();
    }
    QStringList rows() const { return testing::rows(model); }

    FleetScript before;
    FleetScript after;
    DifferenceModel model;
};

} // namespace

class TestDifference : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatDiffersWorstFirst()
    {
        const Compared compared;
        QCOMPARE(compared.rows(), (QStringList{
                                      QStringLiteral("Connection | eu | changed | State | Live | Unreachable"),
                                      QStringLiteral("Site | fra1 | changed | State | Down | Healthy"),
                                      QStringLiteral("Service | shop at fra1 | changed | State | Unhealthy | Healthy"),
                                      QStringLiteral("Site | ams1 | changed | Place | Amsterdam, NL | Haarlem, NL"),
                                      QStringLiteral("Site | new1 | came | – | – | –"),
                                      QStringLiteral("Site | old1 | went | – | – | –"),
                                      QStringLiteral("Service | shop at fra1 | changed | Ready | 2/3 | 3/3"),
                                      QStringLiteral("Link | ams1 to fra1 | changed | Round trip | 10 ms | 80 ms"),
                                  }));
        QCOMPARE(compared.model.headerData(DifferenceModel::After, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("Now"));
        QCOMPARE(compared.model.rowText(1), QStringLiteral("Site fra1, State: was Down, is Healthy"));
        QCOMPARE(compared.model.rowText(4), QStringLiteral("Site new1 came"));
    }

    void filtersAndSorts()
    {
        Compared compared;
        compared.model.setWords(QStringLiteral("fra1 healthy"));
        QCOMPARE(compared.rows(),
                 (QStringList{QStringLiteral("Site | fra1 | changed | State | Down | Healthy"),
                              QStringLiteral("Service | shop at fra1 | changed | State | Unhealthy | Healthy")}));
        compared.model.setWords(QStringLiteral("site"));
        compared.model.sort(DifferenceModel::Name, Qt::DescendingOrder);
        QCOMPARE(compared.rows().first(), QStringLiteral("Site | old1 | went | – | – | –"));
        compared.model.sort(-1, Qt::AscendingOrder);
        QCOMPARE(compared.rows().first(), QStringLiteral("Site | fra1 | changed | State | Down | Healthy"));
        QCOMPARE(compared.model.total(), 8);
    }

    void aFileCarriesBothMoments()
    {
        Compared compared;
        compared.model.setWords(QStringLiteral("ams1 place"));
        const QString csv = QString::fromUtf8(compared.model.csv()());
        QVERIFY2(csv.endsWith(QStringLiteral("Site,site/ams1,ams1,changed,Place,\"Amsterdam, NL\",\"Haarlem, NL\","
                                             "2026-11-22T08:14:32.000Z,2026-11-22T09:14:32.000Z\r\n")),
                 qPrintable(csv));
    }

    void ofTheComparisonBeforeNothingIsLeft()
    {
        Compared compared;
        compared.model.setWords(QStringLiteral("fra1"));
        QSignalSpy done(&compared.model, &DifferenceModel::compared);
        const DifferenceModel::Moment then{compared.before.snapshot(), FleetScript::now() - 2 * kHour};
        compared.model.compare(then, {compared.before.snapshot(), FleetScript::now() - kHour});
        QVERIFY(compared.model.isComparing());
        QCOMPARE(compared.rows(), QStringList());
        QCOMPARE(compared.model.total(), 0);
        compared.model.setWords(QStringLiteral("ams1")); // a person goes on typing
        compared.model.sort(DifferenceModel::Name, Qt::AscendingOrder);
        QVERIFY(compared.model.isComparing());
        QVERIFY(done.wait());
        QCOMPARE(done.size(), 1);
        QCOMPARE(compared.model.total(), 0); // the same fleet twice
    }

    /// The window goes on while very much is filtered and sorted.
    void ofVeryMuchTheOrderComesLater()
    {
        QString lines = QStringLiteral("connection k");
        for (size_t i = 0; i <= DifferenceModel::kFew; ++i)
            lines += QStringLiteral("\nsite s%1 via=k").arg(i);
        const FleetScript after(lines);
        const FleetScript before(QStringLiteral("connection k"));
        DifferenceModel model;
        QSignalSpy done(&model, &DifferenceModel::compared);
        QSignalSpy arranged(&model, &QAbstractItemModel::modelReset);
        model.compare({before.snapshot(), FleetScript::now() - kHour}, {after.snapshot(), FleetScript::now()});
        QVERIFY(done.wait());
        QCOMPARE(model.rowCount(), int(DifferenceModel::kFew) + 1);
        arranged.clear();
        model.setWords(QStringLiteral("s42"));
        model.setWords(QStringLiteral("s421")); // the next key, before an order was there
        QVERIFY(model.isArranging());
        QCOMPARE(model.rowCount(), int(DifferenceModel::kFew) + 1);
        QVERIFY(arranged.wait());
        QVERIFY(!model.isArranging());
        QCOMPARE(model.rowCount(), 11); // s421 and s4210 to s4219
        arranged.clear();
        model.sort(DifferenceModel::Name, Qt::DescendingOrder);
        QVERIFY(arranged.wait());
        QCOMPARE(model.at(0).name, QStringLiteral("s4219"));
        QCOMPARE(done.size(), 1);
    }

    /// A clock that was set tells another moment of the same boot; a boot is a change.
    void aBootIsADifferenceAndAClockIsNot()
    {
        const FleetScript before(QStringLiteral("connection k\nsite s via=k\nnode s/n1 boot=-8d\nnode s/n2 boot=-8d"));
        const auto said = [&before](const char *boot) {
            const QString lines = QStringLiteral("connection k\nsite s via=k\nnode s/n1 %1\nnode s/n2 boot=-8d");
            const FleetScript after(lines.arg(QLatin1String(boot)));
            QStringList rows;
            for (const Difference &row :
                 FleetDifference::between(before.snapshot()->tables, after.snapshot()->tables).rows)
                rows << QStringLiteral("%1: %2").arg(row.name, row.field);
            return rows;
        };
        QCOMPARE(said("boot=-691203s"), QStringList()); // three seconds more than eight days
        QCOMPARE(said("boot=-3min"), QStringList(QStringLiteral("n1 at s: Running since")));
        QCOMPARE(said(""), QStringList(QStringLiteral("n1 at s: Running since")));
    }

    void theSameIsNoDifference()
    {
        const FleetScript fleet(QString::fromUtf8(kBefore));
        QVERIFY(FleetDifference::between(fleet.snapshot()->tables, fleet.snapshot()->tables).rows.empty());
    }

    /// A link stands for its last minute: one that is not there yet is not gone.
    void aLinkThatNobodyWatchesNeitherCameNorWent()
    {
        const FleetScript fleet(QString::fromUtf8(kBefore));
        FleetTables before = fleet.snapshot()->tables;
        Feed feed;
        feed.id = EntityId("probes");
        feed.since = FleetScript::now() - kHour;
        feed.observedAt = FleetScript::now();
        feed.complete = true;
        before.feeds.insert(feed);
        Link link = *before.links.find(EntityId("link/fra1->ams1"));
        link.feed = feed.id;
        before.links.insert(link);
        FleetTables after = before;
        after.links.remove(link.id);
        const auto said = [&](const FleetTables &one, const FleetTables &other) {
            const Differences found = FleetDifference::between(one, other);
            return QStringLiteral("%1, %2 not watched")
                .arg(found.rows.empty() ? QStringLiteral("-") : FleetDifference::text(found.rows.front().what))
                .arg(found.notWatched);
        };
        QCOMPARE(said(before, after), QStringLiteral("went, 0 not watched"));
        feed.since = feed.observedAt - Milliseconds(30'000); // the keeper has begun anew
        after.feeds.insert(feed);
        QCOMPARE(said(before, after), QStringLiteral("-, 1 not watched"));
        QCOMPARE(said(after, before), QStringLiteral("-, 1 not watched"));
        feed.since = feed.observedAt - Milliseconds(90'000);
        after.feeds.insert(feed);
        QCOMPARE(said(before, after), QStringLiteral("went, 0 not watched"));
        after.feeds.remove(feed.id);
        QCOMPARE(said(before, after), QStringLiteral("-, 1 not watched"));
        // With its connection it is gone.
        feed.connection = EntityId("connection/far");
        before.feeds.insert(feed);
        QCOMPARE(said(before, after), QStringLiteral("went, 0 not watched"));
    }
};

QTEST_GUILESS_MAIN(TestDifference)
#include "tst_difference.moc"
