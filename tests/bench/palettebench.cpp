// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/palettebench.h"

#include "backend/domain/manualclock.h"
#include "models/palettemodel.h"
#include "tests/bench/phases.h"
#include "tests/gui/labfleet.h"

#include <QCoreApplication>

namespace graticule::bench {
namespace {

constexpr int kShownRows = 9;

double sinceMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Key
{
    double wall = 0; ///< ms
    double cpu = 0;
};

/// What a key costs: the search, and what the rows that are seen ask for.
Key search(PaletteModel &model, const QString &words)
{
    const Cpu before = Cpu::now();
    QElapsedTimer timer;
    timer.start();
    model.setWords(words);
    for (int row = 0; row < std::min(kShownRows, model.rowCount()); ++row)
        model.index(row).data(Qt::AccessibleTextRole);
    return {sinceMs(timer), Cpu::now().gui - before.gui};
}

} // namespace

void benchPalette(int entries)
{
    ManualClock clock;
    FleetStore store(clock, testing::LabSnapshots(entries, clock.now()).snapshot());
    PaletteModel model(store);
    {
        Phase phase("palette-read");
        QElapsedTimer timer;
        timer.start();
        model.prepare();
        while (model.isReading())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        phase.set(QStringLiteral("ready_ms"), sinceMs(timer));
        phase.set(QStringLiteral("entries"), double(model.total()));
    }
    for (const QString &typed : {QStringLiteral("frankfurt"), QStringLiteral("pay eu"), QStringLiteral("x"),
                                 QStringLiteral("e"), QStringLiteral("site a")}) {
        Phase phase("palette-" + typed.toUtf8().replace(' ', '_'));
        phase.setUnit(QStringLiteral("keys"));
        std::vector<double> keys;
        std::vector<double> cpu;
        const auto type = [&](qsizetype length) {
            const Key key = search(model, typed.left(length));
            phase.addFrame(key.wall);
            keys.push_back(key.wall);
            cpu.push_back(key.cpu);
        };
        for (qsizetype length = 1; length <= typed.size(); ++length)
            type(length);
        phase.set(QStringLiteral("found"), double(model.found()));
        for (qsizetype length = typed.size() - 1; length >= 0; --length) // backspaces
            type(length);
        phase.set(QStringLiteral("key_ms"), spread(keys));
        phase.set(QStringLiteral("key_cpu_ms"), spread(cpu));
    }
}

} // namespace graticule::bench
