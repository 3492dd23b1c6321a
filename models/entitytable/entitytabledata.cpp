// SPDX-License-Identifier: GPL-3.0-or-later
// What a view asks of EntityTableModel; the rest is in entitytablemodel.cpp.
#include "models/entitytable/entitytablemodel.h"
#include "models/modelroles.h"

#include <cmath>

namespace graticule {

QVariant EntityTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int number = m_sorted[size_t(index.row())];
    if (role == Qt::AccessibleTextRole)
        return sentence(number);
    if (role == ChosenRole)
        return m_chosen.contains(m_rows->id(number));
    if (role == IdRole)
        return m_rows->id(number).utf8();
    if (index.column() != tickColumn())
        return cell(index.column(), number, role);
    if (role == Qt::CheckStateRole)
        return m_chosen.contains(m_rows->id(number)) ? Qt::Checked : Qt::Unchecked;
    return {};
}

QVariant EntityTableModel::cell(int field, int number, int role) const
{
    const EntityField &what = m_fields[size_t(field)];
    switch (role) {
    case Qt::DisplayRole:
        return text(field, number);
    case SymbolRole:
        return what.type == EntityField::Type::State ? QVariant(int(m_rows->look(number).symbol)) : QVariant();
    case EmphasisRole:
        if (what.type == EntityField::Type::State)
            return int(m_rows->look(number).emphasis);
        if (what.type == EntityField::Type::Seen)
            return int(m_rows->isOld(number) ? Emphasis::Medium : Emphasis::Faint);
        return int(what.type == EntityField::Type::Name ? Emphasis::Normal : Emphasis::Secondary);
    case NumericRole:
        return what.has(EntityField::Numeric);
    case StaleRole:
    case ShareRole:
        return what.has(EntityField::Meter) ? meter(field, number, role) : QVariant();
    default:
        return {};
    }
}

QVariant EntityTableModel::meter(int field, int number, int role) const
{
    const double share = m_rows->figure(field, number);
    if (std::isnan(share))
        return {};
    return role == StaleRole ? QVariant(m_rows->isOld(number)) : QVariant(share);
}

QString EntityTableModel::text(int field, int number) const
{
    return m_rows->text(field, number, m_store.units(), m_store.now(), instantFromMs(seen()[size_t(number)]));
}

QString EntityTableModel::sentence(int number) const
{
    QStringList parts;
    for (int field = 0; field < tickColumn(); ++field) {
        const EntityField &what = m_fields[size_t(field)];
        const QString said = text(field, number);
        if (!what.has(EntityField::Shown) || said.isEmpty() || said == format::missing())
            continue;
        const bool isPlain = what.type == EntityField::Type::State || what.type == EntityField::Type::Name ||
                             what.type == EntityField::Type::Why;
        parts << (isPlain                                ? said
                  : what.type == EntityField::Type::Seen ? tr("seen %1 ago").arg(said)
                                                         : what.title + QLatin1Char(' ') + said);
    }
    if (m_chosen.contains(m_rows->id(number)))
        parts << tr("chosen");
    return parts.join(QStringLiteral(", "));
}

QVariant EntityTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (section == tickColumn())
        return role == Qt::AccessibleTextRole ? QVariant(tr("Chosen")) : QVariant();
    const EntityField &field = m_fields[size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (field.has(EntityField::Numeric) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    QString title = field.title;
    for (qsizetype i = 0; i < m_query.order.size(); ++i) {
        if (m_query.order[i].field != section)
            continue;
        if (role == Qt::AccessibleTextRole)
            return tr("%1, sorted, key %2").arg(title).arg(i + 1);
        title += m_query.order[i].reversed ? QStringLiteral(" \u2191") : QStringLiteral(" \u2193");
        if (m_query.order.size() > 1 && i > 0)
            title += QString::number(i + 1);
    }
    return title;
}

QStringList EntityTableModel::texts(const EntityId &id) const
{
    const int number = m_rows ? m_rows->rowOf(id) : -1;
    QStringList result;
    for (int field = 0; number >= 0 && field < tickColumn(); ++field)
        result << text(field, number);
    return result;
}

} // namespace graticule
