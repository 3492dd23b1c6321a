// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/fittedcolumns.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <numeric>

namespace graticule {
namespace {

constexpr int kLeast = 64;         // of a column that gives way
constexpr int kRowsMeasured = 200; // beyond what is seen

} // namespace

FittedColumns::FittedColumns(QTableView &view)
    : QObject(&view)
    , m_view(view)
{
    QHeaderView *header = view.horizontalHeader();
    header->setProperty("plain", true); // nobody sorts by it: its words stand above the figures
    header->setResizeContentsPrecision(kRowsMeasured);
    header->setStretchLastSection(false);
    connect(header, &QHeaderView::sectionResized, this, [this] { m_isByHand |= !m_isFitting; });
    connect(view.model(), &QAbstractItemModel::modelReset, this, &FittedColumns::fit, Qt::QueuedConnection);
    view.viewport()->installEventFilter(this);
    fit();
}

bool FittedColumns::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return false;
}

QList<int> FittedColumns::widths(QList<int> wanted, const QList<bool> &words, int room)
{
    const int left = room - std::accumulate(wanted.cbegin(), wanted.cend(), 0);
    const auto sharing = int(words.count(true));
    if (left >= 0) {
        for (int column = 0, shared = 0; column < wanted.size(); ++column) {
            if (!words[column])
                continue;
            wanted[column] += left * (shared + 1) / sharing - left * shared / sharing; // to the pixel
            ++shared;
        }
        return wanted;
    }
    // From the narrowest: each may have an equal part of what those before it have left.
    QList<int> order(wanted.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return wanted[a] < wanted[b]; });
    for (qsizetype i = 0; i < order.size(); ++i) {
        int &width = wanted[order[i]];
        width = std::min(width, std::max(kLeast, room / int(order.size() - i)));
        room -= width;
    }
    return wanted;
}

void FittedColumns::fit()
{
    if (m_isByHand || m_isFitting)
        return;
    QHeaderView *header = m_view.horizontalHeader();
    const QAbstractItemView &cells = m_view;
    QList<int> wanted;
    QList<bool> words;
    for (int column = 0; column < header->count(); ++column) {
        wanted.append(std::max(cells.sizeHintForColumn(column), header->sectionSizeHint(column)));
        const QVariant side = m_view.model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        words.append(!(side.toInt() & Qt::AlignRight));
    }
    m_isFitting = true;
    wanted = widths(wanted, words, m_view.viewport()->width());
    for (int column = 0; column < header->count(); ++column)
        header->resizeSection(column, wanted[column]);
    m_isFitting = false;
}

} // namespace graticule
