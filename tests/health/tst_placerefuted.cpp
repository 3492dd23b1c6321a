// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/health/healthengine.h"
#include "backend/health/lightfloor.h"
#include "tests/health/fleetbuilder.h"
#include "tests/testing/test.h"

using namespace graticule;
using namespace graticule::testing;

/// Light is the limit: a site that answers sooner than light in fibre could is not where it is said to be.
class TestPlaceRefuted : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void lightInFibre();
    void aFalsePlaceIsRefutedFromThreePoints();
    void twoPointsClaimNothing();
    void threePointsInOneTownAreOne();
    void anInferredPlaceIsNoPoint();
    void theVantagePointAtTheWrongPlaceIsAccused();
    void aRightPlaceAgrees();
    void aMendedPlaceIsClearedAtOnce();
    void oldMeasurementsClaimNothing();

private:
    /// Sites at true places, and "db", which really is in Frankfurt, declared in Sydney.
    static FleetBuilder fleet(const QStringList &points = {"ams", "lon", "mad"})
    {
        FleetBuilder fleet;
        fleet.connection("K").feed("K").site("db", {"K"}).place("db", -33.87, 151.21);
        const QMap<QString, GeoPoint> places{
            {"ams", {52.37, 4.90}}, {"ams2", {52.31, 4.76}}, {"lon", {51.51, -0.13}}, {"mad", {40.42, -3.70}}};
        for (const QString &name : points) {
            fleet.site(name, {"K"}).place(name, places[name].latitude, places[name].longitude);
            fleet.probe(name, "db", true, ProbeKind::TcpConnect, "K", name == "mad" ? 28 : 12);
        }
        return fleet;
    }
    static QString verdictOn(const QString &site, const FleetBuilder &fleet, int seconds = 0)
    {
        const HealthStep step = HealthEngine::step({}, fleet.tables, at(seconds));
        const Verdict *verdict = step.memory.verdicts.find(id(site));
        return verdict ? text(*verdict).section(" since", 0, 0) : QString();
    }
};

void TestPlaceRefuted::lightInFibre()
{
    // 100 km there and back take 1 ms, by two thirds of c; with what we allow for errors it is some more.
    QCOMPARE(qRound(lightfloor::kFibreKmPerMs), 200);
    QCOMPARE(qRound(lightfloor::farthestKm(100)), 11'092);
    QCOMPARE(qRound(lightfloor::farthestKm(0)), 100);
}

void TestPlaceRefuted::aFalsePlaceIsRefutedFromThreePoints()
{
    QCOMPARE(
        verdictOn("db", fleet()),
        "db healthy: [place.refuted] Not where it is said to be: it answers ams, lon, mad sooner than light could, "
        "so it is at least 15575 km off.");
    QCOMPARE(verdictOn("ams", fleet()), "ams healthy");
}

void TestPlaceRefuted::twoPointsClaimNothing()
{
    QCOMPARE(verdictOn("db", fleet({"ams", "lon"})), "db healthy");
}

void TestPlaceRefuted::threePointsInOneTownAreOne()
{
    QCOMPARE(verdictOn("db", fleet({"ams", "ams2", "lon"})), "db healthy");
}

void TestPlaceRefuted::anInferredPlaceIsNoPoint()
{
    FleetBuilder it = fleet();
    it.place("mad", 40.42, -3.70, Evidence::Inferred);
    QCOMPARE(verdictOn("db", it), "db healthy");
}

void TestPlaceRefuted::theVantagePointAtTheWrongPlaceIsAccused()
{
    // "far" says it is in Sydney and is in Frankfurt: each of four targets is too near to it, and to nobody else.
    FleetBuilder it = fleet();
    it.place("db", 50.11, 8.68).site("far", {"K"}).place("far", -33.87, 151.21);
    for (const char *to : {"ams", "lon", "mad", "db"})
        it.probe("far", to, true, ProbeKind::Grpc, "K", 20);
    QVERIFY2(verdictOn("far", it).contains("answers ams, db, lon, mad sooner"), qPrintable(verdictOn("far", it)));
    for (const char *right : {"ams", "lon", "mad", "db"})
        QCOMPARE(verdictOn(right, it), QLatin1String(right) + " healthy");
}

void TestPlaceRefuted::aRightPlaceAgrees()
{
    FleetBuilder it = fleet();
    QCOMPARE(verdictOn("db", it.place("db", 50.11, 8.68)), "db healthy");
}

void TestPlaceRefuted::aMendedPlaceIsClearedAtOnce()
{
    FleetBuilder it = fleet();
    HealthStep step = HealthEngine::step({}, it.tables, at(0));
    it.place("db", 50.11, 8.68);
    step = HealthEngine::step(std::move(step.memory), it.tables, at(1));
    QCOMPARE(text(step.verdicts), "db healthy");
    it.place("db", -33.87, 151.21);
    step = HealthEngine::step(std::move(step.memory), it.tables, at(2));
    QVERIFY(text(step.verdicts).contains("place.refuted"));
}

void TestPlaceRefuted::oldMeasurementsClaimNothing()
{
    QCOMPARE(verdictOn("db", fleet(), 100), "db healthy stale");
}

QTEST_GUILESS_MAIN(TestPlaceRefuted)
#include "tst_placerefuted.moc"
