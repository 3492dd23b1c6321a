// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "models/sitetable/sitetablemodel.h"
#include "models/table/typedfilter.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

using namespace graticule;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection k8s-eu
site fra1 region=Europe city="Frankfurt am Main" country=DE at=50,8 provider=aws via=k8s-eu
site sin1 region=Asia city=Singapore country=SG at=1,103 via=k8s-eu
site syd1 region="Asia Pacific" city=Sydney country=AU at=-33,151 via=k8s-eu
)";

} // namespace

class TestTypedFilter : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void isReadWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *typed, const char *expected) { QTest::newRow(typed) << typed << expected; };
        row("", "words: - ");
        row("fra db", "words: fra,db - ");
        row("region:eur", "words: region=Europe - Region: Europe. Enter keeps it.");
        row("REGION:asia", "words: region=Asia - Region: Asia. Enter keeps it.");
        row("region:as", "words: region=Asia|Asia Pacific - Region: Asia, Asia Pacific. Enter keeps it.");
        row("region:pac", "words: region=Asia Pacific - Region: Asia Pacific. Enter keeps it.");
        row("f place:frankfurt am ma", "words: f place=Frankfurt am Main - Place: Frankfurt am Main. Enter keeps it.");
        row("region:eur down", "words: down region=Europe - Region: Europe. Enter keeps it.");
        row("region:asia country:aus", "words: region=Asia country=Australia - Country: Australia. Enter keeps it.");
        row("region:", "words: - Region: type a value. There are: Asia, Asia Pacific, Europe");
        row("region:mars",
            "words: - No value of Region contains \"mars\", so nothing is hidden by it. There are: Asia, "
            "Asia Pacific, Europe");
        row("cpu:5",
            "words: - CPU used has no values to choose from. Columns that have: state, place, country, region, "
            "provider, kind, connection");
        row("shop:7", "words: shop:7 - No column is called \"shop\"; it is looked for as a word. Known: state, place, "
                      "country, region, provider, kind, connection");
        row(":x", "words: :x - ");
    }
    void isReadWhileItIsTyped()
    {
        QFETCH(QString, typed);
        const TypedFilter filter = TypedFilter::read(typed, *m_model);
        QString text = QStringLiteral("words: ") + filter.words.join(QLatin1Char(','));
        for (const TableCondition &condition : filter.conditions)
            text += QStringLiteral(" %1=%2").arg(m_model->column(condition.field).word,
                                                 condition.values.join(QLatin1Char('|')));
        text = text.simplified() + QStringLiteral(" - ") + filter.note;
        QTEST(text, "expected");
    }

    void goesOn_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *typed, const char *expected) { QTest::newRow(typed) << typed << expected; };
        row("r", ""); // one letter begins too many
        row("re", "region:");
        row("fra co", "fra country: / fra connection:");
        row("region:as", "region:Asia / region:Asia Pacific");
        row("x region:as", "x region:Asia / x region:Asia Pacific");
        row("region:asia p", "region:Asia Pacific");
        row("region:Asia", "");
        row("nothing", "");
        row("foo:b", "");
    }
    void goesOn()
    {
        QFETCH(QString, typed);
        QTEST(TypedFilter::completions(typed, *m_model).join(QStringLiteral(" / ")), "expected");
    }

    void init()
    {
        Test::init();
        m_clock = std::make_unique<ManualClock>(FleetScript::now());
        m_store = std::make_unique<FleetStore>(*m_clock, FleetScript(QString::fromUtf8(kFleet)).snapshot());
        m_sites = std::make_unique<SitesModel>(*m_store);
        m_model = std::make_unique<SiteTableModel>(*m_sites, *m_store);
    }
    void cleanup() { m_model.reset(); }

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<FleetStore> m_store;
    std::unique_ptr<SitesModel> m_sites;
    std::unique_ptr<SiteTableModel> m_model;
};

QTEST_GUILESS_MAIN(TestTypedFilter)
#include "tst_typedfilter.moc"
