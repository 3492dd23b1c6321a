// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/domain/manualclock.h"
#include "models/latency/latencywindows.h"
#include "models/latency/linktrail.h"
#include "models/latency/statetrail.h"
#include "tests/testing/fleetscript.h"
#include "tests/testing/test.h"

#include <QPointer>

using namespace graticule;
using testing::FleetScript;

namespace {

constexpr Milliseconds kSecond{1000};
constexpr Milliseconds kHour{3'600'000};
const EntityId kLink("link/fra1->sin1");

QString clockOf(Instant at)
{
    return at == kNever ? QStringLiteral("never") : toIso(at).mid(11, 8);
}

/// A keeper whose answers wait until the test gives them, unless it is told to answer at once: what was measured is the
/// hour of the day that was asked for.
class HeldCalls : public SampleCalls
{
public:
    bool isHeld = true;
    bool isLost = false;
    bool hasNoCoverage = false;

    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) override
    {
        ask(context, QStringLiteral("samples to ") + clockOf(query.to), [this, query, done] {
            SampleAnswer series;
            series.entity = query.entity;
            series.metric = QStringLiteral("rtt.ms");
            series.buckets.push_back({toMs(query.to) - 1000, 1, hour(query.to), hour(query.to), hour(query.to)});
            SamplesAnswer answer;
            answer.series << series;
            isLost ? done(refusal()) : done(answer);
        });
    }
    void linkWindows(QObject *context, const LinkWindowsQuery &query, Reply<LinkWindowsAnswer> done) override
    {
        ask(context, QStringLiteral("windows to ") + clockOf(query.to), [this, query, done] {
            LinkWindowsAnswer answer;
            for (const EntityId &link : query.links) {
                LinkWindow window;
                window.link = link;
                window.count = 1;
                window.p50 = hour(query.to);
                answer.windows << window;
            }
            isLost ? done(refusal()) : done(answer);
        });
    }
    void coverage(QObject *, const TimeSpan &, Reply<HistoryCoverage> done) override
    {
        isLost || hasNoCoverage ? done(refusal()) : done(HistoryCoverage());
    }
    void turns(QObject *, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override
    {
        isLost ? done(refusal())
               : done(QList<SiteTurn>{{query.site, query.span.until - kHour, SiteState::Healthy, false}});
    }

    /// What somebody waits for.
    QStringList waiting() const
    {
        QStringList all;
        for (const Question &each : m_questions) {
            if (each.context)
                all << each.what;
        }
        return all;
    }
    void answer()
    {
        const QList<Question> now = std::exchange(m_questions, {});
        for (const Question &each : now) {
            if (each.context)
                each.answer();
        }
    }

private:
    struct Question
    {
        QString what;
        QPointer<QObject> context;
        std::function<void()> answer;
    };
    static double hour(Instant at) { return clockOf(at).left(2).toDouble(); }
    static Error refusal() { return {ErrorKind::Unreachable, Fault::Network, QStringLiteral("no keeper"), {}}; }
    void ask(QObject *context, const QString &what, std::function<void()> answer)
    {
        m_questions.append({what, context, std::move(answer)});
        if (!isHeld)
            this->answer();
    }

    QList<Question> m_questions;
};

/// A fleet of one link, live at 09:14:32.
struct Desk
{
    Desk()
        : clock(FleetScript::now())
        , store(clock)
        , script(QStringLiteral("connection k\nsite fra1 via=k\nsite sin1 via=k\nlink fra1->sin1 rtt=160"))
        , windows(store, calls)
        , trail(store, calls)
    {
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        store.take(script.snapshot());
    }
    void past(int hoursAgo) { store.showPast(script.snapshot(), FleetScript::now() - hoursAgo * kHour); }
    void lose()
    {
        calls.isLost = true;
        KeeperLink link;
        link.state = KeeperLink::State::Lost;
        store.setLink(link);
    }
    void look()
    {
        windows.setAwake(true);
        windows.setLinks({kLink});
    }
    void lookAtTrail()
    {
        trail.setAwake(true);
        trail.show(kLink);
    }
    /// "9 of 09:14:32", with " (old)"; "nothing"
    QString figures() const
    {
        const LinkWindow *window = windows.find(kLink);
        const QString old = windows.isOld() ? QStringLiteral(" (old)") : QString();
        return window ? QStringLiteral("%1 of %2%3").arg(window->p50).arg(clockOf(windows.toldAt()), old)
                      : QStringLiteral("nothing");
    }
    QString lines() const
    {
        return trail.roundTrips().buckets.empty()
                   ? QStringLiteral("nothing")
                   : QStringLiteral("%1 to %2").arg(trail.roundTrips().buckets.back().mean).arg(clockOf(trail.to()));
    }

