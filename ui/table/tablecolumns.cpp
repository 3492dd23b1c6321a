// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tablecolumns.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace graticule {

namespace {

constexpr int kTickWidth = 34;
constexpr int kStateSides = 44;  // symbol and margins beside a state's name
constexpr int kSides = 24;       // margins of a cell, and air
constexpr int kRestWanted = 340; // most reasons are read whole
constexpr int kRestShort = 200;  // so much is left of it when names need room
constexpr int kRestLeast = 120;
constexpr int kLeast = 34;
constexpr int kMost = 1000;
constexpr int kMostWanted = 420; // by the texts of one column
constexpr int kLooked = 120;     // rows that are looked at

} // namespace

TableColumns::TableColumns(QTableView &view, const TableModel &model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    QHeaderView *header = view.horizontalHeader();
    header->setProperty("plain", true);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(kLeast);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(model.tickColumn(), QHeaderView::Fixed);
    header->setStretchLastSection(false);
    for (int column = 0; column < model.tickColumn(); ++column) {
        if (model.column(column).takesRest)
            m_rest = column;
    }
    reset();
    header->setSectionResizeMode(m_rest, QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionResized, this, &TableColumns::resized);
    connect(header, &QHeaderView::sectionMoved, this, [this] { m_isPersonal |= !m_isFitting; });
}

void TableColumns::reset()
{
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        m_chosen.clear();
        m_isPersonal = false;
        m_seen.clear();
        QList<int> order(m_model.tickColumn());
        for (int column = 0; column < m_model.tickColumn(); ++column)
            order[m_model.column(column).place] = column;
        QHeaderView *header = m_view.horizontalHeader();
        header->moveSection(header->visualIndex(m_model.tickColumn()), 0);
        header->resizeSection(m_model.tickColumn(), kTickWidth);
        for (int at = 0; at < int(order.size()); ++at) {
            header->moveSection(header->visualIndex(order[at]), at + 1);
            header->resizeSection(order[at], firstWidth(order[at]));
            m_view.setColumnHidden(order[at], !m_model.column(order[at]).isShown);
        }
    }
    fit();
}

/// States and heads are read whole in every language.
int TableColumns::firstWidth(int column) const
{
    const TableColumn &what = m_model.column(column);
    const QFontMetrics metrics = m_view.fontMetrics();
    int width = std::max(what.width, metrics.horizontalAdvance(what.title + QStringLiteral(" \u2193")) + kLeast / 2);
    for (const QString &text : what.whole)
        width = std::max(width, metrics.horizontalAdvance(text) + kStateSides);
    return width;
}

/// The longest text among rows all over the table.
int TableColumns::wantedBy(int column) const
{
    if (m_model.column(column).isMeter || m_model.isTrail(column))
        return 0;
    const int rows = m_model.rowCount();
    QString longest;
    for (int look = 0; look < std::min(rows, kLooked); ++look) {
        const int row = int(qint64(look) * rows / std::min(rows, kLooked));
        if (m_model.line(row).kind != TableLine::Kind::Row)
            continue;
        const QString text = m_model.index(row, column).data().toString();
        if (text.size() > longest.size())
            longest = text;
    }
    QFont font = m_view.font();
    if (column == TableModel::kNameColumn)
        font.setWeight(QFont::Medium);
    const int sides = column == TableModel::kStateColumn ? kStateSides : kSides;
    return longest.isEmpty() ? 0 : std::min(kMostWanted, QFontMetrics(font).horizontalAdvance(longest) + sides);
}

void TableColumns::measure()
{
    m_wants.clear();
    const QList<int> columns = shown();
    for (const int column : columns)
        m_wants.insert(column, wantedBy(column));
    fit();
}

bool TableColumns::isFitted(int column) const
{
    return column != m_rest && !m_chosen.contains(column) && !m_view.isColumnHidden(column);
}

/// Qt tells late that a column was hidden, and again of those that were before.
bool TableColumns::isPersonal() const
{
    return m_isPersonal || (!m_seen.isEmpty() && shown() != m_seen);
}

void TableColumns::hideForRoom()
{
    m_isPersonal = isPersonal();
    const int width = m_view.viewport()->width();
    for (int column = 0; column < m_model.tickColumn() && !m_isPersonal; ++column) {
        const TableColumn &what = m_model.column(column);
        if (what.hiddenBelow > 0)
            m_view.setColumnHidden(column, !what.isShown || width < what.hiddenBelow);
    }
}

