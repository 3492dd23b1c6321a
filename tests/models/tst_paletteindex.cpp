// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"
#include "tests/models/modeltext.h"
#include "tests/models/storetest.h"
#include "tests/testing/processortimer.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace graticule;
using testing::FleetScript;

namespace {

const char *const kFleet = R"(
connection k8s-eu type=kubernetes address=api.example:6443 seen=-2s
connection docker type=docker seen=-41s
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu state=down since=-12min
site fra12 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu
site dub1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=k8s-eu
site sin1 region=Asia city=Singapore country=SG at=1.35,103.8 via=docker origin=lab
placement payments-eu@fra1 ready=2/2 tier=1
placement payments-eu@dub1 ready=2/2 tier=1
replica payroll@fra1 role=primary class=personal
)";

PaletteKey site(const char *id)
{
    return {PaletteKind::Site, EntityId(id)};
}

/// Titles are ids; what is found is said in order.
class Names
{
public:
    explicit Names(std::initializer_list<const char *> titles)
    {
        for (const char *title : titles)
            m_index.put(site(title), QString::fromUtf8(title));
    }
    QString find(const char *words)
    {
        QStringList found;
        for (const PaletteKey &key : m_index.search(QString::fromUtf8(words), 10).best)
            found << key.id.toString();
        return found.join(QStringLiteral(", "));
    }
    PaletteIndex &index() { return m_index; }

private:
    PaletteIndex m_index;
};

/// "payments-eu" with what was found in brackets.
QString emphasised(const char *words, const QString &title)
{
    QString text = title;
    const auto parts = PaletteParts::of(PaletteQuery::of(QString::fromUtf8(words)), title, {}).title;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        text.insert(part->first + part->second, QLatin1Char(']'));
        text.insert(part->first, QLatin1Char('['));
    }
    return text;
}

} // namespace

