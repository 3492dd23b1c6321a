// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/connectionfields.h"
#include "backend/places/countries.h"
#include "backend/places/gazetteer.h"
#include "backend/places/labelkeys.h"
#include "backend/places/placetrouble.h"
#include "tests/testing/test.h"

using namespace graticule;

class TestPlaceTrouble : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatCannotBeMeant_data()
    {
        QTest::addColumn<QString>("declared");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *declared, const char *said) {
            QTest::newRow(declared) << QString::fromUtf8(declared) << QString::fromUtf8(said);
        };
        row("", "");
        row("city=Frankfurt", "");
        row("city=fra", "");
        row("city=Hyderabad, PK", "");
        row("city=SÃO PAULO|country=br", "");
        row("city=Franfurt",
            "city is not known; did you mean \"Frankfurt am Main\"? Any other town needs its position");
        row("city=Kleinkleckersdorf", "city is not known; such a town needs its position");
        row("city=Kleinkleckersdorf|position=51.1,10.2", "");
        row("city=Dublin|country=DE", "city is not known in DE; known is \"Dublin\"");
        row("country=Germany", "country is no code of a country; did you mean DE (Germany)?");
        row("country=Deutschland", "country is no code of a country; did you mean DE (Germany)?");
        row("country=QQ", "country is no code of a country; it has two letters, as in DE");
        row("position=91,8", "position has a latitude outside -90..90");
        row("position=50.11,-181", "position has a longitude outside -180..180");
        row("position=0,0", "position is 0,0, which is what unset coordinates look like");
        row("position=north", "position is not \"latitude,longitude\"");
    }

    void saysWhatCannotBeMeant()
    {
        QFETCH(QString, declared);
        Labels labels;
        for (const QString &part : declared.split(QLatin1Char('|'), Qt::SkipEmptyParts))
            labels.insert(labelkeys::kPrefix + part.section(QLatin1Char('='), 0, 0), part.section(QLatin1Char('='), 1));
        QStringList said;
        for (const PlaceTrouble &trouble : placeTroubles(labels, *m_cities))
            said.append(trouble.label.mid(labelkeys::kPrefix.size()) + QLatin1Char(' ') + trouble.text);
        QTEST(said.join(QStringLiteral("; ")), "said");
    }

    void completesCities()
    {
        QCOMPARE(m_cities->suggest(QStringLiteral("montr"), {}, 3), QStringList(QStringLiteral("Montréal")));
        QCOMPARE(m_cities->suggest(QStringLiteral("par"), QStringLiteral("FR"), 1),
                 QStringList(QStringLiteral("Paris")));
        QVERIFY(m_cities->suggest(QStringLiteral("lhr"), {}, 3).contains(QStringLiteral("London")));
        QVERIFY(m_cities->suggest(QString(500, QLatin1Char('a')), {}, 3).isEmpty());
        for (const City &city : m_cities->all())
            QVERIFY2(m_cities->find(m_cities->entryOf(city)), qPrintable(city.name)); // what is offered is understood
    }

    void completesCountries()
    {
        const auto codes = [](const char *text) {
            QStringList all;
            for (const Country &country : suggestCountries(QString::fromUtf8(text), 3))
                all.append(country.code);
            return all.join(QLatin1Char(' '));
        };
        QCOMPARE(codes("de").section(QLatin1Char(' '), 0, 0), QStringLiteral("DE"));
        QCOMPARE(codes("Österreich"), QStringLiteral("AT"));
        QVERIFY(codes("Irland").contains(QStringLiteral("IE"))); // nearly
        QCOMPARE(codes(""), QString());
    }

    /// The fields of a connection and the labels of a place are the same things.
    void fieldsAreLabelsThatAreRead()
    {
        QStringList labels;
        for (const QString &field : placeFields())
            labels.append(placeLabel(field));
        QCOMPARE(labels, QStringList({labelkeys::kSite, labelkeys::kCity, labelkeys::kPosition, labelkeys::kCountry,
                                      labelkeys::kRegion}));
    }

private:
    std::shared_ptr<const Gazetteer> m_cities = Gazetteer::builtIn();
};

QTEST_GUILESS_MAIN(TestPlaceTrouble)
#include "tst_placetrouble.moc"
