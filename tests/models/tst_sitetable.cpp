// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sitetable/naturalkey.h"
#include "models/sitetable/sitetablemodel.h"
#include "models/table/csv.h"
#include "tests/models/modeltext.h"
#include "tests/models/storetest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection k8s-eu
connection docker-sin
site fra1  region=Europe city=Frankfurt country=DE at=50,8 provider=aws via=k8s-eu state=down reason="etcd quorum lost"
site fra10 region=Europe city=Frankfurt country=DE at=50,8 provider=gcp via=k8s-eu cpu=9/10
site fra2  region=Europe city=Frankfurt country=DE at=50,8 provider=aws via=k8s-eu cpu=2/10
site dub1  region=Europe city=Dublin country=IE at=53,-6 provider=aws via=k8s-eu state=degraded reason="disk full"
site sin1  region=Asia city=Singapore country=SG at=1,103 via=docker-sin cpu=5/10
site edge7 via=docker-sin stale
)";

/// One line a row: heads as "== Europe 4 of 4 (1 down)", sites by name, "more" lines as they read.
QString lines(const SiteTableModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString text = model.index(row, int(SiteField::Name)).data().toString();
        switch (model.line(row).kind) {
        case SiteLine::Kind::Group:
            result
                << QStringLiteral("== %1 %2/%3").arg(text).arg(model.groupOf(row)->total).arg(model.groupOf(row)->of);
            break;
        default:
            result << text;
        }
    }
    return testing::plain(result.join(QStringLiteral(", ")));
}

} // namespace

