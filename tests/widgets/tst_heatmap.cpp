// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/heatmap/heatlegend.h"
#include "widgets/heatmap/heatmap.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>

#include <optional>

using namespace graticule;

namespace {

/// Names "r0".. and "c0".., in groups of these sizes; every cell's value is row * 10 + column.
HeatMatrix matrixOf(const std::vector<int> &groups)
{
    HeatMatrix out;
    for (const int size : groups) {
        out.rows.groups.push_back({QStringLiteral("group"), size});
        out.columns.groups.push_back({QStringLiteral("group"), size});
        for (int i = 0; i < size; ++i) {
            out.rows.names << QStringLiteral("r%1").arg(out.rows.names.size());
            out.columns.names << QStringLiteral("c%1").arg(out.columns.names.size());
        }
    }
    for (int row = 0; row < out.rows.count(); ++row) {
        for (int column = 0; column < out.columns.count(); ++column)
            out.cells.push_back({float(row * 10 + column), row == column ? HeatKind::Self : HeatKind::Value});
    }
    return out;
}

} // namespace

class TestHeatMap : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.emplace(*qApp, Theme::Kind::Dark); }
    void cleanupTestCase() { m_themes.reset(); }

    void groupsStandApart()
    {
        const HeatMatrix matrix = matrixOf({2, 3});
        const HeatLayout layout(matrix.columns, 25, 4);
        QCOMPARE(layout.total(), 5 * 25 + 4);
        QCOMPARE(layout.begin(1), 25);
        QCOMPARE(layout.begin(2), 54);
        QCOMPARE(layout.indexAt(24), 0);
        QCOMPARE(layout.indexAt(25), 1);
        QCOMPARE(layout.indexAt(51), -1); // between groups
        QCOMPARE(layout.indexAt(54), 2);
        QCOMPARE(layout.indexAt(129), -1);
        QCOMPARE(layout.between(30, 60), (std::pair{1, 3}));
        QCOMPARE(layout.groupOf(1), (std::pair{0, 2}));
        QCOMPARE(layout.groupOf(4), (std::pair{2, 5}));

        const HeatLayout mirrored(matrix.columns, 25, 4, true);
        QCOMPARE(mirrored.begin(0), 104);
        QCOMPARE(mirrored.indexAt(104), 0);
        QCOMPARE(mirrored.indexAt(0), 4);
        QCOMPARE(mirrored.indexAt(77), -1);
        QCOMPARE(mirrored.indexAt(-1), -1);
        QCOMPARE(mirrored.between(30, 60), (std::pair{2, 4}));
        QCOMPARE(HeatLayout(HeatHeads(), 25, 4).indexAt(0), -1);
    }

    void numbersHaveRoomForFourLetters()
    {
        HeatScale scale;
        QCOMPARE(scale.textOf(213.4F), QByteArray("213"));
        QCOMPARE(scale.textOf(0.4F), QByteArray("0"));
        QCOMPARE(scale.textOf(12'400), QByteArray("12k"));
        QCOMPARE(scale.textOf(2e9F), QByteArray(">1M"));
        QCOMPARE(scale.textOf(std::nanf("")), QByteArray());
        scale = {.factor = 100, .decimals = 1};
        QCOMPARE(scale.textOf(0.014F), QByteArray("1.4"));
        QCOMPARE(scale.textOf(0.14F), QByteArray("14"));
        scale.decimalMark = ',';
        QCOMPARE(scale.textOf(0.014F), QByteArray("1,4"));
        QCOMPARE(HeatScale().stepOf(19.9F), 0);
        QCOMPARE(HeatScale().stepOf(20), 1);
        QCOMPARE(HeatScale().stepOf(5000), 5);
    }

    void onlyWhatIsNotUsualIsColoured()
    {
        const Theme &theme = m_themes->theme();
        const auto corner = [&](HeatCell cell, int width) {
            HeatMatrix matrix = matrixOf({1});
            matrix.cells = {cell};
            HeatMap map(*m_themes);
            map.setMatrix(matrix);
            map.setCellWidth(width);
            map.resize(200, 200);
            const QImage image = map.grab().toImage();
            return image.pixelColor(map.cellRect(0, 0).topLeft()).name();
        };
        for (const int width : {25, 3}) {
            QCOMPARE(corner({10, HeatKind::Value}, width), theme.heat(0).name());
            QCOMPARE(corner({240, HeatKind::Value}, width), theme.heat(5).name());
            QCOMPARE(corner({240, HeatKind::Medium}, width), theme.colour(Colour::Medium).name());
            QCOMPARE(corner({240, HeatKind::High}, width), theme.colour(Colour::High).name());
            QCOMPARE(corner({0, HeatKind::Empty}, width), theme.colour(Colour::Surface).name());
        }
        QCOMPARE(corner({0, HeatKind::NoAnswer}, 25), theme.colour(Colour::CriticalTint).name());
        QCOMPARE(corner({0, HeatKind::NoAnswer}, 3), theme.colour(Colour::Critical).name());
    }

    void whatIsTooOldIsHatchedAtEverySize()
    {
        for (const int width : {25, 10, 4, 2}) {
            HeatMatrix matrix = matrixOf({12});
            for (HeatCell &cell : matrix.cells)
                cell = {60, HeatKind::Stale};
            HeatMap map(*m_themes);
            map.setMatrix(matrix);
            map.setCellWidth(width);
            map.resize(400, 400);
            const QImage image = map.grab().toImage();
            QSet<QRgb> colours;
            const QRect box = map.cellRect(1, 1) | map.cellRect(3, 3);
            for (int y = box.top(); y <= box.bottom(); ++y) {
                for (int x = box.left(); x <= box.right(); ++x)
                    colours << image.pixel(x, y);
            }
            QVERIFY2(colours.size() >= 2, qPrintable(QString::number(width)));
        }
    }

    void allRowsFitAtAnyHeight()
    {
        HeatMap map(*m_themes);
        map.setMatrix(matrixOf({10, 10, 10}));
        for (int height = 300; height < 900; height += 7) {
            map.resize(1100, height);
            map.fit();
            QVERIFY2(map.verticalScrollBar()->maximum() == 0, qPrintable(QString::number(height)));
        }
    }

    void flatCellsKeepTheirNumbers()
    {
        HeatMap map(*m_themes);
        map.setMatrix(matrixOf({30}));
        map.resize(760, 560);
        map.show();
        map.fit();
        QVERIFY2(map.cellWidth() >= 20, qPrintable(QString::number(map.cellWidth())));
        QVERIFY(map.cellRect(0, 0).height() < 20);
        QCOMPARE(map.verticalScrollBar()->maximum(), 0);
        QCOMPARE(map.horizontalScrollBar()->maximum(), 0);
        map.resize(760, 400); // too flat: as small as it takes
        map.fit();
        QVERIFY(map.cellWidth() < 14);
        QCOMPARE(map.verticalScrollBar()->maximum(), 0);
        QTest::keyClick(&map, Qt::Key_Plus); // a person's cells have the usual shape
        QVERIFY(std::abs(map.cellRect(0, 0).width() - map.cellRect(0, 0).height()) <= 2);
    }

    void manyRowsFitAndAreScrolledWhenLarge()
    {
        HeatMap map(*m_themes);
        map.setMatrix(matrixOf({250, 250}));
        map.resize(1100, 1100);
        map.show();
        map.fit();
        QVERIFY(map.cellWidth() > 2 && map.cellWidth() < 2.2);
        const double all = map.cellWidth();
        QCOMPARE(map.verticalScrollBar()->maximum(), 0);
        QVERIFY(map.cellRect(499, 499).bottom() > map.viewport()->height() - 12); // and nothing is wasted
        QCOMPARE(map.shownCells(), QRect(0, 0, 500, 500));
        QTest::keyClick(&map, Qt::Key_Plus);
        QTest::keyClick(&map, Qt::Key_Plus);
        QVERIFY(map.cellWidth() > 3);
        QVERIFY(map.verticalScrollBar()->maximum() > 0);
        QTest::keyClick(&map, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(map.current(), QPoint(499, 499));
        QVERIFY(map.shownCells().contains(499, 499));
        QTest::keyClick(&map, Qt::Key_0);
        QCOMPARE(map.cellWidth(), all);
        map.setMatrix(matrixOf({10}));
        map.fit();
        QCOMPARE(map.cellWidth(), 25.0);
        QCOMPARE(map.current(), QPoint(-1, -1));
    }

    void keysMoveTheSelection()
    {
        HeatMap map(*m_themes);
        map.setMatrix(matrixOf({2, 3}));
        map.resize(400, 300);
        map.show();
        QSignalSpy activated(&map, &HeatMap::activated);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.current(), QPoint(0, 0));
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(map.current(), QPoint(1, 1));
        QTest::keyClick(&map, Qt::Key_PageDown);
        QCOMPARE(map.current(), QPoint(1, 2)); // the next group
        QTest::keyClick(&map, Qt::Key_PageUp);
        QCOMPARE(map.current(), QPoint(1, 0));
        QTest::keyClick(&map, Qt::Key_End);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.current(), QPoint(4, 0));
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(activated.last().first().toPoint(), QPoint(4, 0));
        QTest::keyClick(&map, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("r0 to c4: 4"));
    }

    void thePointerChoosesAndHovers()
    {
        HeatMap map(*m_themes);
        map.setMatrix(matrixOf({2, 3}));
        map.resize(400, 300);
        map.show();
        QSignalSpy hovered(&map, &HeatMap::hovered);
        const QRect cell = map.cellRect(1, 3);
        QCOMPARE(cell.size(), QSize(24, 22));
        QTest::mouseMove(map.viewport(), cell.center());
        QTRY_COMPARE(hovered.size(), 1);
        QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(map.current(), QPoint(3, 1));
        QTest::mouseClick(map.viewport(), Qt::LeftButton, {}, QPoint(5, 5)); // the heads
        QCOMPARE(map.current(), QPoint(3, 1));
        QCOMPARE(map.cellAt(cell.center()), QPoint(3, 1));
        // Bold heads and a box tell it.
        const QImage chosen = map.grab().toImage();
        map.setCurrent({-1, -1});
        QVERIFY(map.grab().toImage() != chosen);
    }

    void aMirroredMatrixRunsToTheLeft()
    {
        HeatMap map(*m_themes);
        map.setLayoutDirection(Qt::RightToLeft);
        map.setMatrix(matrixOf({2, 3}));
        map.resize(400, 300);
        map.show();
        QVERIFY(map.cellRect(0, 0).left() > map.cellRect(0, 4).left());
        QVERIFY(map.cellRect(0, 0).right() < map.viewport()->width() - 40); // names are at the right
        QCOMPARE(map.cellAt(map.cellRect(2, 1).center()), QPoint(1, 2));
        map.setCurrent({1, 1});
        QTest::keyClick(&map, Qt::Key_Left);
        QCOMPARE(map.current(), QPoint(2, 1));
        map.setMatrix(matrixOf({40}));
        map.setCurrent({0, 0});
        QTest::keyClick(&map, Qt::Key_End);
        QVERIFY(map.shownCells().contains(39, 0));
        QVERIFY(!map.shownCells().contains(0, 0));
    }

    void aScreenReaderFindsATable()
    {
        HeatMap map(*m_themes);
        map.setAccessibleName(QStringLiteral("Latency between sites"));
        HeatMatrix matrix = matrixOf({2, 3});
        matrix.cells[4].kind = HeatKind::High;
        matrix.cells[3].kind = HeatKind::Stale;
        matrix.cells[2].kind = HeatKind::NoAnswer;
        map.setMatrix(matrix);
        map.resize(400, 300);
        map.show();
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&map);
        QCOMPARE(face->role(), QAccessible::Table);
        QAccessibleTableInterface *table = face->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(table->rowDescription(1), QStringLiteral("r1"));
        const auto said = [&](int row, int column) { return table->cellAt(row, column)->text(QAccessible::Name); };
        QCOMPARE(said(1, 3), QStringLiteral("r1 to c3: 13"));
        QCOMPARE(said(0, 4), QStringLiteral("r0 to c4: 4, over limit"));
        QCOMPARE(said(0, 3), QStringLiteral("r0 to c3: stale, last 3"));
        QCOMPARE(said(0, 2), QStringLiteral("r0 to c2: no answer"));
        QCOMPARE(face->childCount(), 25);
        QCOMPARE(face->child(7)->text(QAccessible::Name), QStringLiteral("r1 to c2: 12"));
        QCOMPARE(face->indexOfChild(face->child(7)), 7);
        QVERIFY(!table->cellAt(9, 0));
        map.setCurrent({3, 1});
        QCOMPARE(table->selectedCells().size(), 1);
        QVERIFY(table->cellAt(1, 3)->state().selected);
        QCOMPARE(face->childAt(map.viewport()->mapToGlobal(map.cellRect(1, 3).center()).x(),
                               map.viewport()->mapToGlobal(map.cellRect(1, 3).center()).y()),
                 table->cellAt(1, 3));
        QAccessibleInterface *cell = table->cellAt(4, 4);
        map.setMatrix(matrixOf({2}));
        QVERIFY(!cell->isValid());
        QCOMPARE(cell->text(QAccessible::Name), QString());
    }

    void theLegendSaysTheLimits()
    {
        HeatLegend legend(*m_themes);
        legend.setScale({.limits = {10, 20, 30, 40, 50}});
        QCOMPARE(legend.accessibleName(),
                 QStringLiteral("Legend: < 10, 20, 30, 40, 50, > 50; over usual, over limit, stale, no answer"));
        legend.resize(legend.sizeHint());
        const QImage image = legend.grab().toImage();
        QCOMPARE(image.pixelColor(5, 5), m_themes->theme().heat(0));
        QCOMPARE(image.pixelColor(6 * 34 - 5, 5), m_themes->theme().heat(5));
    }

    void nothingAndBrokenGroupsAreNoError()
    {
        HeatMap map(*m_themes);
        map.resize(300, 200);
        QVERIFY(!map.grab().isNull());
        QTest::keyClick(&map, Qt::Key_Down);
        HeatMatrix matrix = matrixOf({3});
        matrix.columns.groups = {{QStringLiteral("too many"), 7}};
        matrix.cells.clear();
        map.setMatrix(matrix);
        QVERIFY(!map.grab().isNull());
        map.resize(20, 20);
        QVERIFY(!map.grab().isNull());
    }

private:
    std::optional<ThemeSwitch> m_themes;
};

QTEST_MAIN(TestHeatMap)
#include "tst_heatmap.moc"
