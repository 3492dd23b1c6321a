// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acting/actsdock.h"

#include "models/acting/actiontext.h"
#include "models/format.h"
#include "ui/page/looks.h"
#include "ui/site/factcolumn.h"
#include "ui/site/statemark.h"
#include "widgets/basic/button.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/chip.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace graticule {

namespace {

constexpr int kHeight = 252;
constexpr int kListWidth = 520;
constexpr int kSide = 16;
constexpr int kMark = 16;
constexpr int kCellPadding = 8;

} // namespace

ActsDock::ActsDock(const ThemeSwitch &themes, FleetStore &store, ActsUnderWay &acts, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_store(store)
    , m_acts(acts)
    , m_list(acts, store)
    , m_items(store)
{
    setObjectName(QStringLiteral("acts.dock"));
    setAccessibleName(tr("Acts under way"));
    setProperty("surface", QStringLiteral("panel"));
    setFixedHeight(kHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline(this));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(buildList(), 2);
    row->addWidget(new Hairline(this, Qt::Vertical));
    row->addWidget(buildAct(), 3);
    column->addLayout(row, 1);
    connect(&acts, &ActsUnderWay::changed, this, &ActsDock::showCurrent);
    connect(&m_list, &QAbstractItemModel::modelReset, this, &ActsDock::keepCurrent);
    connect(&store, &FleetStore::linkChanged, this, &ActsDock::showCurrent);
    connect(&store, &FleetStore::secondPassed, this, [this] {
        if (isVisible())
            m_pods->viewport()->update(); // ages
    });
    keepCurrent();
}

QTableView *ActsDock::addTable(QWidget *parent, const char *id, const QString &name, QAbstractItemModel &model)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QString::fromLatin1(id));
    table->setAccessibleName(name);
    new CellDelegate(m_themes, *table);
    QHeaderView *header = table->horizontalHeader();
    header->setProperty("plain", true); // before it measures its words, by which its style is settled
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    table->setModel(&model);
    return table;
}

QWidget *ActsDock::buildList()
{
    auto *part = new QWidget(this);
    part->setMaximumWidth(kListWidth);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kSide, 8, kSide, 4);
    head->setSpacing(8);
    auto *title = new Label(m_themes, {.style = TextStyle::Heading, .elide = Qt::ElideNone}, part);
    title->setText(tr("Acts"));
    m_count = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3}, part);
    m_count->setObjectName(QStringLiteral("acts.count"));
    head->addWidget(title);
    head->addWidget(m_count);
    head->addStretch(1);
    column->addLayout(head);
    m_table = addTable(part, "acts.table", tr("Acts under way"), m_list);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(UnderWayModel::What, QHeaderView::Stretch);
    header->resizeSection(UnderWayModel::HowFar, 176);
    header->resizeSection(UnderWayModel::Who, 84);
    header->resizeSection(UnderWayModel::Length, 70);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        if (const QString key = m_list.keyAt(index.row()); !key.isEmpty())
            showAct(key);
    });
    auto *inset = new QHBoxLayout; // texts stand below texts
    inset->setContentsMargins(kSide - kCellPadding, 0, 0, 0);
    inset->addWidget(m_table);
    column->addLayout(inset, 1);
    setFocusProxy(m_table);
    return part;
}

Button *ActsDock::addButton(const QString &words, const char *id)
{
    auto *button = new Button(m_themes, words, Button::Kind::Default, this);
    button->setObjectName(QString::fromLatin1(id));
    return button;
}

