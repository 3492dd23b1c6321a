// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/tablebench.h"

#include "backend/domain/manualclock.h"
#include "models/samplecalls.h"
#include "tests/bench/phases.h"
#include "tests/gui/labfleet.h"
#include "ui/sites/sitestable.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTimer>

namespace graticule::bench {
namespace {

constexpr int kScrolls = 200;
constexpr int kRounds = 5;

/// A keeper that tells of everything, in the next turn of the event loop.
class QuickCalls : public SampleCalls
{
public:
    void samples(QObject *context, const SamplesQuery &query, Reply<SamplesAnswer> done) override
    {
        SampleAnswer series;
        for (qint64 ms = toMs(query.from); ms < toMs(query.to); ms += 60'000) {
            const double value = 20 + double(ms / 60'000 % 9);
            series.buckets.push_back({ms, 6, value, value, value});
        }
        QTimer::singleShot(0, context, [done, answer = SamplesAnswer{{series}, {}}] { done(answer); });
    }
    void linkWindows(QObject *, const LinkWindowsQuery &, Reply<LinkWindowsAnswer>) override {}
    void coverage(QObject *context, const TimeSpan &, Reply<HistoryCoverage> done) override
    {
        QTimer::singleShot(0, context, [done] { done(HistoryCoverage()); });
    }
    void turns(QObject *context, const TurnsQuery &query, Reply<QList<SiteTurn>> done) override
    {
        QList<SiteTurn> turns;
        for (Instant at = query.span.from; at < query.span.until; at += std::chrono::hours(2))
            turns.append({query.site, at, turns.size() % 2 == 0 ? SiteState::Healthy : SiteState::Degraded, false});
        QTimer::singleShot(0, context, [done, turns] { done(turns); });
    }
};

double run(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void paint(QWidget &widget)
{
    widget.repaint();
    QCoreApplication::processEvents();
}

} // namespace

void benchTable(int sites, const QString &picture)
{
    const Instant now{Milliseconds(1'790'000'000'000)};
    ManualClock clock(now);
    ThemeSwitch themes(*qApp, Theme::Kind::Dark);
    testing::LabSnapshots lab(sites, now);
    FleetStore store(clock, lab.snapshot());
    SitesModel model(store);
    QuickCalls calls;

    std::unique_ptr<SiteTableModel> table;
    std::unique_ptr<SitesTable> view;
    {
        Phase phase("load");
        phase.setUnit(QStringLiteral("rounds"));
        for (int round = 0; round < kRounds; ++round) {
            view.reset();
            table.reset();
            phase.addFrame(run([&] {
                table = std::make_unique<SiteTableModel>(model, store);
                view = std::make_unique<SitesTable>(themes, *table);
                view->showTrails(store, calls);
                view->resize(1600, 1000);
                view->show();
                paint(*view);
            }));
        }
        phase.set(QStringLiteral("sites"), sites);
    }
    if (!picture.isEmpty())
        view->grab().save(picture);
    {
        Phase phase("sorts"); // all three together
        phase.setUnit(QStringLiteral("rounds"));
        for (int round = 0; round < kRounds; ++round) {
            phase.addFrame(run([&] {
                for (const SiteField field : {SiteField::Name, SiteField::Cpu, SiteField::State}) {
                    SiteQuery query;
                    query.order = {{field, false}};
                    table->setQuery(query);
                    paint(*view);
                }
            }));
        }
    }
    {
        Phase phase("filter"); // "frank", key by key
        phase.setUnit(QStringLiteral("rounds"));
        for (int round = 0; round < kRounds; ++round) {
            const QString typed = QStringLiteral("frank");
            table->setQuery({});
            phase.addFrame(run([&] {
                for (qsizetype length = 1; length <= typed.size(); ++length) {
                    SiteQuery query;
                    query.words = {typed.left(length)};
                    table->setQuery(query);
                    paint(*view);
                }
            }));
        }
        phase.set(QStringLiteral("matches"), table->matches());
        table->setQuery({});
    }
    {
        Phase phase("group");
        phase.setUnit(QStringLiteral("rounds"));
        for (int round = 0; round < kRounds; ++round) {
            phase.addFrame(run([&] {
                SiteQuery query;
                query.group = round % 2 == 0 ? SiteField::Country : SiteField::Region;
                table->setQuery(query);
                paint(*view);
            }));
        }
        table->setQuery({});
    }
    const auto scroll = [&view](const char *name, int by) {
        Phase phase(name);
        phase.setUnit(QStringLiteral("frames"));
        for (int frame = 0; frame < kScrolls; ++frame) {
            phase.addFrame(run([&] {
                view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() + by);
                QCoreApplication::processEvents();
            }));
        }
    };
    scroll("scroll", 120);
    // A person who reads: the view rests, what is seen is told, a few rows on.
    for (int stop = 0; stop < kScrolls / 4; ++stop) {
        view->verticalScrollBar()->setValue(view->verticalScrollBar()->value() + 600);
        QElapsedTimer rest;
        rest.start();
        while (!view->isSettled() && rest.elapsed() < 2000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    scroll("scroll-back", -120); // over rows that have been told
}

} // namespace graticule::bench
