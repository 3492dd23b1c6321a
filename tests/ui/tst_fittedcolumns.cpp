// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "ui/rules/fittedcolumns.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

using namespace graticule;

namespace {

QString fitted(const QList<int> &wanted, const QList<bool> &words, int room)
{
    QStringList widths;
    for (const int width : FittedColumns::widths(wanted, words, room))
        widths.append(QString::number(width));
    return widths.join(QLatin1Char(' '));
}

} // namespace

/// Which column of a table has how much of its room.
class TestFittedColumns : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftIsSharedByWords()
    {
        QCOMPARE(fitted({100, 50, 80}, {true, false, true}, 331), QStringLiteral("150 50 131"));
        QCOMPARE(fitted({100, 50}, {false, false}, 300), QStringLiteral("100 50"));
        QCOMPARE(fitted({100, 50}, {true, true}, 150), QStringLiteral("100 50"));
        QCOMPARE(fitted({}, {}, 150), QString());
    }

    void theWidestGiveWay()
    {
        QCOMPARE(fitted({80, 500, 90, 300}, {true, true, true, true}, 600), QStringLiteral("80 215 90 215"));
        QCOMPARE(fitted({80, 500, 90, 150}, {true, true, true, true}, 600), QStringLiteral("80 280 90 150"));
        QCOMPARE(fitted({500, 500}, {true, true}, 601), QStringLiteral("300 301"));
        QCOMPARE(fitted({500, 500, 20}, {true, true, true}, 100), QStringLiteral("64 64 20")); // and it scrolls
    }

    void aTableIsFilledUntilSomebodyDragsAColumn()
    {
        QStandardItemModel model(3, 2);
        model.setData(model.index(0, 0), QStringLiteral("brief"));
        model.setData(model.index(1, 1), QString(60, QLatin1Char('w')));
        QTableView view;
        view.verticalHeader()->hide();
        view.setModel(&model);
        new FittedColumns(view);
        QHeaderView *header = view.horizontalHeader();
        view.resize(900, 200);
        view.show();
        QTRY_COMPARE(header->length(), view.viewport()->width());
        const int brief = header->sectionSize(0);
        view.resize(300, 200);
        QTRY_COMPARE(header->length(), view.viewport()->width());
        QVERIFY(header->sectionSize(0) < brief);
        QVERIFY(header->sectionSize(1) > header->sectionSize(0));
        header->resizeSection(0, 111);
        view.resize(500, 200);
        QTRY_COMPARE(view.width(), 500);
        QCOMPARE(header->sectionSize(0), 111);
    }
};

QTEST_MAIN(TestFittedColumns)
#include "tst_fittedcolumns.moc"
