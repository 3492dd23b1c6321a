// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/entitytable/entitydetails.h"
#include "models/entitytable/entitytablemodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/storetest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection k8s-eu seen=-2s
connection docker-sin seen=-40s
site fra1 region=Europe country=DE via=k8s-eu
site fra2 region=Europe country=DE via=k8s-eu
site dub1 region=Europe country=IE via=k8s-eu
site ams1 region=Europe country=NL via=k8s-eu
site sin1 region=Asia country=SG via=docker-sin state=unreachable
node fra1/n1  platform="Debian 12" cpu=2/8 memory=8e9/16e9 boot=-8d
node fra1/n2  platform="Debian 12" cpu=7/8 memory=2e9/16e9 condition=degraded text="disk pressure"
node dub1/n10 platform="Debian 13" cpu=1/8
node sin1/n1  cpu=1/2
placement shop@fra1 tier=1 ready=3/3 image=shop:7
placement shop@fra2 tier=1 ready=1/3 image=shop:6 health=restarting text="restarted 7 times"
placement shop@dub1 tier=1 ready=3/3 image=shop:7
placement shop@ams1 tier=1 ready=3/3 image=shop:7
placement db@fra1   tier=2 ready=1/1 role=primary image=postgres:15
placement db@sin1   tier=2 ready=1/1 role=standby image=postgres:15
placement cron@sin1 ready=1/1
replica orders@fra1 class=personal bytes=2e9
replica orders@dub1 class=personal bytes=1.9e9 role=standby state=lagging lag=1500 text="slow disk"
replica photos@sin1 bytes=5e12
)";

} // namespace

