// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acting/underwaymodel.h"

#include "backend/domain/unfollowedact.h"
#include "models/acting/actiontext.h"
#include "models/format.h"
#include "models/modelroles.h"
#include "models/sayingtext.h"

namespace graticule {

UnderWayModel::UnderWayModel(const ActsUnderWay &acts, const FleetStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_acts(acts)
    , m_store(store)
{
    connect(&acts, &ActsUnderWay::changed, this, &UnderWayModel::follow);
    follow();
}

/// Rows are made anew only when there are others: what is chosen stays so.
void UnderWayModel::follow()
{
    QStringList keys;
    for (const ActsUnderWay::Act &act : m_acts.acts())
        keys << act.key();
    if (keys != m_keys) {
        beginResetModel();
        m_keys = keys;
        endResetModel();
    } else if (!keys.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(int(keys.size()) - 1, ColumnCount - 1));
    }
}

QString UnderWayModel::keyAt(int row) const
{
    return row >= 0 && row < m_keys.size() ? m_keys[row] : QString();
}

int UnderWayModel::rowOf(const QString &key) const
{
    return int(m_keys.indexOf(key));
}

StateLook UnderWayModel::look(const ActsUnderWay::Act &act)
{
    const ActionProgress &progress = act.told.progress;
    if (act.isUnderWay() && (act.isOutOfSight || progress.isUnseen)) // of us, or of our keeper
        return {Symbol::Unreachable, tr("Out of sight"), Emphasis::Medium, 2};
    if (act.isUnderWay() && act.isStopping)
        return {Symbol::Connecting, tr("Stopping"), Emphasis::Normal, 1};
    if (act.isUnderWay())
        return {Symbol::Connecting, progress.text.isEmpty() && progress.of == 0 ? tr("Asked") : tr("Under way"),
                Emphasis::Normal, 1};
    if (act.isLost || mayBeDone(progress.error))
        return {Symbol::Unknown, tr("Ended unseen"), Emphasis::Medium, 2};
    if (progress.stopped)
        return {Symbol::Paused, tr("Stopped"), Emphasis::Normal, 1};
    if (act.hasFailed())
        return {Symbol::Fail, tr("Failed"), Emphasis::High, 3};
    return {Symbol::Pass, tr("Done"), Emphasis::Secondary, 0};
}

QString UnderWayModel::howFar(const ActsUnderWay::Act &act)
{
    const QString counts = ActionText::counts(act.told.progress);
    const QString state = look(act).text;
    return counts.isEmpty() ? state : tr("%1, %2", "state, counts: Under way, 3 of 14").arg(state, counts);
}

QString UnderWayModel::length(const ActsUnderWay::Act &act) const
{
    const Instant until = act.isUnderWay() ? m_store.liveNow() : act.ended;
    const QString length = format::age(act.told.begun, until);
    return !act.isUnderWay() && act.isEndLate ? tr("up to %1").arg(length) : length;
}

QString UnderWayModel::outcome(const ActsUnderWay::Act &act)
{
    const ActionProgress &progress = act.told.progress;
    QStringList parts;
    if (act.isUnderWay() && act.isOutOfSight)
        parts << tr("The keeper cannot be asked now. What was asked for goes on there.");
    if (!progress.error.text.isEmpty())
        parts << SayingText::of(progress.error) << (act.hasFailed() ? StateText::faultOf(progress.error) : QString());
    else if (!progress.text.isEmpty())
        parts << SayingText::ofPhrase(progress.text);
    if (!act.isUnderWay() && act.isLost)
        parts << tr("How it ended was not seen here; the record has it.");
    if (!act.isUnderWay() && (act.hasFailed() || progress.stopped) && progress.of > 0)
        parts << tr("What was done before stays: %1.").arg(ActionText::counts(progress));
    parts << act.trouble;
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

int UnderWayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int UnderWayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString UnderWayModel::text(const ActsUnderWay::Act &act, int column) const
{
    switch (column) {
    case What:
        return ActionText::title(act.told.action.verb, act.told.targetName);
    case HowFar: { // how it stands is its symbol already, and in the sentence of the row
        const QString counts = ActionText::counts(act.told.progress);
        const bool isSeen = !act.isOutOfSight && !act.told.progress.isUnseen;
        return act.isUnderWay() && isSeen && !act.isStopping && !counts.isEmpty() ? counts : howFar(act);
    }
    case Who:
        return act.isOurs ? tr("here") : act.told.who;
    case Length:
        return length(act);
    default:
        return {};
    }
}

QVariant UnderWayModel::data(const QModelIndex &index, int role) const
{
    const ActsUnderWay::Act *act = index.isValid() ? m_acts.find(keyAt(index.row())) : nullptr;
    if (!act)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*act, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2, asked for by %3, %4")
            .arg(text(*act, What), howFar(*act), text(*act, Who), text(*act, Length));
    case SymbolRole:
        return index.column() == What ? QVariant(int(look(*act).symbol)) : QVariant();
    case EmphasisRole:
        return int(index.column() == What     ? Emphasis::Normal
                   : index.column() == HowFar ? look(*act).emphasis
                                              : Emphasis::Secondary);
    case NumericRole:
        return index.column() == Length;
    default:
        return {};
    }
}

QVariant UnderWayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Length ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Act");
    case HowFar:
        return tr("How far");
    case Who:
        return tr("Asked by");
    default:
        return tr("For");
    }
}

} // namespace graticule
