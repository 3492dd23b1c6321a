// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/eventremark.h"
#include "backend/domain/saying.h"
#include "models/logs/eventsmodel.h"
#include "tests/testing/brackets.h"
#include "tests/testing/test.h"

using namespace graticule;

namespace {

FleetEvent told(const char *reason, const QString &object, const QString &text)
{
    FleetEvent one;
    one.reason = QLatin1String(reason);
    one.object = object;
    one.text = text;
    return one;
}

} // namespace

/// Events in a list.
class TestEventsModel : public graticule::testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    /// What the keeper says is said in the window's language; what a platform says stands as it is.
    void onlyTheKeepersWordsAreTranslated()
    {
        const graticule::testing::Brackets brackets;
        const QString missing = phrase("phrase.events-not-connected");
        EventsModel model;
        model.setEvents({told(kEventsNotTold, QStringLiteral("fra"), missing),
                         told(kEventsNotTold, phrase("phrase.events-more", {QStringLiteral("3")}),
                              phrase("phrase.events-more-missing")),
                         told(kEventsNotTold, QStringLiteral("ber"),
                              phrase("phrase.events-not-answered", {argument(Milliseconds(5000))})),
                         told("BackOff", QStringLiteral("pod web"), missing)});
        const auto cell = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(0, EventsModel::Object), QStringLiteral("fra"));
        QCOMPARE(cell(0, EventsModel::Text), QLatin1Char('[') + missing + QLatin1Char(']'));
        QCOMPARE(cell(1, EventsModel::Object), QStringLiteral("[3 more connections]"));
        QCOMPARE(cell(1, EventsModel::Text), QStringLiteral("[Their events are missing, too.]"));
        QVERIFY(cell(2, EventsModel::Text).startsWith(QLatin1String("[It did not answer in ")));
        QCOMPARE(cell(3, EventsModel::Text), missing);
    }
};

QTEST_GUILESS_MAIN(TestEventsModel)
#include "tst_eventsmodel.moc"