class TestEntityTable : public testing::StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(kFleet); }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void servicesSayWhereTheyAre()
    {
        QCOMPARE(
            table(EntityKind::Service),
            QStringList(
                {"Restarting again and again at 1 of 4 sites | shop | 1 | ams1, dub1, fra1  +1 | DE, IE, NL | 10/12 "
                 "| fra2: restarted 7 times | 2 s",
                 "Healthy, last known | cron |  | sin1 | SG  Singapore | ~1/1 |  | 40 s",
                 "Healthy, last known | db | 2 | fra1, sin1 | DE, SG | ~2/2 |  | 40 s"}));
    }

    void nodesSayHowFullTheyAre()
    {
        QCOMPARE(table(EntityKind::Node), QStringList({"Degraded | n2 | fra1 | Debian 12 | 88 % | 13 % | – "
                                                       "| disk pressure | 2 s",
                                                       "Up, last known | n1 | sin1 |  | ~50 % | – | – |  | 40 s",
                                                       "Up | n1 | fra1 | Debian 12 | 25 % | 50 % | – |  | 2 s",
                                                       "Up | n10 | dub1 | Debian 13 | 13 % | – | – |  | 2 s"}));
    }

    /// It is not used for all we know: neither sorted nor drawn as if it were.
    void whatIsRequestedIsSaidToBe()
    {
        change("node fra1/n1 cpu=6/8/requested memory=8e9/16e9");
        make(EntityKind::Node);
        const QStringList all = table(EntityKind::Node);
        QVERIFY2(all.contains(QStringLiteral("Up | n1 | fra1 |  | req. 75 % | 50 % | – |  | 2 s")),
                 qPrintable(all.join(QLatin1Char('\n'))));
        const auto details = entityDetails(m_store->tables(), EntityKind::Node, EntityId("node/fra1/n1"));
        QVERIFY(details);
        QVERIFY(!details->capacity[0].share);
        QCOMPARE(testing::plain(details->capacity[0].value), QStringLiteral("6 of 8 cores requested"));
        QCOMPARE(*details->capacity[1].share, 0.5);
    }

    /// Two ways to one cluster: what runs there runs once.
    void whatIsSeenTwiceIsCountedOnce()
    {
        change("connection twin seen=-2s counted-by=k8s-eu\nsite fra9 region=Europe country=DE via=twin\n"
               "placement pay@fra1 id=connection/k8s-eu/placement/1 tier=1 ready=3/3\n"
               "placement pay@fra9 id=connection/twin/placement/1 tier=1 ready=2/3");
        const auto pay = [this] {
            for (const QString &row : table(EntityKind::Service)) {
                if (row.contains(QLatin1String("| pay |")))
                    return row.section(QStringLiteral(" | "), 5, 5);
            }
            return QString();
        };
        QCOMPARE(pay(), QStringLiteral("3/3"));
        change("placement pay@fra9 id=connection/twin/placement/2 tier=1 ready=0/1"); // which k8s-eu does not see
        QCOMPARE(pay(), QStringLiteral("3/4"));
        change("connection twin seen=-2s\nconnection k8s-eu seen=-2s counted-by=twin");
        QCOMPARE(pay(), QStringLiteral("2/4"));
        change("connection k8s-eu seen=-2s"); // they are two clusters after all
        QCOMPARE(pay(), QStringLiteral("5/7"));
    }

    void howManyRowsAreSeenTwiceIsKnown()
    {
        change("connection twin seen=-2s counted-by=k8s-eu\nsite fra9 region=Europe country=DE via=twin\n"
               "node fra1/a id=connection/k8s-eu/node/7\nnode fra9/a id=connection/twin/node/7\n"
               "node fra9/own id=connection/twin/node/8");
        make(EntityKind::Node);
        QCOMPARE(m_model->total(), 7);
        QCOMPARE(m_model->seenTwice(), 1); // the other sees what k8s-eu does not
        change("connection twin seen=-2s");
        QCOMPARE(m_model->seenTwice(), 0);
    }

    void dataSayHowFarTheirCopiesAreBehind()
    {
        QCOMPARE(table(EntityKind::Asset),
                 QStringList({"Lagging at 1 of 2 sites | orders | personal | dub1, fra1 | DE, IE | 2 GB | 1.5 s | "
                              "dub1: slow disk | 2 s",
                              "In sync, last known | photos |  | sin1 | SG  Singapore | ~5 TB | – |  | 40 s"}));
    }

    void sortsByAnyField_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<bool>("reversed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("name") << QStringList{"service"} << false << "cron, db, shop";
        QTest::newRow("name, backwards") << QStringList{"service"} << true << "shop, db, cron";
        QTest::newRow("tier, not declared last") << QStringList{"tier"} << false << "shop, db, cron";
        QTest::newRow("at most sites first") << QStringList{"site"} << false << "shop, db, cron";
        QTest::newRow("least ready first") << QStringList{"ready"} << false << "shop, cron, db";
        QTest::newRow("two keys") << QStringList{"ready", "tier"} << false << "shop, db, cron";
        QTest::newRow("longest unseen first") << QStringList{"seen"} << false << "cron, db, shop";
    }
    void sortsByAnyField()
    {
        QFETCH(QStringList, fields);
        QFETCH(bool, reversed);
        make(EntityKind::Service);
        EntityQuery query;
        query.order.clear();
        for (const QString &field : std::as_const(fields))
            query.order.append({EntityFields::indexOf(m_model->fields(), field), reversed});
        m_model->setQuery(query);
        QTEST(names(), "expected");
    }

    void wordsAreFoundWhereAPersonSeesThem_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("expected");
        QTest::newRow("name") << QStringList{"SHO"} << "shop";
        QTest::newRow("site") << QStringList{"fra"} << "shop, db";
        QTest::newRow("name of a country") << QStringList{"singap"} << "cron, db";
        QTest::newRow("image") << QStringList{"postgres"} << "db";
        QTest::newRow("reason") << QStringList{"7 times"} << "shop";
        QTest::newRow("connection, and site") << QStringList{"docker", "fra1"} << "db";
        QTest::newRow("nothing") << QStringList{"nowhere"} << "";
    }
    void wordsAreFoundWhereAPersonSeesThem()
    {
        QFETCH(QStringList, words);
        make(EntityKind::Service);
        EntityQuery query;
        query.words = words;
        m_model->setQuery(query);
        QTEST(names(), "expected");
        QCOMPARE(m_model->total(), 3);
    }

    void conditionsTakeRowsThatAreThereAmongOtherPlaces()
    {
        make(EntityKind::Service);
        const int site = EntityFields::indexOf(m_model->fields(), u"site");
        QString values;
        for (const auto &[value, count] : m_model->valuesIn(site))
            values += QStringLiteral("%1 %2, ").arg(value).arg(count);
        QCOMPARE(values, QStringLiteral("ams1 1, dub1 1, fra1 2, fra2 1, sin1 2, "));
        EntityQuery query;
        query.conditions = {{site, {QStringLiteral("sin1"), QStringLiteral("fra2")}}};
        m_model->setQuery(query);
        QCOMPARE(names(), QStringLiteral("shop, cron, db"));
        query.words = QStringList{QStringLiteral("d")};
        m_model->setQuery(query);                            // narrower: what was sorted is looked through again
        QCOMPARE(names(), QStringLiteral("shop, cron, db")); // dub1; docker-sin
        query.words = QStringList{QStringLiteral("db")};
        m_model->setQuery(query);
        QCOMPARE(names(), QStringLiteral("db"));
    }

    void aStateSaysWhereItIsNotSoEverywhere()
    {
        make(EntityKind::Service);
        const auto said = [this](const char *name) {
            const QStringList texts = m_model->texts(EntityId(QByteArray("service/") + name));
            return testing::plain(texts.value(0) + QStringLiteral(", ") + texts.value(m_model->columnOf(u"ready")));
        };
        // Ready 2 of 2, and yet somebody stopped it somewhere.
        change("placement mail@fra1 ready=1/1\nplacement mail@dub1 ready=1/1\n"
               "placement mail@ams1 ready=0/0 health=stopped");
        QCOMPARE(said("mail"), QStringLiteral("Stopped at 1 of 3 sites, 2/2"));
        change("placement mail@dub1 ready=0/0 health=stopped");
        QCOMPARE(said("mail"), QStringLiteral("Stopped at 2 of 3 sites, 1/1"));
        change("placement mail@fra1 ready=0/0 health=stopped");
        QCOMPARE(said("mail"), QStringLiteral("Stopped, 0/0"));
        change("placement mail@fra1 ready=0/1 health=failed");
        QCOMPARE(said("mail"), QStringLiteral("Failed at 1 of 3 sites, 0/1"));
    }

    void servicesOfOneNameAreCountedAndNotMerged()
    {
        FleetTables tables = m_store->tables();
        for (const char *id : {"a", "b"}) {
            Service other;
            other.id = EntityId(QByteArray("service/other-") + id);
            other.name = QStringLiteral("shop");
            tables.services.insert(std::make_shared<const Service>(other));
        }
        QCOMPARE(entityDetails(tables, EntityKind::Service, EntityId("service/shop"))->namesakes, 2);
        QCOMPARE(entityDetails(tables, EntityKind::Service, EntityId("service/db"))->namesakes, 0);
    }

    void rowsAreGrouped_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("expected");
        QTest::newRow("by state, worst first") << "state"
                                               << "== Restarting again and again 1/1, shop, == Unknown 2/2, cron, db";
        QTest::newRow("by region") << "region"
                                   << "== Europe 1/1, shop, == In several regions 1/1, db, == Asia 1/1, cron";
        QTest::newRow("by site") << "site"
                                 << "== At several sites 2/2, shop, db, == sin1 1/1, cron";
        QTest::newRow("by tier, not declared last") << "tier"
                                                    << "== 1 1/1, shop, == 2 1/1, db, == not known 1/1, cron";
        QTest::newRow("by connection") << "connection"
                                       << "== k8s-eu 1/1, shop, == Through several connections 1/1, db, == docker-sin "
                                          "1/1, cron";
    }
    void rowsAreGrouped()
    {
        QFETCH(QString, by);
        make(EntityKind::Service);
        EntityQuery query;
        query.group = m_model->columnOf(by);
        m_model->setQuery(query);
        QTEST(lines(), "expected");
        QCOMPARE(m_model->matches(), 3);
        QCOMPARE(m_model->allInOrder().size(), 3);
    }

    void groupsFoldAndKeepTheirHealthyRowsShort()
    {
        QByteArray more;
        for (int i = 0; i < 9; ++i)
            more += "placement s" + QByteArray::number(i) + "@ams1 ready=1/1\n";
        change(more.constData());
        make(EntityKind::Service);
        EntityQuery query;
        query.group = m_model->columnOf(u"site");
        query.words = QStringList{QStringLiteral("ams")};
        m_model->setQuery(query);
        QCOMPARE(lines(), QStringLiteral("== At several sites 1/2, shop, == ams1 9/9, s0, s1, s2, s3, 5 more in ams1, "
                                         "all healthy"));
        TableFolding folding;
        folding.folded = {QStringLiteral("At several sites")};
        folding.unfolded = {QStringLiteral("ams1")};
        m_model->setFolding(folding);
        QCOMPARE(lines(), QStringLiteral("== At several sites 1/2, == ams1 9/9, s0, s1, s2, s3, s4, s5, s6, s7, s8"));
        QCOMPARE(m_model->rowOf(EntityId("service/shop")), -1);
        QCOMPARE(m_model->rowOf(EntityId("service/s0")), 2);
        QCOMPARE(m_model->headOf(5), 1);
        change("placement s3@ams1 ready=0/1 health=failed text=gone");
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(m_model->groupAt(0).states.size(), 1); // the group with the worst row first
        QCOMPARE(m_model->index(1, 1).data().toString(), QStringLiteral("s3"));
    }

    void newDataIsShownAtOnceAndMovesLater()
    {
        make(EntityKind::Service);
        QCOMPARE(names(), QStringLiteral("shop, cron, db"));
        const QPersistentModelIndex db = m_model->index(2, 1);
        change("placement db@fra1 health=failed ready=0/1 text=\"exited with code 3\"\nplacement mail@dub1 ready=1/1");
        QCOMPARE(names(), QStringLiteral("shop, cron, db"));
        QCOMPARE(m_model->total(), 4);
        QCOMPARE(m_model->index(2, 0).data().toString(), QStringLiteral("Failed at 1 of 2 sites"));
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(names(), QStringLiteral("db, shop, cron, mail"));
        QCOMPARE(db.row(), 0);
    }

    void nothingMovesWhileItIsHeld()
    {
        make(EntityKind::Service);
        QSignalSpy pending(m_model.get(), &EntityTableModel::pendingChanged);
        m_model->setHeld(true);
        change("placement db@fra1 health=failed ready=0/1");
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(names(), QStringLiteral("shop, cron, db"));
        QVERIFY(m_model->isPending());
        m_model->settle();
        QCOMPARE(names(), QStringLiteral("db, shop, cron"));
        QCOMPARE(pending.count(), 2);
    }

    void whatNobodySeesWaitsUntilItIsSeen()
    {
        make(EntityKind::Service);
        m_model->setAsleep(true);
        change("placement db@fra1 health=failed ready=0/1");
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(names(), QStringLiteral("shop, cron, db"));
        m_model->setAsleep(false);
        QCOMPARE(names(), QStringLiteral("db, shop, cron"));
        QVERIFY(!m_model->isPending());
    }

    void statesAgeWithTheirSites()
    {
        make(EntityKind::Node);
        QCOMPARE(names(), QStringLiteral("n2, n1, n1, n10"));
        change("site dub1 region=Europe country=IE via=k8s-eu stale");
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(names(), QStringLiteral("n2, n1, n10, n1"));
        QCOMPARE(m_model->index(2, 0).data().toString(), QStringLiteral("Up, last known"));
        change("site dub1 region=Europe country=IE via=k8s-eu");
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(names(), QStringLiteral("n2, n1, n1, n10"));
    }

    void whatIsGoneGoesAtOnce()
    {
        make(EntityKind::Service);
        m_model->setChosen({EntityId("service/cron"), EntityId("service/db")});
        change("remove service cron");
        QCOMPARE(names(), QStringLiteral("shop, db"));
        QCOMPARE(m_model->chosen().size(), 1);
        QCOMPARE(m_model->total(), 2);
        change("remove placement shop@fra2");
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(m_model->texts(EntityId("service/shop")).value(3), QStringLiteral("ams1, dub1, fra1"));
        change("remove placement shop@fra1\nremove placement shop@dub1\nremove placement shop@ams1");
        QCOMPARE(m_model->texts(EntityId("service/shop")).join(QLatin1Char('|')).section(QLatin1Char('|'), 0, 3),
                 QStringLiteral("Unknown|shop|1|–"));
        change("placement cron@dub1 ready=1/1"); // back, in a row that was free
        m_clock->advance(EntityTableModel::kSettle);
        QCOMPARE(names(), QStringLiteral("cron, db, shop"));
    }

    void aReadingThatTookLongKnowsWhatCameMeanwhile()
    {
        m_model = std::make_unique<EntityTableModel>(EntityKind::Service, *m_store);
        QCOMPARE(m_model->rowCount(), 0);
        m_model->wake();
        change("placement late@dub1 ready=1/1\nremove service cron");
        QTRY_VERIFY(m_model->isRead());
        QCOMPARE(names(), QStringLiteral("shop, db, late"));
    }

