// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/acting/actionoffers.h"
#include "models/acting/actsunderway.h"
#include "ui/page/keeperfacts.h"
#include "widgets/theme/themeswitch.h"

#include <QObject>

namespace graticule {

/// Where acts on the fleet begin: whoever shows something that can be acted on takes its offers from here and hands the
/// chosen one back, for which a dialog is opened. One per window. GUI thread.
class ActingDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive this; the dialogs are @p window's.
    ActingDesk(const ThemeSwitch &themes, FleetStore &store, ActionCalls &calls, const KeeperFacts &facts,
               QWidget &window);

    /// Why nobody may act in this window at all, whatever the mode; empty: one may.
    void setLock(const QString &why);
    /// Why nobody may act now; empty: one may.
    QString whyNot() const;
    /// What can be done to something, kept up to date; becomes a child of @p parent.
    ActionOffers *offersFor(QObject *parent);
    ActsUnderWay &acts() { return m_acts; }
    const ThemeSwitch &themes() const { return m_themes; }

    /// Opens the dialog that says what it would do, and asks.
    void propose(const ActionTarget &target, const ActionOffer &offer);

Q_SIGNALS:
    /// It has been asked for; acts() has it.
    void begun(const QString &key);
    /// By whose rights one acts may be another thing.
    void lockChanged();

private:
    const ThemeSwitch &m_themes;
    FleetStore &m_store;
    ActionCalls &m_calls;
    const KeeperFacts &m_facts;
    QWidget &m_window;
    ActsUnderWay m_acts;
    QString m_lock;
};

} // namespace graticule