void TableColumns::fit()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    hideForRoom();
    struct Fitted
    {
        int column;
        int width;
        int gives;
        int takes;
    };
    QList<Fitted> fitted;
    const bool isRestSeen = !m_view.isColumnHidden(m_rest);
    const int restWants = m_wants.isEmpty() ? kRestWanted : std::clamp(m_wants.value(m_rest), kRestLeast, kRestWanted);
    int lack = (isRestSeen ? restWants : 0) + kTickWidth - m_view.viewport()->width();
    int gives = 0;
    int takes = 0;
    for (int column = 0; column < m_model.tickColumn(); ++column) {
        if (isFitted(column)) {
            const int width = firstWidth(column);
            const int title = m_view.horizontalHeader()->sectionSizeHint(column); // stays whole
            const bool isName = column == TableModel::kNameColumn;
            const int least = isName ? std::max(title, std::min(width, m_wants.value(column))) : title;
            fitted.append({column, width, std::clamp(width - least, 0, m_model.column(column).gives),
                           std::max(0, m_wants.value(column) - width)});
            lack += width;
            gives += fitted.last().gives;
            takes += fitted.last().takes;
        } else if (column != m_rest && !m_view.isColumnHidden(column)) {
            lack += m_view.columnWidth(column);
        }
    }
    // Names come first: a row that cannot be told from others says nothing. Reasons stand in the drawer, too.
    const auto name = std::find_if(fitted.begin(), fitted.end(),
                                   [](const Fitted &one) { return one.column == TableModel::kNameColumn; });
    if (name != fitted.end()) {
        const int restGives = isRestSeen ? std::max(0, restWants - kRestShort) : 0;
        const int gets = std::clamp(gives + restGives - lack, 0, name->takes);
        takes -= std::exchange(name->takes, 0);
        name->width += gets;
        lack += gets;
        lack -= std::clamp(lack, 0, std::min(restGives, gets));
    }
    const int spare = std::clamp(-lack, 0, takes);
    lack = std::clamp(lack, 0, gives);
    for (const Fitted &one : std::as_const(fitted))
        m_view.setColumnWidth(one.column, one.width - (gives > 0 ? lack * one.gives / gives : 0) +
                                              (takes > 0 ? int(qint64(spare) * one.takes / takes) : 0));
    m_seen = shown();
}

void TableColumns::resized(int column, int before, int now)
{
    if (m_isFitting)
        return;
    m_isPersonal = isPersonal();
    if (column == m_rest)
        return;
    if (before > 0 && now > 0) { // else it is shown or hidden
        m_isPersonal = true;
        m_chosen.insert(column);
        fit();
    } else {
        measure();
    }
}

QList<int> TableColumns::shown() const
{
    const QHeaderView *header = m_view.horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (column != m_model.tickColumn() && !m_view.isColumnHidden(column))
            columns << column;
    }
    return columns;
}

QVariantList TableColumns::save() const
{
    QVariantList columns;
    if (!isPersonal())
        return columns;
    const QList<int> all = shown();
    for (const int number : all) {
        QVariantMap column{{QStringLiteral("field"), m_model.column(number).word}};
        if (m_chosen.contains(number))
            column.insert(QStringLiteral("width"), m_view.columnWidth(number));
        columns << column;
    }
    return columns;
}

void TableColumns::restore(const QVariantList &columns)
{
    QList<std::pair<int, int>> wanted; // column and width; 0: nobody chose one
    for (const QVariant &value : columns) {
        const QVariantMap column = value.toMap();
        const int number = m_model.columnOf(column.value(QStringLiteral("field")).toString());
        if (number >= 0)
            wanted.append({number, column.value(QStringLiteral("width")).toInt()});
    }
    if (wanted.isEmpty())
        return;
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        m_chosen.clear();
        m_isPersonal = true;
        for (int column = 0; column < m_model.tickColumn(); ++column)
            m_view.setColumnHidden(column, column != TableModel::kNameColumn);
        QHeaderView *header = m_view.horizontalHeader();
        int at = 1; // after the tick
        for (const auto &[column, width] : std::as_const(wanted)) {
            m_view.setColumnHidden(column, false);
            header->moveSection(header->visualIndex(column), at++);
            if (column == m_rest || width <= 0)
                continue;
            m_view.setColumnWidth(column, std::clamp(width, kLeast, kMost));
            m_chosen.insert(column);
        }
    }
    measure();
}

} // namespace graticule
