// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/acting/effectsmodel.h"

#include "models/acting/actiontext.h"
#include "models/modelroles.h"
#include "models/sayingtext.h"

#include <algorithm>

namespace graticule {

void EffectsModel::setEffects(const QList<ActionEffect> &effects)
{
    QList<ActionEffect> ordered = effects;
    std::stable_sort(ordered.begin(), ordered.end(), [](const ActionEffect &a, const ActionEffect &b) {
        return ActionText::look(a.effect).severity > ActionText::look(b.effect).severity;
    });
    if (ordered == m_effects)
        return;
    beginResetModel();
    m_effects = ordered;
    endResetModel();
}

int EffectsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_effects.size());
}

int EffectsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString EffectsModel::text(const ActionEffect &effect, int column) const
{
    switch (column) {
    case Name:
        return effect.kind.isEmpty() || effect.kind == QLatin1String("pod")
                   ? effect.name
                   : tr("%1 %2", "kind, name: Deployment shop").arg(effect.kind, effect.name);
    case Effect:
        return ActionText::look(effect.effect).text;
    case Reason:
        return SayingText::ofPhrase(effect.reason);
    default:
        return {};
    }
}

QVariant EffectsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const ActionEffect &effect = m_effects[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(effect, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{text(effect, Effect), text(effect, Name), text(effect, Reason)};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case SymbolRole:
        return index.column() == Effect ? QVariant(int(ActionText::look(effect.effect).symbol)) : QVariant();
    case EmphasisRole:
        return int(index.column() == Effect   ? ActionText::look(effect.effect).emphasis
                   : index.column() == Reason ? Emphasis::Secondary
                                              : Emphasis::Normal);
    default:
        return {};
    }
}

QVariant EffectsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("What");
    case Effect:
        return tr("Becomes of it");
    default:
        return tr("Why");
    }
}

} // namespace graticule
