// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/cellcontent.h"
#include "widgets/basic/cellroles.h"

#include <QApplication>
#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTreeView>

#include <limits>
#include <optional>

using namespace graticule;

namespace {

enum Column { State, Name, Load, Age };

/// Three sites: one well, one down and marked, one of which nothing is known.
QStandardItemModel *sites(QObject *parent)
{
    auto *model = new QStandardItemModel(3, 4, parent);
    const char *names[] = {"par1", "fra1", "gru1"};
    const StateShape shapes[] = {StateShape::Healthy, StateShape::Down, StateShape::Unknown};
    for (int row = 0; row < 3; ++row) {
        model->setData(model->index(row, State), int(shapes[row]), cell::Symbol);
        model->setData(model->index(row, Name), QLatin1String(names[row]));
        model->setData(model->index(row, Age), QStringLiteral("2 s"));
        model->setData(model->index(row, Age), true, cell::Numeric);
    }
    model->setData(model->index(0, Load), 0.5, cell::Share);
    model->setData(model->index(1, State), int(Tone::Critical), cell::Bar);
    return model;
}

/// "symbol=3 text=fra1 meter=?": what a cell was understood to be.
QString told(const CellContent &cell)
{
    QStringList out;
    if (cell.symbol)
        out << QStringLiteral("symbol=%1").arg(int(*cell.symbol));
    if (!cell.text.isEmpty())
        out << QStringLiteral("text=%1").arg(cell.text);
    if (cell.numeric)
        out << QStringLiteral("numeric");
    for (const auto &[shape, count] : cell.counts)
        out << QStringLiteral("%1x%2").arg(int(shape)).arg(count);
    if (cell.meter)
        out << QStringLiteral("meter=%1")
                   .arg(cell.meter->value ? QString::number(*cell.meter->value) : QStringLiteral("?"));
    return out.join(u' ');
}

} // namespace

