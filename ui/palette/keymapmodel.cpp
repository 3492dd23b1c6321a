// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/keymapmodel.h"

#include "widgets/theme/keychip.h"

#include <algorithm>

namespace graticule {

namespace {

bool hasAll(const QString &text, const QString &words)
{
    const QStringList all = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(all.begin(), all.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

KeyMapModel::KeyMapModel(const ActionRegistry &actions, QObject *parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
{
}

void KeyMapModel::showPage(const QString &page)
{
    m_page = page;
    read();
}

void KeyMapModel::setWords(const QString &words)
{
    m_words = words;
    read();
}

void KeyMapModel::read()
{
    QStringList sections;
    QHash<QString, std::vector<Row>> rows;
    for (const bool isOwn : {true, false}) {
        for (const ActionRegistry::Entry &entry : m_actions.entries()) {
            const ConsoleAction &action = entry.action;
            if (entry.page != (isOwn ? m_page : QString()) || action.kind == ConsoleAction::Kind::Setting)
                continue;
            Row row{action.title, {}, action.id, false};
            for (const QKeySequence &keys : action.keys)
                row.keys << keyChipText(keys);
            if (!hasAll(action.title + QLatin1Char(' ') + action.section + QLatin1Char(' ') +
                            row.keys.join(QLatin1Char(' ')),
                        m_words))
                continue;
            if (!sections.contains(action.section))
                sections << action.section;
            rows[action.section].push_back(std::move(row));
        }
    }
    beginResetModel();
    m_rows.clear();
    for (const QString &section : std::as_const(sections)) {
        m_rows.push_back({section, {}, {}, true});
        for (Row &row : rows[section])
            m_rows.push_back(std::move(row));
    }
    endResetModel();
}

int KeyMapModel::actions() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.isHeading; }));
}

int KeyMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags KeyMapModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows[size_t(index.row())].isHeading)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

/// Keys of a list work in that list only: there is nothing to run.
QString KeyMapModel::whyNot(const Row &row) const
{
    const ActionRegistry::Entry *entry = m_actions.find(row.action);
    if (!entry)
        return {};
    if (!entry->action.run)
        return tr("This key works in the list itself");
    return ActionRegistry::whyNot(entry->action);
}

QVariant KeyMapModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        if (row.isHeading)
            return row.title;
        return row.keys.isEmpty() ? tr("%1, no key").arg(row.title)
                                  //: An action and its keys
                                  : tr("%1: %2").arg(row.title, row.keys.join(tr(" or ")));
    case HeadingRole:
        return row.isHeading;
    case KeysRole:
        return row.keys;
    case ActionRole:
        return row.action;
    case WhyNotRole:
        return whyNot(row);
    default:
        return {};
    }
}

} // namespace graticule
