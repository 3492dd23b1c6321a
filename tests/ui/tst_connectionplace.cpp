// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/connectionforms.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

using namespace graticule;
using testing::Form;

class TestConnectionPlace : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaceHasItsFields()
    {
        Form f;
        f.type("field:address", "unix:///run/x.sock");
        f.type("field:name", "far");
        f.type("field:place.city", "Dublin");
        f.type("field:place.country", "IE");
        f.type("field:place.position", "53.3,-6.2");
        f.type("field:place.site", "dub1");
        f.type("field:place.region", "Europe");
        f.click("save");
        const Labels &labels = f.commands.saved.labels;
        QCOMPARE(labels.keys(),
                 QStringList({QStringLiteral("graticule.dev/city"), QStringLiteral("graticule.dev/country"),
                              QStringLiteral("graticule.dev/position"), QStringLiteral("graticule.dev/region"),
                              QStringLiteral("graticule.dev/site")}));
        QCOMPARE(labels.value(QStringLiteral("graticule.dev/city")), QStringLiteral("Dublin"));
    }

    void aPlaceIsCheckedWhileItIsTyped()
    {
        Form f;
        f.type("field:place.city", "Franfurt");
        QTRY_COMPARE(f.text("error:place.city"),
                     QStringLiteral("City is not known; did you mean \"Frankfurt am Main\"? Any "
                                    "other town needs its position"));
        f.type("field:place.city", "Frankfurt am Main");
        QTRY_COMPARE(f.text("error:place.city"), QString());
        f.type("field:place.position", "91,8");
        QTRY_COMPARE(f.text("error:place.position"), QStringLiteral("Position has a latitude outside -90..90"));
        f.type("field:address", "host:1");
        f.click("testButton"); // is not asked
        QCOMPARE(f.text("said"), QStringLiteral("1 field needs a look"));
        QVERIFY(!f.commands.asked.join(QLatin1Char(' ')).contains(QStringLiteral("test")));
        f.type("field:place.position", "");
        f.type("field:place.country", "Germany");
        f.type("field:name", "n");
        f.click("save");
        QCOMPARE(f.text("error:place.country"),
                 QStringLiteral("Country is no code of a country; did you mean DE (Germany)?"));
        QVERIFY(!f.commands.asked.join(QLatin1Char(' ')).contains(QStringLiteral("save")));
    }

    /// What is wrong is seen, wherever the form stood.
    void aMistakeBelowTheFoldIsScrolledTo()
    {
        Form f;
        f.type("field:place.city", "Franfurt");
        QTRY_VERIFY(!f.text("error:place.city").isEmpty()); // the list of places has been read
        f.type("field:place.city", "");
        f.type("field:address", "a");
        f.type("field:name", "n");
        f.type("field:place.region", "Europe");
        f.type("field:place.country", "Germany");
        f.find<QLineEdit>("field:address")->setFocus();
        for (auto *area : f.window->findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(0);
        f.click("save");
        const auto *error = f.find<QLabel>("error:place.country");
        QVERIFY(error);
        QTRY_COMPARE(error->visibleRegion().boundingRect(), error->rect());

        f.find<QLineEdit>("field:place.position")->clear();
        f.type("field:place.position", "91,8");
        QTRY_COMPARE(f.text("error:place.position"), QStringLiteral("Position has a latitude outside -90..90"));
        const auto *position = f.find<QLabel>("error:place.position");
        QTRY_COMPARE(position->visibleRegion().boundingRect(), position->rect());
    }

    void citiesAndCountriesAreCompleted()
    {
        Form f;
        const auto offered = [&f](const char *field) {
            const auto *line = f.find<QLineEdit>(field);
            QStringList all;
            for (int row = 0; row < line->completer()->model()->rowCount(); ++row)
                all << line->completer()->model()->index(row, 0).data().toString();
            return all.join(QStringLiteral("; "));
        };
        QTRY_VERIFY([&] {
            f.type("field:place.city", "montr");
            return offered("field:place.city") == QStringLiteral("Montréal, CA");
        }());
        QTest::keyClick(f.find<QLineEdit>("field:place.city")->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(f.find<QLineEdit>("field:place.city")->completer()->popup(), Qt::Key_Return);
        QCOMPARE(f.find<QLineEdit>("field:place.city")->text(), QStringLiteral("Montréal"));
        f.type("field:place.country", "canad");
        QCOMPARE(offered("field:place.country"), QStringLiteral("CA · Canada"));
        // What is offered lies beside the field, and all of it is seen.
        f.type("field:place.country", "ge");
        f.settle();
        const auto *country = f.find<QLineEdit>("field:place.country");
        const QAbstractItemView *popup = country->completer()->popup();
        QVERIFY(popup->isVisible());
        const QRect field(country->mapToGlobal(QPoint(0, 0)), country->size());
        QVERIFY2(!popup->geometry().intersects(field), "over the field");
        const int rows = std::min(popup->model()->rowCount(), country->completer()->maxVisibleItems());
        QVERIFY(rows > 1);
        QVERIFY(popup->viewport()->height() >= rows * popup->sizeHintForRow(0));
    }

    void labelsThatSayAnotherPlaceAreObjectedTo()
    {
        Form f;
        f.type("field:address", "a");
        f.type("field:name", "n");
        f.type("field:place.city", "Dublin");
        f.unfold("Labels");
        auto *labels = f.find<QPlainTextEdit>("field:labels");
        const int one = labels->height();
        labels->setPlainText(QStringLiteral("tier=1\ngraticule.dev/city=Cork"));
        f.settle();
        QVERIFY(labels->height() > one); // grows by what is written
        QVERIFY2(one < 40, qPrintable(QString::number(one)));
        f.click("save");
        QCOMPARE(f.text("error:labels"),
                 QStringLiteral("labels give another place than the field City; leave one of them out"));
        labels->setPlainText(QStringLiteral("tier=1"));
        f.click("save");
        QCOMPARE(f.commands.saved.labels.size(), 2);
    }
};

QTEST_MAIN(TestConnectionPlace)
#include "tst_connectionplace.moc"