class TestPaletteIndex : public testing::StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(kFleet); }

    void theBestWayGoesFirst()
    {
        Names names{"superpay", "pay", "eu-payments", "payments", "apply", "p-a-y"};
        // exact, begins with it, a word begins with it, in one piece, letters in order
        QCOMPARE(names.find("pay"), QStringLiteral("pay, payments, eu-payments, superpay, p-a-y"));
        QCOMPARE(names.find("PAY"), names.find("pay"));
        QCOMPARE(names.find("yap"), QString());
    }

    void amongEqualsTheShorterGoesFirst()
    {
        Names names{"fra10", "fra2", "fra1", "fra11"};
        QCOMPARE(names.find("fra"), QStringLiteral("fra1, fra2, fra10, fra11"));
        QCOMPARE(names.find("fra1"), QStringLiteral("fra1, fra10, fra11"));
    }

    void everyWordMustBeFound()
    {
        Names names{"payments-eu", "payments-us", "europe-gateway"};
        QCOMPARE(names.find("pay eu"), QStringLiteral("payments-eu"));
        QCOMPARE(names.find("eu pay"), QStringLiteral("payments-eu"));
        QCOMPARE(names.find("  eu   "), QStringLiteral("europe-gateway, payments-eu"));
        QCOMPARE(names.find("pay xx"), QString());
    }

    void humpsDigitsAndSeparatorsBeginWords()
    {
        Names names{"checkoutApi", "capitol", "node12"};
        QCOMPARE(names.find("api"), QStringLiteral("checkoutApi, capitol"));
        QCOMPARE(names.find("12"), QStringLiteral("node12"));
        QCOMPARE(names.find("cA"), QStringLiteral("capitol, checkoutApi"));
    }

    void whatWasFoundIsEmphasised()
    {
        QCOMPARE(emphasised("pay eu", QStringLiteral("payments-eu")), QStringLiteral("[pay]ments-[eu]"));
        QCOMPARE(emphasised("zin", QStringLiteral("Zoom in")), QStringLiteral("[Z]oom [in]"));
        QCOMPARE(emphasised("lodz", QString::fromUtf8("Łódź 2")), QString::fromUtf8("[Łódź] 2"));
        QCOMPARE(emphasised("strasse", QString::fromUtf8("Straße")), QString::fromUtf8("[Straße]"));
        QCOMPARE(emphasised("x", QStringLiteral("payments")), QStringLiteral("payments"));
    }

    void accentsAndScriptsAreNoObstacle()
    {
        Names names{"São Paulo", "Łódź", "Zürich", "東京", "Москва", "🛰 uplink", "Tromsø"};
        QCOMPARE(names.find("sao p"), QStringLiteral("São Paulo"));
        QCOMPARE(names.find("lodz"), QStringLiteral("Łódź"));
        QCOMPARE(names.find("ZÜR"), QStringLiteral("Zürich"));
        QCOMPARE(names.find("zur"), QStringLiteral("Zürich"));
        QCOMPARE(names.find("京"), QStringLiteral("東京"));
        QCOMPARE(names.find("моск"), QStringLiteral("Москва"));
        QCOMPARE(names.find("🛰"), QStringLiteral("🛰 uplink"));
        QCOMPARE(names.find("tromso"), QStringLiteral("Tromsø"));
    }

    void detailsAreFoundInOnePieceOnly()
    {
        PaletteIndex index;
        index.put(site("a"), u"fra1", u"Frankfurt, DE · Europe");
        index.put(site("b"), u"dub1", u"Dublin, IE · Europe");
        QCOMPARE(index.search(QStringLiteral("frankfurt"), 9).found, 1);
        QCOMPARE(index.search(QStringLiteral("europe"), 9).found, 2);
        QCOMPARE(index.search(QStringLiteral("dub europe"), 9).found, 1);
        QCOMPARE(index.search(QStringLiteral("dnie"), 9).found, 0);
    }

    void theNameOfAKindFindsThemAll()
    {
        PaletteIndex index;
        index.setKindName(PaletteKind::Site, QStringLiteral("Site"));
        index.put(site("a"), u"fra1");
        index.put({PaletteKind::Service, EntityId("b")}, u"fra-service");
        QCOMPARE(index.search(QStringLiteral("sit"), 9).found, 0); // too short to mean it
        QCOMPARE(index.search(QStringLiteral("site"), 9).found, 1);
        QCOMPARE(index.search(QStringLiteral("sites fra"), 9).found, 1);
    }

    void aQueryThatGrowsFindsWhatItWouldAlone()
    {
        PaletteIndex index;
        index.setKindName(PaletteKind::Site, QStringLiteral("Site"));
        const QStringList words{QStringLiteral("pay"), QStringLiteral("site"), QStringLiteral("eu"),
                                QStringLiteral("Api"), QStringLiteral("7")};
        for (int i = 0; i < 500; ++i) {
            const QString title = QStringLiteral("%1-%2%3")
                                      .arg(words[i % 5], words[(i / 5) % 5])
                                      .arg(i % 3 ? QString::number(i) : QString());
            index.put(site(qPrintable(QString::number(i))), title, words[(i / 25) % 5]);
        }
        for (const QString &typed : {QStringLiteral("site pay 1"), QStringLiteral("eu api"), QStringLiteral("si te"),
                                     QStringLiteral("payeu")}) {
            for (qsizetype length = 1; length <= typed.size(); ++length) {
                PaletteIndex fresh = index;
                fresh.rest();
                const auto alone = fresh.search(typed.left(length), 20);
                const auto grown = index.search(typed.left(length), 20);
                QCOMPARE(grown.found, alone.found);
                QVERIFY(grown.best == alone.best);
            }
        }
    }

    void fewAreTheFirstOfMany()
    {
        QRandomGenerator random(3);
        PaletteIndex index;
        index.setKindName(PaletteKind::Site, QStringLiteral("Site"));
        index.setKindName(PaletteKind::Service, QStringLiteral("Service"));
        const QString letters = QStringLiteral("aeist1-. Éß");
        const auto word = [&](int most) {
            QString text;
            for (int i = random.bounded(1, most); i > 0; --i)
                text += letters[random.bounded(int(letters.size()))];
            return text;
        };
        for (int i = 0; i < 3000; ++i) {
            const PaletteKind kind = i % 3 == 0 ? PaletteKind::Service : PaletteKind::Site;
            index.put({kind, EntityId(QByteArray::number(i))}, word(12), word(20));
        }
        for (const char *typed : {"e", "s", "1", "-", "é", "ß", "site", "site a", "serv t e", "a s", "te", "si t"}) {
            const PaletteIndex::Result few = index.search(QString::fromUtf8(typed), 7);
            index.rest();
            PaletteIndex::Result many = index.search(QString::fromUtf8(typed), 5000);
            index.rest();
            QCOMPARE(few.found, many.found);
            many.best.resize(std::min<size_t>(many.best.size(), 7));
            QVERIFY2(few.best == many.best, typed);
        }
    }

    void whatIsPutAgainOrRemovedIsFoundAsItIsNow()
    {
        Names names{"fra1", "dub1", "sin1"};
        names.index().search(QStringLiteral("d"), 9);
        names.index().put(site("fra1"), u"dus1");
        QCOMPARE(names.find("du"), QStringLiteral("dub1, fra1"));
        QCOMPARE(names.index().size(), 3);
        names.index().remove(site("dub1"));
        names.index().remove(site("never"));
        QCOMPARE(names.find("du"), QStringLiteral("fra1"));
        QCOMPARE(names.find("sin"), QStringLiteral("sin1"));
        for (int i = 0; i < 30'000; ++i) // rewrites its memory several times
            names.index().put(site("fra1"), QStringLiteral("name number %1").arg(i));
        QCOMPARE(names.find("29999"), QStringLiteral("fra1"));
        QCOMPARE(names.find("sin"), QStringLiteral("sin1"));
    }

    void whatWasPickedLatelyGoesFirstAmongItsLikes()
    {
        Names names{"fra1", "fra2", "afra"};
        names.index().setRecent({site("fra2"), site("afra")});
        QCOMPARE(names.find("fra"), QStringLiteral("fra2, fra1, afra"));
        names.index().setRecent({});
        QCOMPARE(names.find("fra"), QStringLiteral("fra1, fra2, afra"));
    }

    void nothingAndTooMuchAreHarmless()
    {
        Names none{};
        QCOMPARE(none.find("x"), QString());
        Names names{"", "   ", "-", "a"};
        QCOMPARE(names.find(""), QString());
        QCOMPARE(names.find("   "), QString());
        QCOMPARE(names.find("a"), QStringLiteral("a"));

        const QString endless(1'000'000, QLatin1Char('a'));
        names.index().put(site("long"), QString(endless + QStringLiteral("needle")), QString(5'000'000, u'́'));
        testing::ProcessorTimer timer;
        timer.start();
        QCOMPARE(names.index().search(endless, 9).found, 1); // as far as either is looked at
        QCOMPARE(names.find("needle"), QString());
        names.index().search(QString(QStringLiteral("a ").repeated(100'000)), 9);
        names.index().search(QString(100'000, QChar(0xD800)), 9); // halves of pairs
        PaletteParts::of(PaletteQuery::of(endless), endless, endless);
        QVERIFY2(timer.elapsed() < 1000, "an order of magnitude above what any build needs");
    }

    void theFleetIsListedWithItsPlaces()
    {
        PaletteModel model(*m_store);
        open(model);
        QCOMPARE(list(model, "fra"),
                 (QStringList{QStringLiteral("fra1 | Frankfurt, DE · Europe | Site | Down, fra1, Frankfurt, DE · "
                                             "Europe, Site"),
                              QStringLiteral("fra12 | Frankfurt, DE · Europe | Site | Healthy, fra12, Frankfurt, DE · "
                                             "Europe, Site")}));
        QCOMPARE(titles(model, "pay"), QStringLiteral("payments-eu, payroll"));
        QCOMPARE(titles(model, "kubernetes"), QStringLiteral("k8s-eu"));
        QCOMPARE(list(model, "europe").first(), QStringLiteral("Europe | 3 sites | Region | Europe, 3 sites, Region"));
        QVERIFY(list(model, "sin1").first().contains(QStringLiteral("Singapore, SG · Asia · LAB")));
        QCOMPARE(model.total(), 10);
    }

    void theListFollowsTheFleetButNotUnderThePointer()
    {
        PaletteModel model(*m_store);
        open(model);
        QCOMPARE(titles(model, "fra"), QStringLiteral("fra1, fra12"));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        change("remove site fra1\nsite fra3 region=Africa via=docker\n"
               "site fra12 region=Asia city=Seoul country=KR via=k8s-eu\nconnection frankly");
        QCOMPARE(reset.size(), 0);
        QCOMPARE(testing::rows(model).join(QStringLiteral(", ")), QStringLiteral("fra1, fra12"));
        m_clock->advance(Milliseconds(1000)); // but within a second they say how it is
        QCOMPARE(reset.size(), 0);
        QCOMPARE(testing::rows(model, {Qt::DisplayRole, PaletteModel::DetailRole, PaletteModel::WhyNotRole}),
                 (QStringList{QStringLiteral("fra1 | Frankfurt, DE · Europe | It is no longer there"),
                              QStringLiteral("fra12 | Seoul, KR · Asia | ")}));
        QCOMPARE(titles(model, "fra"), QStringLiteral("frankly, fra3, fra12"));
        QCOMPARE(titles(model, "seoul"), QStringLiteral("fra12"));
        QCOMPARE(titles(model, "frankfurt"), QString());
        QCOMPARE(list(model, "asia").first(), QStringLiteral("Asia | 2 sites | Region | Asia, 2 sites, Region"));
        change("remove site dub1");
        QCOMPARE(titles(model, "europe"), QString()); // the last of its sites is gone
    }

    void whatChangesWhileTheNamesAreReadIsNotLost()
    {
        PaletteModel model(*m_store);
        QSignalSpy results(&model, &PaletteModel::resultsChanged);
        model.prepare();
        change("remove site fra1\nsite fra9 via=docker");
        QTRY_VERIFY(!model.isReading());
        QCOMPARE(results.size(), 1);
        QCOMPARE(titles(model, "fra"), QStringLiteral("fra9, fra12"));
    }

    void commandsComeBeforeTheFleetAndSayWhyNot()
    {
        PaletteModel model(*m_store);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        QString why = QStringLiteral("Nothing is selected");
        model.setCommands(
            {{PaletteKind::Page, QStringLiteral("page.a"), QStringLiteral("Overview"), {}, {}, {}, {}, {}},
             {PaletteKind::Command,
              QStringLiteral("copy"),
              QStringLiteral("Copy"),
              QStringLiteral("Window"),
              QStringLiteral("clipboard"),
              {},
              QKeySequence(QStringLiteral("Ctrl+C")),
              [&why] { return why; }}});
        QCOMPARE(titles(model, ""), QStringLiteral("Overview, Copy"));
        QCOMPARE(titles(model, "clip"), QStringLiteral("Copy")); // before the fleet has been read
        QCOMPARE(model.index(0).data(PaletteModel::WhyNotRole).toString(), why);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Copy, Window, Ctrl+C, not now: Nothing is selected"));
        why.clear();
        QCOMPARE(titles(model, "copy"), QStringLiteral("Copy"));
        QCOMPARE(model.index(0).data(PaletteModel::WhyNotRole).toString(), QString());
        open(model);
        QCOMPARE(titles(model, "clip"), QStringLiteral("Copy"));
    }

    void whatWasPickedIsOfferedFirstAndKept()
    {
        PaletteModel model(*m_store);
        model.setCommands(
            {{PaletteKind::Page, QStringLiteral("page.a"), QStringLiteral("Overview"), {}, {}, {}, {}, {}}});
        open(model);
        model.remember({PaletteKind::Site, FleetScript::siteId(QStringLiteral("dub1"))});
        model.remember({PaletteKind::Region, EntityId("Asia")});
        QCOMPARE(titles(model, ""), QStringLiteral("Asia, dub1, Overview"));
        QCOMPARE(model.recent(), (QStringList{QStringLiteral("region:Asia"), QStringLiteral("site:site/dub1")}));

        PaletteModel next(*m_store);
        next.setRecent({QStringLiteral("site:site/dub1"), QStringLiteral("site:gone"), QStringLiteral("nonsense"),
                        QStringLiteral("site:site/dub1")});
        open(next);
        QCOMPARE(titles(next, ""), QStringLiteral("dub1"));
    }

private:
    void open(PaletteModel &model)
    {
        model.prepare();
        QTRY_VERIFY(!model.isReading());
    }
    static QStringList list(PaletteModel &model, const char *words)
    {
        model.setWords(QString::fromUtf8(words));
        return testing::rows(
            model, {Qt::DisplayRole, PaletteModel::DetailRole, PaletteModel::KindRole, Qt::AccessibleTextRole});
    }
    static QString titles(PaletteModel &model, const char *words)
    {
        model.setWords(QString::fromUtf8(words));
        return testing::rows(model).join(QStringLiteral(", "));
    }
};

QTEST_GUILESS_MAIN(TestPaletteIndex)
#include "tst_paletteindex.moc"
