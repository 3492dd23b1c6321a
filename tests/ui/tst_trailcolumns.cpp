// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tableexport.h"
#include "ui/table/tableview.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

#include <functional>
#include <set>

using namespace graticule;
using testing::FleetScript;
using testing::WindowFixture;

namespace {

QString fleet(int sites)
{
    QString lines = QStringLiteral("connection k8s\n");
    for (int i = 0; i < sites; ++i)
        lines += QStringLiteral("site s%1 via=k8s at=50,8 state=degraded cpu=2/8\n").arg(i, 3, 10, QLatin1Char('0'));
    return lines + QStringLiteral("node s000/n1 cpu=2/8\n") +
           (sites > 1 ? QStringLiteral("link s000->s001 rtt=30 limit=60\n") : QString());
}

SampleAnswer hourOf(const char *entity, const char *metric)
{
    SampleAnswer series;
    series.entity = EntityId(entity);
    series.metric = QString::fromLatin1(metric);
    for (int minute = 50; minute > 0; --minute)
        series.buckets.push_back({toMs(FleetScript::now()) - minute * 60'000, 1, 30, 30.0 + minute % 7, 30});
    return series;
}

/// The page Sites or Nodes with its table.
struct Desk
{
    /// @p prepare tells what the keeper knows, before anybody asks it.
    explicit Desk(const QString &page, int sites = 3, const std::function<void(testing::FakeCommands &)> &prepare = {})
        : f(fleet(sites))
    {
        if (prepare)
            prepare(f.commands);
        f.window->showPage(page);
        table = f.window->findChild<TableView *>(page + QStringLiteral(".table"));
        table->columns().reset();
        f.settle();
    }

    int column(const char *word) const { return model().columnOf(QString::fromLatin1(word)); }
    const TableModel &model() const { return static_cast<const TableModel &>(*table->model()); }
    QString text(int row, const char *word) const { return model().index(row, column(word)).data().toString(); }
    /// How many colours a cell is painted in beyond those of the ground and of its line.
    int colours(int row, const char *word) const
    {
        const QImage image = table->viewport()->grab(table->visualRect(model().index(row, column(word)))).toImage();
        std::set<QRgb> found;
        for (int y = 0; y < image.height() - 1; ++y) {
            for (int x = 0; x < image.width(); ++x)
                found.insert(image.pixel(x, y));
        }
        return int(found.size()) - 1;
    }
    WindowFixture f;
    TableView *table = nullptr;
};

} // namespace

class TestTrailColumns : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void sitesTellHowTheyWere()
    {
        Desk p(QStringLiteral("sites"), 3, [](testing::FakeCommands &keeper) {
            const EntityId site = FleetScript::siteId(QStringLiteral("s000"));
            const Instant now = FleetScript::now();
            keeper.measured.series << hourOf("link/s000->s001", "rtt.ms");
            keeper.siteTurns = {{site, now - std::chrono::hours(30), SiteState::Healthy, false},
                                {site, now - std::chrono::hours(2), SiteState::Degraded, false}};
        });
        const int row = p.model().rowOf(FleetScript::siteId(QStringLiteral("s000")));
        const int other = p.model().rowOf(FleetScript::siteId(QStringLiteral("s002")));
        QTRY_COMPARE(p.text(row, "history"), QStringLiteral("degraded from 07:14 to 09:14"));
        QTRY_VERIFY(p.text(row, "latency").startsWith(QStringLiteral("s000 → s001: 31")));
        QTRY_VERIFY(p.table->isSettled());
        QVERIFY(p.colours(row, "latency") > 3);
        // Rows without data say so, in the cell and in words.
        QCOMPARE(p.text(other, "history"), QStringLiteral("Nothing is recorded of the last day"));
        QCOMPARE(p.text(other, "latency"), QStringLiteral("no link to another site"));
        QVERIFY(p.colours(other, "latency") > 1);
    }

    void onlyRowsInViewAreAskedFor()
    {
        Desk p(QStringLiteral("sites"), 300);
        QTRY_VERIFY(p.table->isSettled());
        const auto told = [&p] {
            int rows = 0;
            for (int row = 0; row < p.model().rowCount(); ++row) {
                rows += !p.model().idAt(row).isEmpty() && p.text(row, "history") != QStringLiteral("not asked for yet");
            }
            return rows;
        };
        QTRY_VERIFY(told() > 5);
        QTRY_VERIFY(p.table->isSettled());
        const int seen = told();
        QVERIFY2(seen < 40, qPrintable(QString::number(seen)));
        p.table->verticalScrollBar()->setValue(p.table->verticalScrollBar()->maximum());
        QTRY_VERIFY(told() > seen + 5);
    }

    void trailsSortNothingAndStayOutOfFiles()
    {
        Desk p(QStringLiteral("sites"));
        const auto order = p.model().tableQuery().order;
        Q_EMIT p.table->horizontalHeader()->sectionClicked(p.column("history"));
        QVERIFY(p.model().tableQuery().order == order);
        const QString text =
            TableExport::text(p.model(), p.table->columns().shown(), p.model().allInOrder(), FleetScript::now());
        QVERIFY(!text.contains(QStringLiteral("State, last 24 h")));
        QVERIFY(text.startsWith(QStringLiteral("State\tSite\tPlace")));
        // They can be hidden, and are remembered like every column.
        p.table->setColumnHidden(p.column("history"), true);
        QVERIFY(!p.table->columns().shown().contains(p.column("history")));
        p.table->setColumnHidden(p.column("cpu-hour"), false);
        QVERIFY(p.table->columns().shown().contains(p.column("cpu-hour")));
        QCOMPARE(p.table->columns().save().size(), p.table->columns().shown().size());
    }

    void nodesTellTheirProcessors()
    {
        Desk p(QStringLiteral("nodes"), 1,
               [](testing::FakeCommands &keeper) { keeper.measured.series << hourOf("node/s000/n1", "cpu.cores"); });
        QTRY_COMPARE(p.model().rowCount(), 1);
        QVERIFY(!p.table->isColumnHidden(p.column("cpu-hour")));
        QTRY_VERIFY(p.text(0, "cpu-hour").startsWith(QStringLiteral("31")));
        QVERIFY(p.colours(0, "cpu-hour") > 2);
    }

    void aKeeperThatDoesNotTellIsSaid()
    {
        Desk p(QStringLiteral("nodes"), 1,
               [](testing::FakeCommands &keeper) { keeper.measureRefusal.text = QStringLiteral("no samples here"); });
        QTRY_COMPARE(p.model().rowCount(), 1);
        QTRY_COMPARE(p.text(0, "cpu-hour"), QStringLiteral("cannot be read just now"));
    }
};

QTEST_MAIN(TestTrailColumns)
#include "tst_trailcolumns.moc"