private:
    void make(EntityKind kind)
    {
        m_model = std::make_unique<EntityTableModel>(kind, *m_store);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_model->wake();
        QTRY_VERIFY(m_model->isRead());
    }
    /// What is seen of a table at the start.
    QStringList table(EntityKind kind)
    {
        make(kind);
        QStringList lines;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            QStringList cells;
            for (int field = 0; field < int(m_model->fields().size()); ++field) {
                if (m_model->fields()[size_t(field)].has(EntityField::Shown))
                    cells << testing::plain(m_model->index(row, field).data().toString());
            }
            lines << cells.join(QStringLiteral(" | "));
        }
        return lines;
    }
    /// Heads as "== Europe 1/2", the others as they read.
    QString lines() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QString text = testing::plain(m_model->index(row, 1).data().toString());
            if (m_model->line(row).kind == TableLine::Kind::Group) {
                const TableGroup group = m_model->groupAt(m_model->line(row).at);
                all << QStringLiteral("== %1 %2/%3").arg(text).arg(group.total).arg(group.of);
            } else {
                all << text;
            }
        }
        return all.join(QStringLiteral(", "));
    }
    QString names() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all << m_model->index(row, 1).data().toString();
        return all.join(QStringLiteral(", "));
    }

    std::unique_ptr<EntityTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestEntityTable)
#include "tst_entitytable.moc"
