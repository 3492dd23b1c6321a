// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testing/test.h"
#include "ui/page/page.h"
#include "ui/shell/pagestack.h"

using namespace graticule;

namespace {

class PlainPage : public Page
{
public:
    QList<QWidget *> regions() const override { return {}; }
    QVariantMap saveState() const override { return m_state; }
    void restoreState(const QVariantMap &state) override { m_state = state; }
    bool isSettled() const override { return m_isSettled; }
    void wake() override { m_heard << QStringLiteral("wake"); }
    void sleep() override { m_heard << QStringLiteral("sleep"); }

    bool m_isSettled = true;
    QStringList m_heard;

private:
    QVariantMap m_state;
};

} // namespace

class TestPageStack : public graticule::testing::Test
{
    Q_OBJECT

private:
    struct Three
    {
        QStringList made;
        PlainPage *first = nullptr;
        PageStack stack;

        Three()
        {
            for (const QString &id : {QStringLiteral("map"), QStringLiteral("table"), QStringLiteral("settings")}) {
                stack.add(id, [this, id] {
                    made << id;
                    auto *page = new PlainPage;
                    if (id == QLatin1String("map"))
                        first = page;
                    return page;
                });
            }
        }
    };

private Q_SLOTS:
    void onlyTheFirstIsMadeAtOnce()
    {
        const Three three;
        QCOMPARE(three.made, QStringList{"map"});
        QCOMPARE(three.stack.currentId(), QStringLiteral("map"));
        QCOMPARE(three.stack.ids().join(' '), QStringLiteral("map table settings"));
    }

    void onesThatAreShownAreMade()
    {
        Three three;
        QVERIFY(three.stack.show(QStringLiteral("settings")));
        QCOMPARE(three.made.join(' '), QStringLiteral("map settings"));
        QCOMPARE(three.stack.currentId(), QStringLiteral("settings"));
        QVERIFY(three.stack.show(QStringLiteral("map")));
        QCOMPARE(three.stack.currentWidget(), static_cast<QWidget *>(three.first));
        QVERIFY(!three.stack.show(QStringLiteral("alarms")));
        QCOMPARE(three.made.join(' '), QStringLiteral("map settings"));
    }

    void onlyWhatIsSeenIsAwake()
    {
        Three three;
        const auto heard = [&](const char *id) {
            return static_cast<PlainPage *>(three.stack.page(QLatin1String(id)))->m_heard.join(' ');
        };
        QCOMPARE(heard("map"), QString());
        QCOMPARE(heard("table"), QStringLiteral("sleep")); // made, and not shown
        three.stack.show(QStringLiteral("table"));
        three.stack.show(QStringLiteral("table"));
        QCOMPARE(heard("map"), QStringLiteral("sleep"));
        QCOMPARE(heard("table"), QStringLiteral("sleep wake wake"));
        three.stack.show(QStringLiteral("map"));
        QCOMPARE(heard("map"), QStringLiteral("sleep wake"));
        QCOMPARE(heard("table"), QStringLiteral("sleep wake wake sleep"));
    }

    void theRestIsMadeWhenThePictureStandsStill()
    {
        Three three;
        three.first->m_isSettled = false;
        three.stack.makeRestSoon();
        QCoreApplication::processEvents();
        QCOMPARE(three.made.join(' '), QStringLiteral("map"));
        three.first->m_isSettled = true;
        QTRY_COMPARE(three.made.join(' '), QStringLiteral("map table settings"));
        QCOMPARE(three.stack.currentId(), QStringLiteral("map"));
    }

    void whatAPageRemembersWaitsForIt()
    {
        Three three;
        const QVariantMap states{
            {QStringLiteral("map"), QVariantMap{{QStringLiteral("zoom"), 2}}},
            {QStringLiteral("table"), QVariantMap{{QStringLiteral("order"), QStringLiteral("name")}}},
            {QStringLiteral("settings"), QVariantMap{}}};
        three.stack.restoreStates(states);
        QCOMPARE(three.stack.saveStates(), states); // also when it was never seen
        three.stack.makeAll();
        QCOMPARE(three.stack.saveStates(), states);
    }
};

QTEST_MAIN(TestPageStack)
#include "tst_pagestack.moc"