    ManualClock clock;
    FleetStore store;
    FleetScript script;
    HeldCalls calls;
    LatencyWindows windows;
    LinkTrail trail;
};

} // namespace

/// What round trips came to, of the moment that is shown and of no other.
class TestLatency : public testing::Test
{
    Q_OBJECT

private Q_SLOTS:
    void whoGoesToThePastWaitsForNothingOfThePresent()
    {
        Desk desk;
        desk.look();
        QCOMPARE(desk.calls.waiting().join(u','), QStringLiteral("windows to 09:14:32"));
        desk.past(3);
        QCOMPARE(desk.calls.waiting().join(u','), QStringLiteral("windows to 06:14:32"));
        desk.past(4); // scrubbed on before an answer
        QCOMPARE(desk.calls.waiting().join(u','), QStringLiteral("windows to 05:14:32"));
        desk.calls.answer();
        QCOMPARE(desk.figures(), QStringLiteral("5 of 05:14:32"));
        QVERIFY(!desk.windows.isAsking());
    }

    void figuresOfAnotherMomentAreOldUntilTheAnswerIsIn()
    {
        Desk desk;
        desk.calls.isHeld = false;
        desk.look();
        QCOMPARE(desk.figures(), QStringLiteral("9 of 09:14:32"));
        desk.calls.isHeld = true;
        desk.past(3);
        QCOMPARE(desk.figures(), QStringLiteral("nothing")); // those of the present stand for nothing here
        desk.calls.answer();
        QCOMPARE(desk.figures(), QStringLiteral("6 of 06:14:32"));
        desk.past(4);
        QCOMPARE(desk.figures(), QStringLiteral("6 of 06:14:32 (old)"));
        desk.calls.answer();
        QCOMPARE(desk.figures(), QStringLiteral("5 of 05:14:32"));
        desk.store.showLive();
        QCOMPARE(desk.figures(), QStringLiteral("nothing"));
        desk.calls.answer();
        QCOMPARE(desk.figures(), QStringLiteral("9 of 09:14:32"));
    }

    void whatCannotBeToldOfAMomentIsNotThatOfTheOneBefore()
    {
        Desk desk;
        desk.calls.isHeld = false;
        desk.look();
        desk.past(3);
        desk.lose();
        desk.past(4);
        QCOMPARE(desk.figures(), QStringLiteral("nothing"));
        QCOMPARE(desk.windows.error().text, QStringLiteral("no keeper"));
        desk.calls.isLost = false;
        for (int i = 0; i < 11; ++i)
            desk.clock.advance(kSecond); // it is asked again, although time stands still
        QCOMPARE(desk.figures(), QStringLiteral("5 of 05:14:32"));
    }

    void aKeeperThatIsLostLeavesFiguresThatGrowOld()
    {
        Desk desk;
        desk.calls.isHeld = false;
        desk.look();
        desk.lose();
        for (int i = 0; i < 25; ++i)
            desk.clock.advance(kSecond);
        QCOMPARE(desk.figures(), QStringLiteral("9 of 09:14:32"));
        for (int i = 0; i < 10; ++i)
            desk.clock.advance(kSecond);
        QCOMPARE(desk.figures(), QStringLiteral("9 of 09:14:32 (old)"));
    }

