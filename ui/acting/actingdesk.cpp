// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acting/actingdesk.h"

#include "models/acting/actiondraft.h"
#include "ui/acting/confirmdialog.h"

namespace graticule {

ActingDesk::ActingDesk(const ThemeSwitch &themes, FleetStore &store, ActionCalls &calls, const KeeperFacts &facts,
                       QWidget &window)
    : QObject(&window)
    , m_themes(themes)
    , m_store(store)
    , m_calls(calls)
    , m_facts(facts)
    , m_window(window)
    , m_acts(calls, store)
{
    connect(&facts, &KeeperFacts::factsChanged, this, &ActingDesk::lockChanged);
    m_acts.askForEndsIf(
        [&facts] { return facts.mayOperate() || facts.keeper().capabilities.contains(QLatin1String("follow")); });
}

void ActingDesk::setLock(const QString &why)
{
    if (std::exchange(m_lock, why) != why)
        Q_EMIT lockChanged();
}

QString ActingDesk::whyNot() const
{
    return m_lock.isEmpty() ? m_facts.whyNotOperate() : m_lock;
}

ActionOffers *ActingDesk::offersFor(QObject *parent)
{
    auto *offers = new ActionOffers(
        m_calls, m_store, [this] { return whyNot(); }, parent);
    connect(this, &ActingDesk::lockChanged, offers, &ActionOffers::judge);
    // What an act has made of its target may open or close others.
    connect(&m_acts, &ActsUnderWay::ended, offers, [this, offers](const QString &key) {
        const ActsUnderWay::Act *act = m_acts.find(key);
        if (act && act->told.action.target == offers->target().id)
            offers->refresh();
    });
    return offers;
}

void ActingDesk::propose(const ActionTarget &target, const ActionOffer &offer)
{
    auto *draft = new ActionDraft(m_calls, m_store, target, offer);
    auto *dialog = new ConfirmDialog(
        m_themes, m_store, *draft, [this] { return whyNot(); }, &m_window);
    draft->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(this, &ActingDesk::lockChanged, dialog, &ConfirmDialog::showState);
    connect(dialog, &QDialog::accepted, this, [this, draft] {
        const Action action = draft->action();
        m_acts.begin(action, draft->plan().targetName, draft->plan().place, m_facts.keeper().caller);
        Q_EMIT begun(action.key);
    });
    dialog->open();
}

} // namespace graticule
