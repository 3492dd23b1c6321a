// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "widgets/basic/celldelegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>

using namespace graticule;

class TestTableHead : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void headsStandWhereTheirColumnsBegin_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("alignment"); // 0: the model says none
        QTest::addColumn<bool>("isLeft");
        QTest::newRow("left to right") << Qt::LeftToRight << 0 << true;
        QTest::newRow("figures") << Qt::LeftToRight << int(Qt::AlignRight) << false;
        QTest::newRow("right to left") << Qt::RightToLeft << 0 << false;
        QTest::newRow("figures, right to left") << Qt::RightToLeft << int(Qt::AlignRight) << true;
    }
    void headsStandWhereTheirColumnsBegin()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(int, alignment);
        ThemeSwitch themes(*qApp, Theme::Kind::Dark);
        QTableView view;
        QStandardItemModel model(1, 1);
        model.setHorizontalHeaderLabels({QStringLiteral("Name")});
        if (alignment != 0)
            model.setHeaderData(0, Qt::Horizontal, alignment | int(Qt::AlignVCenter), Qt::TextAlignmentRole);
        view.setModel(&model);
        new CellDelegate(themes, view);
        view.setLayoutDirection(direction);
        view.resize(420, 120);
        view.setColumnWidth(0, 400);
        view.show();
        QHeaderView *header = view.horizontalHeader();
        header->setProperty("plain", true);
        const QImage drawn = header->grab().toImage();
        const QRect box(header->sectionViewportPosition(0), 0, header->sectionSize(0), header->height() - 2);
        const QRgb ground = drawn.pixel(box.center());
        int left = 0;
        int right = 0;
        for (int y = 3; y < box.bottom() - 3; ++y) {
            for (int x = box.left() + 3; x < box.right() - 3; ++x) {
                if (drawn.pixel(x, y) != ground)
                    ++(x < box.center().x() ? left : right);
            }
        }
        QVERIFY(left + right > 0);
        QTEST(left > right, "isLeft");
    }
};

QTEST_MAIN(TestTableHead)
#include "tst_tablehead.moc"