class TestSiteTable : public testing::StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin(kFleet);
        m_sites = std::make_unique<SitesModel>(*m_store);
        m_model = std::make_unique<SiteTableModel>(*m_sites, *m_store);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void worstFirstThenByName() { QCOMPARE(lines(*m_model), QStringLiteral("fra1, dub1, edge7, fra2, fra10, sin1")); }

    void numbersInNamesCountByTheirValue()
    {
        QStringList names{QStringLiteral("b"),
                          QStringLiteral("A10"),
                          QStringLiteral("a2"),
                          QStringLiteral("a02b"),
                          QStringLiteral("a"),
                          QStringLiteral("ä1"),
                          QStringLiteral("a1000000000000000000000"),
                          QStringLiteral("")};
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
            return naturalKey(foldedBytes(a)) < naturalKey(foldedBytes(b));
        });
        QCOMPARE(names.join(QLatin1Char(' ')), QStringLiteral(" a a2 a02b A10 a1000000000000000000000 b ä1"));
    }

    void sortsByAnyFieldAndBackwards_data()
    {
        QTest::addColumn<QList<SiteOrder>>("order");
        QTest::addColumn<QString>("expected");
        using O = SiteOrder;
        const auto row = [](const char *name, const QList<SiteOrder> &order, const char *expected) {
            QTest::newRow(name) << order << QString::fromUtf8(expected);
        };
        row("name", {O{SiteField::Name}}, "dub1, edge7, fra1, fra2, fra10, sin1");
        row("name, backwards", {O{SiteField::Name, true}}, "sin1, fra10, fra2, fra1, edge7, dub1");
        row("most used CPU, unknown last", {O{SiteField::Cpu}}, "fra10, sin1, fra2, dub1, edge7, fra1");
        row("provider, then name backwards", {O{SiteField::Provider}, O{SiteField::Name, true}},
            "fra2, fra1, dub1, fra10, sin1, edge7");
        row("reason, none last", {O{SiteField::Reason}}, "dub1, fra1, edge7, fra2, fra10, sin1");
        row("reason, backwards", {O{SiteField::Reason, true}}, "edge7, fra2, fra10, sin1, fra1, dub1");
        row("country, unknown last", {O{SiteField::Country}}, "fra1, fra2, fra10, dub1, sin1, edge7");
        row("nothing", {}, "dub1, edge7, fra1, fra2, fra10, sin1");
    }
    void sortsByAnyFieldAndBackwards()
    {
        QFETCH(QList<SiteOrder>, order);
        SiteQuery query;
        query.order = order;
        m_model->setQuery(query);
        QTEST(lines(*m_model), "expected");
    }

    void whatIsKeptForSortingFollowsTheSites()
    {
        const auto sortedBy = [this](SiteField field) {
            SiteQuery query;
            query.order = {{field, false}};
            m_model->setQuery(query);
            m_model->settle();
            return lines(*m_model);
        };
        sortedBy(SiteField::Cpu);
        sortedBy(SiteField::Provider);
        change("site fra2 region=Europe city=Frankfurt country=DE at=50,8 provider=azure via=k8s-eu cpu=10/10\n"
               "site oslo region=Europe provider=aws via=k8s-eu cpu=1/100\n"
               "remove site dub1");
        QCOMPARE(sortedBy(SiteField::Cpu), QStringLiteral("fra2, fra10, sin1, oslo, edge7, fra1"));
        QCOMPARE(sortedBy(SiteField::Provider), QStringLiteral("fra1, oslo, fra2, fra10, edge7, sin1"));
        QCOMPARE(sortedBy(SiteField::Name), QStringLiteral("edge7, fra1, fra2, fra10, oslo, sin1"));
        SiteQuery query;
        query.words = {QStringLiteral("azure")};
        m_model->setQuery(query);
        QCOMPARE(lines(*m_model), QStringLiteral("fra2"));
    }

    void wordsAreFoundWhereAPersonSeesThem_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QStringList &words, const char *expected) {
            QTest::newRow(qPrintable(words.join(QLatin1Char(' ')))) << words << QString::fromUtf8(expected);
        };
        row({QStringLiteral("FRA")}, "fra1, fra2, fra10");                 // name and place
        row({QStringLiteral("quorum")}, "fra1");                           // reason
        row({QStringLiteral("germany")}, "fra1, fra2, fra10");             // the country's name
        row({QStringLiteral("google")}, "fra10");                          // the provider's
        row({QStringLiteral("degraded")}, "dub1");                         // state
        row({QStringLiteral("fra"), QStringLiteral("aws")}, "fra1, fra2"); // all of them
        row({QStringLiteral("nowhere")}, "");
    }
    void wordsAreFoundWhereAPersonSeesThem()
    {
        QFETCH(QStringList, words);
        SiteQuery query;
        query.words = words;
        m_model->setQuery(query);
        QTEST(lines(*m_model), "expected");
        QCOMPARE(m_model->total(), 6);
    }

    void typingOnNarrowsAndTakingBackWidens()
    {
        QStringList seen;
        for (const char *typed : {"f", "fr", "fra1", "fra", "", "sin"}) {
            SiteQuery query;
            query.words = QString::fromLatin1(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            m_model->setQuery(query);
            seen << QString::number(m_model->matches());
        }
        QCOMPARE(seen.join(QLatin1Char(' ')), QStringLiteral("4 3 2 3 6 1"));
    }

    void conditionsOfOneFieldAreAlternativesFieldsMustAllHold()
    {
        SiteQuery query;
        query.conditions = {{SiteField::Provider, {QStringLiteral("AWS"), QStringLiteral("Google Cloud")}},
                            {SiteField::Country, {QStringLiteral("Germany")}}};
        m_model->setQuery(query);
        QCOMPARE(lines(*m_model), QStringLiteral("fra1, fra2, fra10"));
        query.conditions = {{SiteField::Region, {SiteFields::notKnown()}}};
        m_model->setQuery(query);
        QCOMPARE(lines(*m_model), QStringLiteral("edge7"));
    }

    void valuesAreOfferedWithTheirCounts()
    {
        QStringList values;
        for (const auto &[value, count] : m_model->valuesOf(SiteField::Country))
            values << QStringLiteral("%1 %2").arg(value).arg(count);
        QCOMPARE(values.join(QStringLiteral(", ")), QStringLiteral("Germany 3, Ireland 1, Singapore 1, not known 1"));
    }

    void groupsHaveHeadsAndFold()
    {
        SiteQuery query;
        query.group = SiteField::Region;
        query.words = {QStringLiteral("fra")};
        m_model->setQuery(query);
        QCOMPARE(lines(*m_model), QStringLiteral("== Europe 3/4, fra1, fra2, fra10"));
        query.words.clear();
        m_model->setQuery(query);
        // The group with the worst site first.
        QCOMPARE(lines(*m_model), QStringLiteral("== Europe 4/4, fra1, dub1, fra2, fra10, == not known 1/1, edge7, "
                                                 "== Asia 1/1, sin1"));
        m_model->setFolding({{QStringLiteral("Europe")}, {}});
        QCOMPARE(lines(*m_model), QStringLiteral("== Europe 4/4, == not known 1/1, edge7, == Asia 1/1, sin1"));
        QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Europe, 4 of 4 sites, 1 down, 1 degraded, folded"));
        QCOMPARE(m_model->rowOf(FleetScript::siteId(QStringLiteral("fra1"))), -1);
        QCOMPARE(m_model->allInOrder().size(), 6);
        query.order = {{SiteField::Name, false}};
        m_model->setQuery(query);
        QCOMPARE(lines(*m_model), QStringLiteral("== Asia 1/1, sin1, == Europe 4/4, == not known 1/1, edge7"));
    }

    void manyHealthySitesOfAGroupAreCounted()
    {
        QString more;
        for (int i = 1; i <= 8; ++i)
            more += QStringLiteral("site ams%1 region=Europe via=k8s-eu\n").arg(i);
        m_store->take(m_script.apply(more));
        m_clock->advance(FleetStore::kFrame);
        m_model->settle();
        SiteQuery query;
        query.conditions = {{SiteField::Region, {QStringLiteral("Europe")}}};
        query.group = SiteField::Region;
        m_model->setQuery(query);
        QCOMPARE(lines(*m_model),
                 QStringLiteral("== Europe 12/12, fra1, dub1, ams1, ams2, ams3, ams4, 6 more in Europe, "
                                "all healthy"));
        m_model->setFolding({{}, {QStringLiteral("Europe")}});
        QCOMPARE(m_model->rowCount(), 13);
    }

    void newDataIsShownAtOnceAndMovesLater()
    {
        m_model->setHeld(true);
        const int row = m_model->rowOf(FleetScript::siteId(QStringLiteral("sin1")));
        const QPersistentModelIndex kept(m_model->index(row, int(SiteField::Name)));
        QSignalSpy pending(m_model.get(), &SiteTableModel::pendingChanged);
        change("site sin1 region=Asia city=Singapore country=SG at=1,103 via=docker-sin state=down");
        QCOMPARE(m_model->index(row, int(SiteField::State)).data().toString(), QStringLiteral("Down"));
        m_clock->advance(SiteTableModel::kSettle * 3);
        QCOMPARE(m_model->rowOf(FleetScript::siteId(QStringLiteral("sin1"))), row);
        QCOMPARE(pending.size(), 1);
        m_model->setHeld(false);
        m_clock->advance(SiteTableModel::kSettle);
        QCOMPARE(lines(*m_model), QStringLiteral("fra1, sin1, dub1, edge7, fra2, fra10"));
        QCOMPARE(kept.row(), 1);
        QVERIFY(!m_model->isPending());
    }

    void whatNobodySeesWaitsUntilItIsSeen()
    {
        m_model->setAsleep(true);
        QSignalSpy moved(m_model.get(), &SiteTableModel::layoutChanged);
        change("site sin1 region=Asia city=Singapore country=SG at=1,103 via=docker-sin state=down");
        m_clock->advance(SiteTableModel::kSettle * 3);
        m_model->setHeld(true); // a pointer that leaves the page with it
        m_model->setHeld(false);
        m_clock->advance(SiteTableModel::kSettle * 3);
        QCOMPARE(moved.size(), 0);
        m_model->setAsleep(false);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(lines(*m_model), QStringLiteral("fra1, sin1, dub1, edge7, fra2, fra10"));
        QVERIFY(!m_model->isPending());
    }

    void sitesThatGoAreGoneAtOnce()
    {
        const QPersistentModelIndex kept(
            m_model->index(m_model->rowOf(FleetScript::siteId(QStringLiteral("sin1"))), int(SiteField::Name)));
        m_model->setChosen({FleetScript::siteId(QStringLiteral("fra1")), FleetScript::siteId(QStringLiteral("sin1"))});
        m_model->setHeld(true);
        change("remove site fra1\nremove site dub1");
        QCOMPARE(lines(*m_model), QStringLiteral("edge7, fra2, fra10, sin1"));
        QCOMPARE(kept.data().toString(), QStringLiteral("sin1"));
        QCOMPARE(m_model->chosen().size(), 1);
    }

    void cellsSayWhatIsNotKnown()
    {
        const int row = m_model->rowOf(FleetScript::siteId(QStringLiteral("edge7")));
        QStringList cells;
        for (const SiteField field : {SiteField::State, SiteField::City, SiteField::Country, SiteField::Through,
                                      SiteField::Cpu, SiteField::Seen})
            cells << m_model->index(row, int(field)).data().toString();
        QCOMPARE(testing::plain(cells.join(QStringLiteral(" | "))),
                 QStringLiteral("Healthy, last known | not known | not known | docker-sin | – | 2 s"));
    }

    void csvIsQuotedAndCannotCarryFormulas()
    {
        QCOMPARE(toCsv({QStringLiteral("a"), QStringLiteral("b")},
                       {{QStringLiteral("x,y"), QStringLiteral("he said \"no\"")},
                        {QStringLiteral("=cmd()"), QStringLiteral("two\nlines")},
                        {QStringLiteral("-"), QStringLiteral("München")}}),
                 QByteArray("\xef\xbb\xbf"
                            "a,b\r\n\"x,y\",\"he said \"\"no\"\"\"\r\n'=cmd(),\"two\nlines\"\r\n-,M\xc3\xbcnchen\r\n"));
    }

private:
    std::unique_ptr<SitesModel> m_sites;
    std::unique_ptr<SiteTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestSiteTable)
#include "tst_sitetable.moc"
