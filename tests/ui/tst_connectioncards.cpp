// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "tests/ui/windowfixture.h"

#include <QListView>
#include <QScrollBar>

using namespace graticule;
using testing::WindowFixture;

namespace {

constexpr int kHalfGap = 4; // of a card's share of the gap around it

QString fleet(int connections)
{
    QString script;
    for (int i = 0; i < connections; ++i)
        script += QStringLiteral("connection c%1 seen=-2s\n").arg(i, 3, 10, QLatin1Char('0'));
    return script + QStringLiteral("site x via=c000\n");
}

} // namespace

/// Where the cards of the connections stand.
class TestConnectionCards : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void theyEndWhereTheirHeadEnds_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");
        QTest::addColumn<bool>("isMirrored");
        for (const bool isMirrored : {false, true}) {
            for (const auto &[width, columns] :
                 {std::pair(1280, 2), std::pair(1366, 2), std::pair(1367, 2), std::pair(1600, 2), std::pair(1601, 2),
                  std::pair(1602, 2), std::pair(1920, 3), std::pair(2560, 3)})
                QTest::addRow("%d %s", width, isMirrored ? "mirrored" : "") << width << columns << isMirrored;
        }
    }
    void theyEndWhereTheirHeadEnds()
    {
        QFETCH(int, width);
        QFETCH(int, columns);
        QFETCH(bool, isMirrored);
        QGuiApplication::setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        for (const int connections : {7, 60}) { // without and with a scroll bar
            WindowFixture f(fleet(connections), {width, 800});
            f.window->showPage(QStringLiteral("connections"));
            f.settle();
            auto *list = f.window->findChild<QListView *>(QStringLiteral("connections"));
            auto *add = f.window->findChild<QWidget *>(QStringLiteral("addConnection"));
            const auto card = [&](int row) {
                const QRect rect = list->visualRect(list->model()->index(row, 0));
                return QRect(list->viewport()->mapTo(f.window.get(), rect.topLeft()), rect.size());
            };
            QTRY_COMPARE(list->verticalScrollBar()->isVisible(), connections == 60);
            const QRect head(add->mapTo(f.window.get(), QPoint()), add->size());
            QRect row = card(0);
            for (int i = 0; i < columns; ++i) { // side by side, as wide as each other but for a pixel
                QCOMPARE(card(i).top(), card(0).top());
                QVERIFY(std::abs(card(i).width() - card(0).width()) <= 1);
                row |= card(i);
            }
            QVERIFY(card(columns).top() > card(0).bottom());
            QCOMPARE(card(columns).left(), card(0).left());
            if (isMirrored)
                QCOMPARE(row.left() + kHalfGap, head.left());
            else
                QCOMPARE(row.right() - kHalfGap, head.right());
            const QRect bar(list->verticalScrollBar()->mapTo(f.window.get(), QPoint()),
                            list->verticalScrollBar()->size());
            if (connections == 60)
                QVERIFY(!bar.intersects(row.adjusted(kHalfGap, 0, -kHalfGap, 0)));
        }
    }
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
};

QTEST_MAIN(TestConnectionCards)
#include "tst_connectioncards.moc"
