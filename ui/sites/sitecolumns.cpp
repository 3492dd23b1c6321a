// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/sitecolumns.h"

#include "models/statetext.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <utility>

namespace graticule {

namespace {

struct Column
{
    int column;
    int width;
    int gives;  ///< so much of it where room is scarce
    bool shown; ///< at the start
};

/// In the order in which they are seen.
constexpr std::array<Column, SiteTableModel::kColumns> kColumns{{{SiteTableModel::kTickColumn, 34, 0, true},
                                                                 {int(SiteField::State), 128, 0, true},
                                                                 {int(SiteField::Name), 130, 36, true},
                                                                 {int(SiteField::City), 150, 30, true},
                                                                 {int(SiteField::Provider), 130, 22, true},
                                                                 {int(SiteField::Country), 160, 0, true},
                                                                 {int(SiteField::Region), 130, 0, false},
                                                                 {int(SiteField::Kind), 140, 0, false},
                                                                 {int(SiteField::Through), 140, 20, false},
                                                                 {int(SiteField::Cpu), 138, 30, true},
                                                                 {int(SiteField::Memory), 138, 30, true},
                                                                 {int(SiteField::Storage), 138, 30, false},
                                                                 {int(SiteField::Reason), 240, 0, true},
                                                                 {int(SiteField::Seen), 70, 6, true}}};
constexpr int kStateSides = 44;    // symbol and margins beside a state's name
constexpr int kReasonWanted = 340; // most reasons are read whole
constexpr int kLeast = 34;
constexpr int kMost = 1000;

/// States read whole in every language.
int firstWidth(const Column &column, const QFontMetrics &metrics)
{
    int width = column.width;
    if (column.column == int(SiteField::State)) {
        for (const SiteState state : {SiteState::Healthy, SiteState::Degraded, SiteState::Down, SiteState::Unreachable,
                                      SiteState::Maintenance, SiteState::Unknown})
            width = std::max(width, metrics.horizontalAdvance(StateText::look(state).text) + kStateSides);
    }
    return width;
}

} // namespace

SiteColumns::SiteColumns(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    QHeaderView *header = view.horizontalHeader();
    header->setProperty("plain", true);
    header->setSectionsMovable(true);
    header->setFirstSectionMovable(false);
    header->setSectionsClickable(true);
    header->setMinimumSectionSize(kLeast);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(SiteTableModel::kTickColumn, QHeaderView::Fixed);
    header->setStretchLastSection(false);
    reset();
    header->setSectionResizeMode(int(SiteField::Reason), QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionResized, this, &SiteColumns::resized);
}

void SiteColumns::reset()
{
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        m_chosen.clear();
        QHeaderView *header = m_view.horizontalHeader();
        for (int at = 0; at < int(kColumns.size()); ++at) {
            const Column &column = kColumns[size_t(at)];
            header->moveSection(header->visualIndex(column.column), at);
            header->resizeSection(column.column, firstWidth(column, m_view.fontMetrics()));
            m_view.setColumnHidden(column.column, !column.shown);
        }
    }
    fit();
}

bool SiteColumns::isFitted(int column) const
{
    return column != int(SiteField::Reason) && !m_chosen.contains(column) && !m_view.isColumnHidden(column);
}

void SiteColumns::fit()
{
    const QScopedValueRollback fitting(m_isFitting, true);
    struct Fitted
    {
        int column;
        int width;
        int gives;
    };
    QList<Fitted> fitted;
    int lack = (m_view.isColumnHidden(int(SiteField::Reason)) ? 0 : kReasonWanted) - m_view.viewport()->width();
    int gives = 0;
    for (const Column &column : kColumns) {
        if (isFitted(column.column)) {
            const int width = firstWidth(column, m_view.fontMetrics());
            const int title = m_view.horizontalHeader()->sectionSizeHint(column.column); // stays whole
            fitted.append({column.column, width, std::clamp(width - title, 0, column.gives)});
            lack += width;
            gives += fitted.last().gives;
        } else if (column.column != int(SiteField::Reason)) {
            lack += m_view.columnWidth(column.column);
        }
    }
    lack = std::clamp(lack, 0, gives);
    for (const Fitted &one : std::as_const(fitted))
        m_view.setColumnWidth(one.column, one.width - (gives > 0 ? lack * one.gives / gives : 0));
}

void SiteColumns::resized(int column, int before, int now)
{
    if (m_isFitting || column == int(SiteField::Reason))
        return;
    if (before > 0 && now > 0) // else it is shown or hidden
        m_chosen.insert(column);
    fit();
}

QList<SiteField> SiteColumns::shownFields() const
{
    const QHeaderView *header = m_view.horizontalHeader();
    QList<SiteField> fields;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (column != SiteTableModel::kTickColumn && !m_view.isColumnHidden(column))
            fields << SiteField(column);
    }
    return fields;
}

QVariantList SiteColumns::save() const
{
    QVariantList columns;
    for (const SiteField field : shownFields()) {
        QVariantMap column{{QStringLiteral("field"), SiteFields::word(field)}};
        if (m_chosen.contains(int(field)))
            column.insert(QStringLiteral("width"), m_view.columnWidth(int(field)));
        columns << column;
    }
    return columns;
}

void SiteColumns::restore(const QVariantList &columns)
{
    QList<std::pair<int, int>> wanted; // column and width; 0: nobody chose one
    for (const QVariant &value : columns) {
        const QVariantMap column = value.toMap();
        const int field = SiteFields::fieldOf(column.value(QStringLiteral("field")).toString());
        if (field >= 0)
            wanted.append({field, column.value(QStringLiteral("width")).toInt()});
    }
    if (wanted.isEmpty())
        return;
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        m_chosen.clear();
        for (int field = 0; field < kSiteFields; ++field)
            m_view.setColumnHidden(field, true);
        QHeaderView *header = m_view.horizontalHeader();
        int at = 1; // after the tick
        for (const auto &[field, width] : std::as_const(wanted)) {
            m_view.setColumnHidden(field, false);
            header->moveSection(header->visualIndex(field), at++);
            if (field == int(SiteField::Reason) || width <= 0)
                continue;
            m_view.setColumnWidth(field, std::clamp(width, kLeast, kMost));
            m_chosen.insert(field);
        }
    }
    fit();
}

} // namespace graticule
