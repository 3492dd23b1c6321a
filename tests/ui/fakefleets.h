// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/fleetchoices.h"

namespace graticule::testing {

/// Fleets as told; remembers what it was asked.
class FakeFleets : public FleetChoices
{
public:
    QList<FleetChoice> all;
    QString shown;
    QStringList asked;
    Error refusal; ///< with a text: nothing can be added

    QList<FleetChoice> choices() const override { return all; }
    QString current() const override { return shown; }
    void refresh() override { asked << QStringLiteral("refresh"); }
    void choose(const QString &key) override
    {
        asked << QStringLiteral("choose ") + key;
        shown = key;
        Q_EMIT changed();
    }
    void add(const Order &order, QObject *, std::function<void(const Result<QString> &)> done) override
    {
        asked << QStringLiteral("add %1|%2|%3").arg(order.file, order.place, order.name);
        if (!refusal.text.isEmpty()) {
            done(refusal);
            return;
        }
        FleetChoice added;
        added.key = added.name = order.name;
        all << added;
        Q_EMIT changed();
        done(added.key);
    }
    void remove(const QString &key, QObject *, std::function<void(const Result<Done> &)> done) override
    {
        asked << QStringLiteral("remove ") + key;
        all.removeIf([&](const FleetChoice &choice) { return choice.key == key; });
        Q_EMIT changed();
        done(Done());
    }
};

} // namespace graticule::testing
