// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "tests/testing/test.h"
#include "ui/page/holdwatch.h"

#include <QApplication>
#include <QListView>
#include <QStringListModel>
#include <QTest>

using namespace graticule;

class TestHoldWatch : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void aPointerHoldsWhileItMovesAndNotWhileItRests()
    {
        pointer(QEvent::MouseMove);
        QVERIFY(m_watch->isHeld());
        m_clock.advance(HoldWatch::kRests - Milliseconds(1));
        QVERIFY(m_watch->isHeld());
        m_clock.advance(Milliseconds(1));
        QVERIFY(!m_watch->isHeld());
        pointer(QEvent::MouseMove);
        QVERIFY(m_watch->isHeld());
        m_clock.advance(Milliseconds(3000));
        pointer(QEvent::MouseMove); // the time begins anew
        m_clock.advance(Milliseconds(3000));
        QVERIFY(m_watch->isHeld());
        m_clock.advance(Milliseconds(1000));
        QVERIFY(!m_watch->isHeld());
    }

    void leavingLetsGo()
    {
        pointer(QEvent::MouseMove);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_list->viewport(), &leave);
        QVERIFY(!m_watch->isHeld());
    }

    void aButtonThatIsDownHolds()
    {
        pointer(QEvent::MouseButtonPress);
        m_clock.advance(4 * HoldWatch::kRests);
        QVERIFY(m_watch->isHeld());
        m_list->clearSelection();
        pointer(QEvent::MouseButtonRelease);
        m_list->clearSelection();
        m_clock.advance(HoldWatch::kRests);
        QVERIFY(!m_watch->isHeld());
    }

    void theKeyboardHoldsWithSomethingChosen()
    {
        m_list->setFocus();
        QCoreApplication::processEvents();
        QVERIFY(!m_watch->isHeld());
        QTest::keyClick(m_list.get(), Qt::Key_Down);
        QVERIFY(m_list->selectionModel()->hasSelection());
        QVERIFY(m_watch->isHeld());
        m_clock.advance(4 * HoldWatch::kRests);
        QVERIFY(m_watch->isHeld());
        m_list->clearFocus();
        QTRY_VERIFY(!m_watch->isHeld());
    }

    void init()
    {
        Test::init();
        m_list = std::make_unique<QListView>();
        m_list->setModel(&m_rows);
        m_watch = new HoldWatch(*m_list, m_clock);
        m_list->show();
        m_list->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        m_list->clearFocus();
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_list->viewport(), &leave);
    }
    void cleanup() { m_list.reset(); }

private:
    void pointer(QEvent::Type type)
    {
        const bool isDown = type == QEvent::MouseButtonPress;
        const bool isMove = type == QEvent::MouseMove;
        const QPointF at(20, 5);
        QMouseEvent event(type, at, m_list->viewport()->mapToGlobal(at), isMove ? Qt::NoButton : Qt::LeftButton,
                          isDown ? Qt::LeftButton : Qt::NoButton, {});
        QCoreApplication::sendEvent(m_list->viewport(), &event);
    }

    ManualClock m_clock{Instant(Milliseconds(1'000'000))};
    QStringListModel m_rows{QStringList{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")}};
    std::unique_ptr<QListView> m_list;
    HoldWatch *m_watch = nullptr;
};

QTEST_MAIN(TestHoldWatch)
#include "tst_holdwatch.moc"
