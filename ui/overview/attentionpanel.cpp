// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/attentionpanel.h"

#include "models/format.h"
#include "ui/overview/attentiondelegate.h"
#include "ui/page/holdwatch.h"
#include "widgets/basic/button.h"
#include "widgets/basic/sectionheader.h"
#include "widgets/basic/skeletonrows.h"
#include "widgets/basic/viewstate.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace graticule {

AttentionPanel::AttentionPanel(const ThemeSwitch &themes, FleetStore &store, AttentionModel &model, QWidget *parent)
    : SidePanel(themes, false, parent)
    , m_store(store)
    , m_model(model)
{
    setAccessibleName(tr("Needs a person"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_header = new SectionHeader(themes, tr("Needs a person"));
    m_waiting = new Button(themes, {}, Button::Kind::Quiet);
    m_waiting->setIconName(QStringLiteral("arrow-up"));
    m_waiting->hide();
    m_list = new QListView;
    m_list->setModel(&model);
    m_list->setItemDelegate(new AttentionDelegate(themes, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->viewport()->setCursor(Qt::PointingHandCursor);
    m_list->setObjectName(QStringLiteral("attention"));
    m_list->setAccessibleName(tr("What needs a person, worst first"));
    m_list->setAccessibleDescription(tr("Enter or a click opens what it is about"));
    m_list->installEventFilter(this);
    auto *hold = new HoldWatch(*m_list, store.clock());
    connect(hold, &HoldWatch::heldChanged, &model, &AttentionModel::setHeld);
    m_loading = new SkeletonRows(themes);
    m_loading->setWords(tr("Waiting for the first snapshot"));
    m_calm = new ViewState(themes);
    m_layout->addWidget(m_header);
    m_layout->addWidget(m_waiting);
    m_layout->addWidget(m_list, 1);
    m_layout->addWidget(m_loading, 1);
    m_layout->addWidget(m_calm, 1);

    connect(&model, &QAbstractItemModel::rowsInserted, this, &AttentionPanel::showState);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &AttentionPanel::showState);
    connect(&model, &AttentionModel::waitingChanged, this, &AttentionPanel::showState);
    connect(&store, &FleetStore::changed, this, [this] {
        if (m_model.rowCount() == 0)
            showState();
    });
    connect(&store, &FleetStore::ticked, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&store, &FleetStore::ticked, this, [this, was = QString()]() mutable {
        const QString title =
            m_store.isPast() ? tr("Needed a person at %1").arg(format::time(m_store.now())) : tr("Needs a person");
        if (std::exchange(was, title) != title)
            m_header->setTitle(title);
    });
    connect(m_waiting, &Button::clicked, &model, &AttentionModel::showWaiting);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT selected(m_model.item(index.row()));
    });
    const auto open = [this](const QModelIndex &index) { Q_EMIT opened(m_model.item(index.row())); };
    connect(m_list, &QListView::activated, this, open);
    connect(m_list, &QListView::clicked, this, [this, open](const QModelIndex &index) {
        m_secondClick.swallow(); // what opens lies over the list
        open(index);
    });
    showState();
}

void AttentionPanel::setHeadWidget(QWidget *widget)
{
    m_layout->insertWidget(0, widget);
}

QWidget *AttentionPanel::list() const
{
    return m_list->isVisible() ? static_cast<QWidget *>(m_list) : m_calm;
}

void AttentionPanel::showState()
{
    const int rows = m_model.rowCount();
    const bool hasData = m_store.hasSnapshot();
    m_header->setCount(hasData ? format::number(rows) : QString());
    m_header->setNote(rows > 1 ? tr("worst first") : QString());
    m_list->setVisible(rows > 0);
    m_loading->setVisible(!hasData);
    m_calm->setVisible(hasData && rows == 0);
    m_waiting->setVisible(m_model.waiting() > 0);
    m_waiting->setText(tr("%1 new above").arg(format::number(m_model.waiting())));
    if (!m_calm->isVisible() && rows > 0)
        return;
    const qsizetype sites = m_store.tables().sites.size();
    const qsizetype connections = m_store.tables().connections.size();
    const QString proof = sites == 0 && connections == 0 ? tr("Nothing is connected yet, so nothing can be wrong.")
                                                         : tr("%1 sites through %2 connections were looked at.")
                                                               .arg(format::number(sites), format::number(connections));
    m_calm->setNotice({QStringLiteral("bell"), {}, tr("Nothing needs a person"), proof, {}});
}

bool AttentionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isStep = key->key() == Qt::Key_J || key->key() == Qt::Key_K;
        if (isStep && key->modifiers() == Qt::NoModifier) {
            walk(key->key() == Qt::Key_J ? +1 : -1);
            return true;
        }
    }
    return SidePanel::eventFilter(watched, event);
}

void AttentionPanel::walk(int step)
{
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + step : 0;
    if (row >= 0 && row < m_model.rowCount())
        m_list->setCurrentIndex(m_model.index(row));
}

QString AttentionPanel::copyText() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? index.data(Qt::AccessibleTextRole).toString() : QString();
}

} // namespace graticule