QWidget *ActsDock::buildAct()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(kSide - kCellPadding, 8, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kCellPadding, 0, kSide, 0);
    head->setSpacing(8);
    m_mark = new StateMark(m_themes, kMark, part);
    m_title = new Label(m_themes, {.style = TextStyle::Heading}, part);
    m_title->setObjectName(QStringLiteral("acts.title"));
    m_state = new Chip(m_themes, {}, Tone::Normal, part);
    m_state->setObjectName(QStringLiteral("acts.state"));
    m_stop = addButton(tr("Stop"), "acts.stop");
    m_stop->setIconName(QStringLiteral("octagon-x"));
    m_record = addButton(tr("Its record"), "acts.record");
    m_record->setIconName(QStringLiteral("scroll-text"));
    m_read = addButton(tr("I have read it"), "acts.read");
    m_read->setIconName(QStringLiteral("check"));
    m_close = addButton({}, "acts.close");
    m_close->setIconName(QStringLiteral("chevron-down"));
    m_close->setAccessibleName(tr("Close; what is under way goes on"));
    m_close->setToolTip(m_close->accessibleName());
    head->addWidget(m_mark);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addStretch(1);
    for (Button *button : {m_stop, m_record, m_read, m_close})
        head->addWidget(button);
    column->addLayout(head);
    m_place = new Label(m_themes, {.style = TextStyle::Small, .colour = Colour::Text3}, part);
    m_place->setObjectName(QStringLiteral("acts.place"));
    auto *place = new QHBoxLayout;
    place->setContentsMargins(kCellPadding, 0, kSide, 0);
    place->addWidget(m_place);
    column->addLayout(place);
    m_outcome = makeText(part, "", "");
    m_outcome->setObjectName(QStringLiteral("acts.outcome"));
    m_outcome->setContentsMargins(kCellPadding, 4, kSide, 4);
    column->addWidget(m_outcome);
    m_pods = addTable(part, "acts.items", tr("Pod by pod"), m_items);
    QHeaderView *header = m_pods->horizontalHeader();
    header->resizeSection(ItemsModel::State, 140);
    header->resizeSection(ItemsModel::Name, 300);
    header->resizeSection(ItemsModel::Since, 70);
    header->setSectionResizeMode(ItemsModel::Why, QHeaderView::Stretch);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(0, 0, kSide - kCellPadding, 0);
    inset->addWidget(m_pods);
    column->addLayout(inset, 1);
    m_filler = new QWidget(part);
    column->addWidget(m_filler, 1);
    connect(m_stop, &Button::clicked, this, [this] { m_acts.stop(m_current); });
    connect(m_read, &Button::clicked, this, [this] { m_acts.forget(m_current); });
    connect(m_close, &Button::clicked, this, &ActsDock::closeAsked);
    connect(m_record, &Button::clicked, this, [this] {
        if (const ActsUnderWay::Act *act = m_acts.find(m_current))
            Q_EMIT recordAsked(act->told);
    });
    return part;
}

QString ActsDock::current() const
{
    return m_current;
}

void ActsDock::showAct(const QString &key)
{
    m_current = key;
    const int row = m_list.rowOf(key);
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_list.index(row, 0));
    showCurrent();
}

/// Rows were made anew: the chosen act stays chosen; one that is gone makes room for the newest.
void ActsDock::keepCurrent()
{
    const QString key = m_list.rowOf(m_current) >= 0 ? m_current : m_list.keyAt(0);
    showAct(key);
}

void ActsDock::showCurrent()
{
    const int underWay = m_acts.underWay();
    m_count->setText(underWay > 0 ? tr("%n under way", nullptr, underWay) : tr("none under way"));
    const ActsUnderWay::Act *act = m_acts.find(m_current);
    for (QWidget *part : std::initializer_list<QWidget *>{m_mark, m_title, m_state, m_place, m_record})
        part->setVisible(act);
    m_pods->setVisible(act && !act->told.progress.items.isEmpty());
    m_filler->setVisible(m_pods->isHidden());
    // What is of one piece has no such button; where it can be stopped it stays until it has.
    m_stop->setVisible(act && act->isUnderWay() && (act->told.progress.stoppable || act->isStopping));
    m_read->setVisible(act && !act->isUnderWay());
    if (!act) {
        m_outcome->setText(tr("Nothing is under way, and all that ended has been read."));
        m_items.setItems({});
        return;
    }
    const StateLook look = UnderWayModel::look(*act);
    m_mark->setState(shapeOf(look.symbol), look.text);
    m_title->setText(ActionText::title(act->told.action.verb, act->told.targetName));
    const QString howFar = UnderWayModel::howFar(*act);
    m_state->setText(act->isUnderWay() ? howFar : look.text); // how far it came stands in what is said of its end
    m_state->setAccessibleName(howFar);
    m_state->setTone(toneOf(look.emphasis));
    QStringList place{act->told.place, act->told.who.isEmpty() ? QString() : tr("asked for by %1").arg(act->told.who),
                      tr("begun %1").arg(format::timeUtc(act->told.begun)),
                      (act->isUnderWay() ? tr("for %1") : tr("took %1")).arg(m_list.length(*act))};
    place.removeAll(QString());
    m_place->setText(place.join(QStringLiteral(" · ")));
    const QString outcome = UnderWayModel::outcome(*act);
    m_outcome->setText(outcome);
    m_outcome->setVisible(!outcome.isEmpty());
    const bool isReachable = m_store.link().state == KeeperLink::State::Live;
    m_stop->setEnabled(!act->isStopping && isReachable);
    m_stop->setText(!isReachable      ? tr("Stop: the keeper is not answering")
                    : act->isStopping ? tr("Stopping after this pod")
                                      : tr("Stop"));
    m_stop->setToolTip(tr("Ends it between two pods; what was done stays"));
    m_items.setItems(act->told.progress.items, act->isUnderWay() ? kNever : act->ended);
}

} // namespace graticule
