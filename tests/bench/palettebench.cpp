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

/// What a key costs: the search, and what the rows that are seen ask for.
double search(PaletteModel &model, const QString &words)
{
    QElapsedTimer timer;
    timer.start();
    model.setWords(words);
    for (int row = 0; row < std::min(kShownRows, model.rowCount()); ++row)
        model.index(row).data(Qt::AccessibleTextRole);
    return sinceMs(timer);
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
        for (qsizetype length = 1; length <= typed.size(); ++length)
            keys.push_back(search(model, typed.left(length)));
        phase.set(QStringLiteral("found"), double(model.found()));
        for (qsizetype length = typed.size() - 1; length >= 0; --length) // backspaces
            keys.push_back(search(model, typed.left(length)));
        for (const double ms : keys)
            phase.addFrame(ms);
        phase.set(QStringLiteral("key_ms"), spread(keys));
    }
}

} // namespace graticule::bench