    void anotherFleetHasNoneOfThem()
    {
        Desk desk;
        desk.calls.isHeld = false;
        desk.look();
        desk.lookAtTrail();
        desk.store.forget();
        QCOMPARE(desk.figures(), QStringLiteral("nothing"));
        QCOMPARE(desk.lines(), QStringLiteral("nothing"));
    }

    void linesAreOfTheMomentThatIsShown()
    {
        Desk desk;
        desk.lookAtTrail();
        desk.past(3);
        desk.past(4);
        QCOMPARE(desk.calls.waiting().join(u','), QStringLiteral("samples to 05:14:32"));
        desk.calls.answer();
        QCOMPARE(desk.lines(), QStringLiteral("5 to 05:14:32"));
        desk.store.showLive();
        QCOMPARE(desk.lines(), QStringLiteral("nothing"));
        desk.calls.answer();
        QCOMPARE(desk.lines(), QStringLiteral("9 to 09:14:32"));
        desk.past(3);
        desk.calls.answer();
        desk.calls.isLost = true;
        desk.past(4);
        desk.calls.answer();
        QCOMPARE(desk.lines(), QStringLiteral("nothing"));
        desk.calls.isLost = false;
        for (int i = 0; i < 11; ++i)
            desk.clock.advance(kSecond);
        desk.calls.answer();
        QCOMPARE(desk.lines(), QStringLiteral("5 to 05:14:32"));
    }

    /// Nor is a night when perhaps nobody watched a calm one.
    void whatCannotBeReadIsNotNothing()
    {
        Desk desk;
        StateTrail states(desk.store, desk.calls);
        const auto told = [&] {
            const QString error =
                states.error().text.isEmpty() ? QString() : QStringLiteral(", ") + states.error().text;
            return QStringLiteral("%1 spans%2%3")
                .arg(states.spans().size())
                .arg(states.isTold() ? QString() : QStringLiteral(", not told"), error);
        };
        desk.calls.hasNoCoverage = true;
        states.show(FleetScript::siteId(QStringLiteral("fra1")));
        QCOMPARE(told(), QStringLiteral("0 spans, not told, no keeper"));
        desk.calls.hasNoCoverage = false;
        desk.clock.advance(StateTrail::kEvery);
        QCOMPARE(told(), QStringLiteral("1 spans"));
        const Instant until = states.to();
        desk.calls.isLost = true;
        desk.clock.advance(StateTrail::kEvery);
        QCOMPARE(told(), QStringLiteral("1 spans, no keeper"));
        QCOMPARE(states.to(), until); // they are of then
        desk.past(3);
        QCOMPARE(told(), QStringLiteral("0 spans, not told, no keeper"));
        desk.calls.isLost = false;
        desk.clock.advance(StateTrail::kEvery);
        QCOMPARE(told(), QStringLiteral("1 spans"));
    }

    /// A drawer that turns to another site hides its charts until it knows the site.
    void aLinkChosenWhileNobodyLooksIsAskedForAfterwards()
    {
        for (const bool isPast : {false, true}) {
            Desk desk;
            if (isPast)
                desk.past(3);
            desk.calls.isHeld = false;
            desk.trail.setAwake(true);
            desk.trail.show(EntityId("link/sin1->fra1"));
            desk.trail.setAwake(false);
            desk.trail.show(kLink);
            QVERIFY(!desk.trail.isTold());
            desk.trail.setAwake(true);
            QVERIFY(desk.trail.isTold());
            QCOMPARE(desk.lines(), isPast ? QStringLiteral("6 to 06:14:32") : QStringLiteral("9 to 09:14:32"));
        }
    }
};

QTEST_GUILESS_MAIN(TestLatency)
#include "tst_latency.moc"
