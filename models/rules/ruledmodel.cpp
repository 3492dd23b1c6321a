// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/ruledmodel.h"

#include "models/format.h"
#include "models/modelroles.h"
#include "models/statetext.h"

namespace graticule {
namespace {

/// "site" of "graticule.dev/site".
QString shortKey(const QString &label)
{
    return label.section(u'/', -1);
}

bool isName(const RuledChange &change)
{
    const QString key = shortKey(change.label);
    return key == QLatin1String("site") || key == QLatin1String("service") || key == QLatin1String("asset");
}

/// What one side of a change says; where no rule says it, the name that the platform gives, as far as that is known.
QString side(const RuledThing &thing, bool isAfter)
{
    QStringList parts;
    for (const RuledChange &change : thing.changes) {
        QString value = isAfter ? change.after : change.before;
        if (value.isEmpty())
            value = isName(change) && !isAfter ? thing.place : format::missing();
        parts.append(QStringLiteral("%1: %2").arg(shortKey(change.label), value));
    }
    return parts.join(QStringLiteral(", "));
}

/// Those that rules look at; @p areShort: without the domains of their keys, as far as they differ all the same.
QString labels(const RuledThing &thing, bool areShort)
{
    QStringList keys;
    for (auto it = thing.matched.cbegin(); it != thing.matched.cend(); ++it)
        keys.append(shortKey(it.key()));
    QStringList parts;
    for (auto it = thing.matched.cbegin(); it != thing.matched.cend(); ++it) {
        const QString key = shortKey(it.key());
        parts.append((areShort && keys.count(key) == 1 ? key : it.key()) + QLatin1Char('=') + it.value());
    }
    return parts.join(QStringLiteral(", "));
}

/// What rules set, and set already.
QString settings(const RuledThing &thing)
{
    QStringList parts;
    for (auto it = thing.set.cbegin(); it != thing.set.cend(); ++it)
        parts.append(QStringLiteral("%1: %2").arg(shortKey(it.key()), *it));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void RuledModel::setPreview(const RulePreview &preview)
{
    beginResetModel();
    m_things = preview.things;
    if (m_rule >= preview.rules.size())
        m_rule = -1;
    arrange();
    endResetModel();
}

void RuledModel::setRule(int rule)
{
    beginResetModel();
    m_rule = rule;
    arrange();
    endResetModel();
}

void RuledModel::arrange()
{
    m_rows.clear();
    for (int i = 0; i < int(m_things.size()); ++i) {
        if (m_rule < 0 || m_things[i].rules.contains(m_rule))
            m_rows.append(i);
    }
}

QString RuledModel::kind(const RuledThing &thing)
{
    return thing.kind == QLatin1String("node")      ? tr("Node")
           : thing.kind == QLatin1String("service") ? tr("Service")
           : thing.kind == QLatin1String("asset")   ? tr("Data")
                                                    : thing.kind;
}

QString RuledModel::text(const RuledThing &thing, int column) const
{
    switch (column) {
    case Name:
        return thing.name;
    case Kind:
        return kind(thing);
    case Connection:
        return thing.connection;
    case Label:
        return labels(thing, true);
    case Now:
        if (!thing.changes.isEmpty())
            return side(thing, false);
        return thing.set.isEmpty() ? tr("not by rules") : settings(thing); // what it says itself is not known here
    case Then:
        return thing.changes.isEmpty() ? tr("Stays as it is") : side(thing, true);
    default:
        return {};
    }
}

QString RuledModel::sentence(const RuledThing &thing) const
{
    const QString what = tr("%1 %2 of %3").arg(kind(thing), thing.name, thing.connection);
    QStringList lines{thing.changes.isEmpty()
                          ? tr("%1: stays as it is").arg(what)
                          : QStringLiteral("%1: %2 → %3").arg(what, side(thing, false), side(thing, true))};
    if (!thing.matched.isEmpty())
        lines += tr("Its labels: %1").arg(labels(thing, false));
    if (!thing.set.isEmpty())
        lines += tr("Set by rules: %1").arg(settings(thing));
    lines += thing.notes;
    return lines.join(QLatin1Char('\n'));
}

int RuledModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RuledModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RuledModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const RuledThing &thing = at(index.row());
    switch (role) {
    case Qt::DisplayRole: {
        const QString words = text(thing, index.column());
        return words.isEmpty() ? format::missing() : words;
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(thing);
    case IdRole:
        return thing.id.utf8();
    case EmphasisRole: {
        const bool isLoud = index.column() == Name || (index.column() == Then && !thing.changes.isEmpty());
        return int(isLoud ? Emphasis::Normal : Emphasis::Secondary);
    }
    default:
        return {};
    }
}

QVariant RuledModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Connection:
        return tr("Connection");
    case Label:
        return tr("Its labels");
    case Now:
        return tr("Now");
    case Then:
        return tr("With these rules");
    default:
        return {};
    }
}

} // namespace graticule
