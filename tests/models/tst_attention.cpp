// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attentionmodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/storetest.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;

namespace {

QStringList cards(const AttentionModel &model)
{
    return testing::rows(
        model, {Qt::DisplayRole, AttentionModel::WhereRole, AttentionModel::DetailRole, AttentionModel::AgeRole});
}

QStringList titles(const AttentionModel &model)
{
    return testing::rows(model);
}

} // namespace

class TestAttention : public testing::StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin("connection ok");
        m_model = std::make_unique<AttentionModel>(*m_store);
    }

    void nothingAbnormalIsNothing()
    {
        change("site fra1 at=50,8 via=ok\nsite sto2 at=59,18 via=ok state=maintenance");
        QCOMPARE(cards(*m_model), QStringList());
    }

    void aKeeperThatIsGoneIsTheOneCause()
    {
        change(R"(
connection region type=grpc state=unreachable since=-6min error="No answer"
connection inner1 through=region
connection inner2 through=region state=refused error="bad token"
site jnb1 at=-26,28 via=inner1 state=unreachable
site jnb2 at=-26,28 via=inner2 state=unreachable
)");
        QCOMPARE(cards(*m_model),
                 (QStringList{QStringLiteral("2 sites unreachable | one cause: region · unreachable | State unknown "
                                             "since 09:08:32, not counted as down | 6 min")}));
    }

    /// Two connections to one cluster: one card, unless only one of them tells of trouble.
    void whatIsSeenTwiceIsOneCard()
    {
        change("connection twin counted-by=ok\n"
               "site a id=connection/ok/site/1 at=50,8 via=ok state=down reason=\"no power\"\n"
               "site b id=connection/twin/site/1 at=50,8 via=twin state=down since=-3min reason=\"no power\"\n"
               "site c id=connection/ok/site/2 at=50,8 via=ok\n"
               "site d id=connection/twin/site/2 at=50,8 via=twin state=degraded reason=\"seen by it only\"");
        QCOMPARE(titles(*m_model), (QStringList{QStringLiteral("a is down"), QStringLiteral("d is degraded")}));
        change("connection twin");
        m_clock->advance(AttentionModel::kSettle);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void thatWeAreCutOffIsOneCard()
    {
        change(R"(
connection a state=unreachable since=-6min error="No route" fault=network
connection b state=stale since=-6min
connection c state=unreachable since=-6min error="No route" fault=network
connection d state=refused since=-9min error="Bad token"
site ams1 region=Europe at=52,5 via=a state=unreachable since=-6min code=keeper.cut-off reason="We are cut off"
site fra1 region=Europe at=50,8 via=b state=unreachable since=-5min code=keeper.cut-off reason="We are cut off"
)");
        QCOMPARE(
            cards(*m_model),
            (QStringList{QStringLiteral("We are cut off: 2 sites unreachable | ams1, fra1 | We are cut off | 6 min"),
                         QStringLiteral("Connection refused: d | Bad token | None of its sites has been seen yet "
                                        "| 9 min")}));
        change("connection a\nsite ams1 region=Europe at=52,5 via=a\n"
               "site fra1 region=Europe at=50,8 via=b state=unreachable since=-5min");
        QCOMPARE(titles(*m_model).size(), 3); // what is still there is of its own again
    }

    void aRefutedPlaceIsInDoubt()
    {
        change(R"(site fra1 at=50,8 via=ok code=place.refuted reason="Not where it is said to be")");
        QCOMPARE(cards(*m_model), (QStringList{QStringLiteral("fra1: its place is in doubt | Not where it is said to "
                                                              "be | declared | ")}));
    }

    void whatHasNeitherPlaceNorRegionSaysByWhomItIsSeen()
    {
        change("site vm via=ok");
        QCOMPARE(cards(*m_model),
                 QStringList{QStringLiteral("vm has no place | seen through ok | Not on the map: open it and set its "
                                            "place | ")});
        change("remove site vm\nsite desk");
        QCOMPARE(cards(*m_model),
                 QStringList{QStringLiteral("desk has no place | seen by the keeper itself | Not on the map: open it "
                                            "and set its place | ")});
    }

    void worstFirstEachWithItsReason()
    {
        change(R"(
connection jnb-gw state=unreachable since=-6min error="No answer"
connection mesos-gru state=refused since=-182min error="Certificate expired 21 Nov 06:00"
site fra1 region=Europe city=Frankfurt country=DE at=50,8 provider=aws via=ok state=down since=-12min reason="etcd quorum lost"
site jnb1 at=-26,28 via=jnb-gw state=unreachable
site jnb2 at=-26,28 via=jnb-gw state=unreachable
site gru1 at=-23,-46 via=mesos-gru stale
site sin1 city=Singapore country=SG at=1,103 via=ok state=degraded since=-26min reason="slow to bom1"
site x1 region=Asia via=ok
site ams2 at=52,4 via=ok mismatch="declared NL, the position lies in DE" source="label graticule.dev/country"
)");
        QCOMPARE(
            cards(*m_model),
            (QStringList{
                QStringLiteral("fra1 is down | Frankfurt, DE · AWS | etcd quorum lost | 12 min"),
                QStringLiteral("2 sites unreachable | one cause: jnb-gw · unreachable | State unknown since 09:08:32, "
                               "not counted as down | 6 min"),
                QStringLiteral("Connection refused: mesos-gru | Certificate expired 21 Nov 06:00 | 1 site stale, last "
                               "good values shown | 3 h 02"),
                QStringLiteral("sin1 is degraded | Singapore, SG | slow to bom1 | 26 min"),
                QStringLiteral("ams2: its place is in doubt | declared NL, the position lies in DE | declared · "
                               "label graticule.dev/country | "),
                QStringLiteral("x1 has no place | Asia | Not on the map: open it and set its place | "),
            }));
        QCOMPARE(m_model->item(1).sites.size(), 2);
        QCOMPARE(m_model->item(1).connection, FleetScript::connectionId(QStringLiteral("jnb-gw")));
    }

    void besideRealSitesInventedOnesAreMarked()
    {
        change("connection lab origin=lab\nsite sin1 at=1,103 city=Singapore via=lab origin=lab state=down");
        QCOMPARE(testing::rows(*m_model, {AttentionModel::WhereRole}), QStringList{QStringLiteral("Singapore")});
        change("site fra1 at=50,8 city=Frankfurt via=ok state=down");
        QCOMPARE(testing::rows(*m_model, {AttentionModel::WhereRole}),
                 (QStringList{QStringLiteral("Frankfurt"), QStringLiteral("LAB: invented · Singapore")}));
    }

    void aFloodBecomesOneGroupPerRegion()
    {
        QString lines;
        for (int i = 0; i < 500; ++i) {
            lines += QStringLiteral("site s%1 region=Europe at=1,2 via=ok state=degraded reason=\"%2\"\n")
                         .arg(i, 3, 10, QLatin1Char('0'))
                         .arg(i % 5 ? QStringLiteral("node down") : QStringLiteral("link slow"));
        }
        change(lines.toUtf8().constData());
        QCOMPARE(
            cards(*m_model),
            (QStringList{QStringLiteral(
                "500 sites are degraded | Europe · s000, s001, s002 and 497 more | 400 of them: node down | 1 h 00")}));
        QCOMPARE(m_model->item(0).sites.size(), 500);
    }

    void aFrozenFeedOfALiveConnectionIsSaid()
    {
        change("site fra1 at=50,8 via=ok stale");
        QCOMPARE(cards(*m_model),
                 (QStringList{QStringLiteral("fra1 has gone silent | seen through ok, live | Last known values shown | "
                                             "1 h 00")}));
    }

    void rowsAreKeptByWhatTheyAreAbout()
    {
        QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        change("site a1 region=A at=1,2 via=ok state=degraded\nsite b1 region=B at=1,2 via=ok state=degraded");
        QItemSelectionModel selection(m_model.get());
        selection.setCurrentIndex(m_model->index(1), QItemSelectionModel::SelectCurrent);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        change("site c1 region=C at=1,2 via=ok state=down\nsite a1 region=A at=1,2 via=ok");
        QCOMPARE(titles(*m_model), (QStringList{QStringLiteral("c1 is down"), QStringLiteral("b1 is degraded")}));
        QCOMPARE(selection.currentIndex().data().toString(), QStringLiteral("b1 is degraded"));
        QCOMPARE(reset.size(), 0);
    }

    void nothingMovesUnderThePointer()
    {
        change("site a1 region=A at=1,2 via=ok state=degraded\nsite b1 region=B at=1,2 via=ok state=degraded");
        QSignalSpy waiting(m_model.get(), &AttentionModel::waitingChanged);
        m_model->setHeld(true);
        change("site c1 region=C at=1,2 via=ok state=down\nsite a1 region=A at=1,2 via=ok\n"
               "site b1 region=B at=1,2 via=ok state=degraded reason=\"now with a reason\"");
        QCOMPARE(cards(*m_model),
                 (QStringList{QStringLiteral("a1 is degraded | 1.00 N, 2.00 E | Over now | 1 h 00"),
                              QStringLiteral("b1 is degraded | 1.00 N, 2.00 E | now with a reason | 1 h 00")}));
        QCOMPARE(m_model->waiting(), 1);
        QCOMPARE(waiting.size(), 1);

        m_model->showWaiting();
        QCOMPARE(titles(*m_model), (QStringList{QStringLiteral("c1 is down"), QStringLiteral("b1 is degraded")}));
        QCOMPARE(m_model->waiting(), 0);
        change("site d1 region=D at=1,2 via=ok state=down");
        m_model->setHeld(false);
        QCOMPARE(titles(*m_model), (QStringList{QStringLiteral("c1 is down"), QStringLiteral("d1 is down"),
                                                QStringLiteral("b1 is degraded")}));
    }

private:
    void change(const char *lines)
    {
        StoreTest::change(lines);
        m_clock->advance(AttentionModel::kSettle);
    }

    std::unique_ptr<AttentionModel> m_model;
};

QTEST_GUILESS_MAIN(TestAttention)
#include "tst_attention.moc"