class TestBasicCells : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.emplace(*qApp, Theme::Kind::Dark); }
    void cleanupTestCase() { m_themes.reset(); }

    void aCellIsReadFromItsRoles()
    {
        QStandardItemModel *model = sites(this);
        const auto cellAt = [&](int row, int column) {
            return told(CellContent::of(model->index(row, column), column == Load, column == Name));
        };
        QCOMPARE(cellAt(1, State), QStringLiteral("symbol=3"));
        QCOMPARE(cellAt(1, Name), QStringLiteral("text=fra1"));
        QCOMPARE(cellAt(0, Load), QStringLiteral("meter=0.5"));
        QCOMPARE(cellAt(1, Load), QStringLiteral("meter=?"));
        QCOMPARE(cellAt(2, Age), QStringLiteral("text=2 s numeric"));

        model->setData(model->index(0, State),
                       QVariantList{QVariantList{3, QStringLiteral("1")}, QVariantList{2, QStringLiteral("22")},
                                    QVariantList{7}, QStringLiteral("nonsense")},
                       cell::Counts);
        QCOMPARE(cellAt(0, State), QStringLiteral("symbol=1 3x1 2x22"));
    }

    void nonsenseIsDrawnAsUnknownNotAsGood()
    {
        QStandardItemModel *model = sites(this);
        model->setData(model->index(0, Load), QStringLiteral("much"), cell::Share);
        model->setData(model->index(1, Load), std::numeric_limits<double>::quiet_NaN(), cell::Share);
        QCOMPARE(told(CellContent::of(model->index(0, Load), true, false)), QStringLiteral("meter=?"));
        QCOMPARE(told(CellContent::of(model->index(1, Load), true, false)), QStringLiteral("meter=?"));
    }

    void groundsAreOfWholeRows()
    {
        QTableView view;
        build(view);
        const Theme &theme = m_themes->theme();
        QCOMPARE(ground(view, 0, Name), theme.colour(Colour::Surface).name());
        view.selectRow(0);
        for (const int column : {State, Name, Load, Age})
            QCOMPARE(ground(view, 0, column), theme.colour(Colour::Selected).name());

        const QPoint over = view.visualRect(view.model()->index(2, Age)).center();
        QTest::mouseMove(view.viewport(), over);
        QTRY_COMPARE(ground(view, 2, State), theme.colour(Colour::Hover).name());
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(ground(view, 2, State), theme.colour(Colour::Surface).name());
    }

    void aMarkedRowHasABarAtItsLeadingEdge()
    {
        QTableView view;
        build(view);
        const QString critical = m_themes->theme().colour(Colour::CriticalLine).name();
        const int y = view.visualRect(view.model()->index(1, State)).center().y();
        QCOMPARE(view.viewport()->grab().toImage().pixelColor(1, y).name(), critical);
        view.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(view.viewport()->grab().toImage().pixelColor(view.viewport()->width() - 2, y).name(), critical);
        view.setLayoutDirection(Qt::LeftToRight);
        view.hideColumn(State); // the bar is the row's, not the column's
        QCOMPARE(view.viewport()->grab().toImage().pixelColor(1, y).name(), critical);
    }

    void theRingRunsThroughTheCurrentRowWhileTheKeyboardLeads()
    {
        QTableView view;
        build(view);
        view.setCurrentIndex(view.model()->index(0, Name));
        view.setFocus();
        const QString focus = m_themes->theme().colour(Colour::Focus).name();
        const QRect row = view.visualRect(view.model()->index(0, State)) | view.visualRect(view.model()->index(0, Age));
        const auto at = [&](QPoint point) { return view.viewport()->grab().toImage().pixelColor(point).name(); };
        view.window()->setAttribute(Qt::WA_KeyboardFocusChange, false);
        QVERIFY(at(row.topLeft()) != focus);
        view.window()->setAttribute(Qt::WA_KeyboardFocusChange, true);
        QCOMPARE(at(row.topLeft()), focus);
        QCOMPARE(at(row.bottomRight()), focus);
        QCOMPARE(at({row.center().x(), row.top()}), focus);
        QCOMPARE(at({row.left(), row.center().y()}), focus);
        QVERIFY(at(row.bottomRight() + QPoint(0, 2)) != focus);
    }

    void rowsAreAsHighAsTheTokensSay()
    {
        QTableView view;
        build(view);
        QCOMPARE(view.rowHeight(0), 28);
        m_themes->use(Theme::Kind::Dark, Theme::Density::Comfortable);
        QCOMPARE(view.rowHeight(0), 36);
        m_themes->use(Theme::Kind::Dark, Theme::Density::Dense);
        QCOMPARE(view.rowHeight(0), 28);

        QTreeView tree;
        tree.setModel(sites(&tree));
        new CellDelegate(*m_themes, tree);
        tree.resize(400, 200);
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
        QCOMPARE(tree.visualRect(tree.model()->index(0, 0)).height(), 28);
    }

private:
    CellDelegate &build(QTableView &view)
    {
        view.setModel(sites(&view));
        auto *delegate = new CellDelegate(*m_themes, view);
        delegate->setMeterColumn(Load);
        delegate->setStrongColumn(Name);
        for (const int column : {State, Name, Load, Age})
            view.setColumnWidth(column, 100);
        view.resize(400, 160);
        view.show();
        [&view] { QVERIFY(QTest::qWaitForWindowActive(&view)); }();
        return *delegate;
    }

    /// Colour of the empty upper right part of a cell.
    QString ground(QTableView &view, int row, int column)
    {
        const QRect cell = view.visualRect(view.model()->index(row, column));
        return view.viewport()->grab().toImage().pixelColor(cell.right() - 3, cell.top() + 3).name();
    }

    std::optional<ThemeSwitch> m_themes;
};

QTEST_MAIN(TestBasicCells)
#include "tst_basiccells.moc"
