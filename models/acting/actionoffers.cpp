// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acting/actionoffers.h"

#include "models/acting/actiontext.h"
#include "models/sayingtext.h"

#include <algorithm>

namespace graticule {

ActionOffers::ActionOffers(ActionCalls &calls, FleetStore &store, std::function<QString()> whyNotAct, QObject *parent)
    : QObject(parent)
    , m_calls(calls)
    , m_store(store)
    , m_whyNotAct(std::move(whyNotAct))
{
    connect(&store, &FleetStore::modeChanged, this, &ActionOffers::judge);
    connect(&store, &FleetStore::linkChanged, this, &ActionOffers::judge);
    connect(&store, &FleetStore::changed, this, [this](const FleetChange &change) {
        const auto isOurs = [this](const auto &connection) { return connection->id == m_target.connection; };
        const auto &told = change.delta.connections.upserted;
        if (!m_target.id.isEmpty() && std::any_of(told.begin(), told.end(), isOurs))
            judge();
    });
}

void ActionOffers::setTarget(const ActionTarget &target, const QString &stamp)
{
    if (target == m_target && stamp == m_stamp)
        return;
    const bool isAnother = target.id != m_target.id || target.connection != m_target.connection;
    m_target = target;
    m_stamp = stamp;
    if (isAnother) {
        m_isKnown = false;
        m_offers.clear();
        m_error = {};
    }
    refresh();
}

const ActionOffers::Row *ActionOffers::find(const QString &verb) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.offer.verb == verb; });
    return found == m_rows.end() ? nullptr : &*found;
}

void ActionOffers::judge()
{
    const QString before = m_lock + connectionTrouble();
    m_lock = m_whyNotAct();
    if (before != m_lock + connectionTrouble() || !m_isKnown)
        refresh();
    else
        show();
}

/// Who may not act is not asked for: what would be answered holds for now, and now is not what is shown, or the keeper
/// is away.
void ActionOffers::refresh()
{
    m_question.reset();
    m_lock = m_whyNotAct();
    const bool isAsked = !m_target.id.isEmpty() && !m_store.isPast() &&
                         m_store.link().state == KeeperLink::State::Live && connectionTrouble().isEmpty();
    if (isAsked) {
        m_question = std::make_unique<QObject>();
        m_calls.offers(m_question.get(), m_target.id, m_target.connection,
                       [this](const Result<QList<ActionOffer>> &reply) { take(reply); });
    }
    show();
}

void ActionOffers::take(const Result<QList<ActionOffer>> &reply)
{
    if (m_question)
        m_question.release()->deleteLater(); // we may be within its call
    m_isKnown = bool(reply);
    m_offers = reply ? *reply : QList<ActionOffer>();
    m_error = reply ? Error() : reply.error();
    show();
}

QString ActionOffers::connectionTrouble() const
{
    const Connection *connection = m_store.tables().connections.find(m_target.connection);
    if (!connection || connection->state == ConnectionState::Live || connection->state == ConnectionState::Slow)
        return {};
    return tr("%1 is %2: what is shown may not be so any more")
        .arg(connection->name, StateText::inSentence(StateText::look(connection->state).text));
}

QString ActionOffers::whyNot(const ActionOffer &offer) const
{
    if (!m_lock.isEmpty())
        return m_lock;
    if (const QString trouble = connectionTrouble(); !trouble.isEmpty())
        return trouble;
    if (!m_isKnown)
        return m_error.text.isEmpty() ? tr("Asking whether it may be done") : SayingText::of(m_error);
    if (offer.isOpen())
        return {};
    if (!offer.reason.isEmpty())
        return SayingText::ofPhrase(offer.reason);
    return offer.permission == ActionPermission::Denied ? tr("The platform does not permit it")
                                                        : tr("It makes no sense now");
}

void ActionOffers::show()
{
    std::vector<Row> rows;
    QString note;
    QList<ActionOffer> offers = m_offers;
    const Connection *connection = m_store.tables().connections.find(m_target.connection);
    const bool isUsual = connection && connection->type == QLatin1String("kubernetes");
    if (offers.isEmpty() && !m_isKnown && isUsual && !m_target.id.isEmpty()) {
        for (const QString &verb : ActionText::usualOf(m_target.isNode))
            offers.append(ActionOffer{.verb = verb, .reason = {}});
    }
    for (const ActionOffer &offer : std::as_const(offers)) {
        const QString why = whyNot(offer);
        QString words = why.isEmpty() ? ActionText::does(offer.verb) : why;
        if (why.isEmpty() && offer.permission == ActionPermission::Unknown)
            words =
                tr("Whether it is permitted is not known; %1 decides.").arg(connection ? connection->name : QString());
        rows.push_back({offer, ActionText::verb(offer.verb), words, why.isEmpty()});
    }
    if (rows.empty() && m_isKnown)
        note = tr("%1 offers nothing that could be done to it").arg(connection ? connection->name : tr("The keeper"));
    else if (rows.empty() && !m_error.text.isEmpty() && m_error.kind != ErrorKind::Unsupported)
        note = SayingText::of(m_error);
    if (rows == m_rows && note == m_note)
        return;
    m_rows = std::move(rows);
    m_note = note;
    Q_EMIT changed();
}

} // namespace graticule
