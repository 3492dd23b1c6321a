// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/verbs/keeperaccess.h"
#include "ui/page/fleetchoices.h"

#include <QHash>

namespace graticule {

/// The fleets that a home knows, for the window: read from its book and asked how they are, all in the thread pool. The
/// one that is shown answers for itself by its link, so it is not asked. GUI thread.
class FleetSwitch : public FleetChoices
{
    Q_OBJECT

public:
    /// @p start: what the program was started for. @p home: whose book it is.
    FleetSwitch(const KeeperAccess &start, const KeeperHome &home);

    QList<FleetChoice> choices() const override;
    QString current() const override { return m_current; }
    void refresh() override;
    void choose(const QString &key) override;
    void add(const Order &order, QObject *context, std::function<void(const Result<QString> &)> done) override;
    void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> done) override;

    /// How the fleet that is shown is, as its link says.
    void setCurrentState(FleetChoice::State state, const QString &why);

Q_SIGNALS:
    /// Another fleet is to be shown.
    void chosen(const graticule::KeeperAccess &access);

private:
    struct Asked
    {
        FleetChoice::State state = FleetChoice::State::Unknown;
        QString why;

        friend bool operator==(const Asked &, const Asked &) = default;
    };

    void readBook(bool isAsked);
    void take(const QList<KnownFleet> &fleets);
    void ask(const KnownFleet &fleet);
    void note(const QString &key, const Asked &answer);
    KnownFleet fleetOf(const QString &key) const;

    KeeperAccess m_start;
    QString m_startKey;
    KeeperHome m_home;
    QList<KnownFleet> m_fleets; ///< the home's own first
    QHash<QString, Asked> m_asked;
    QString m_current;
};

} // namespace graticule
