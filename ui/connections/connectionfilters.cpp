// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionfilters.h"

#include "models/statetext.h"
#include "widgets/basic/filtertoken.h"
#include "widgets/basic/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

namespace graticule {

namespace {

constexpr int kWords = 150;
constexpr ConnectionsFilter::Order kOrders[] = {ConnectionsFilter::Order::Worst, ConnectionsFilter::Order::Name,
                                                ConnectionsFilter::Order::Load, ConnectionsFilter::Order::Latency};

} // namespace

ConnectionFilters::ConnectionFilters(const ThemeSwitch &themes, ConnectionsFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_filter(filter)
    , m_order(new FilterToken(themes, FilterToken::Kind::Opens, this))
    , m_kind(new FilterToken(themes, FilterToken::Kind::Opens, this))
    , m_state(new FilterToken(themes, FilterToken::Kind::Opens, this))
    , m_words(new QLineEdit(this))
    , m_sum(new Label(themes, {.style = TextStyle::Small, .colour = Colour::Text3}, this))
{
    setAccessibleName(tr("Order and filter"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_order->setObjectName(QStringLiteral("order"));
    m_kind->setObjectName(QStringLiteral("filterKind"));
    m_state->setObjectName(QStringLiteral("filterState"));
    m_words->setObjectName(QStringLiteral("filterWords"));
    m_words->setPlaceholderText(tr("Filter (/)"));
    m_words->setAccessibleName(tr("Filter connections"));
    m_words->setAccessibleDescription(tr("Words, or kind:docker, state:stale, state:trouble"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaxLength(200);
    m_words->setFixedWidth(kWords);
    for (QWidget *each : std::initializer_list<QWidget *>{m_order, m_kind, m_state, m_words})
        layout->addWidget(each);
    m_sum->setObjectName(QStringLiteral("connections.sum"));
    layout->addWidget(m_sum, 1);
    connect(m_order, &FilterToken::clicked, this, &ConnectionFilters::openOrders);
    connect(m_kind, &FilterToken::clicked, this, &ConnectionFilters::openKinds);
    connect(m_state, &FilterToken::clicked, this, &ConnectionFilters::openStates);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter.setWords(words);
        Q_EMIT filtersChanged();
    });
    showTokens();
}

QString ConnectionFilters::orderTitle(ConnectionsFilter::Order order)
{
    switch (order) {
    case ConnectionsFilter::Order::Name:
        return tr("by name");
    case ConnectionsFilter::Order::Load:
        return tr("most load first");
    case ConnectionsFilter::Order::Latency:
        return tr("slowest first");
    case ConnectionsFilter::Order::Worst:
        break;
    }
    return tr("worst first");
}

void ConnectionFilters::showTokens()
{
    m_order->setFilter(tr("order"), orderTitle(m_filter.order()));
    m_kind->setFilter(tr("kind"), m_filter.kind().isEmpty() ? tr("any") : StateText::connectorTitle(m_filter.kind()));
    m_state->setFilter(tr("state"), m_filter.onlyTrouble() ? tr("in trouble") : tr("any"));
    Q_EMIT filtersChanged();
}

void ConnectionFilters::setOrder(ConnectionsFilter::Order order)
{
    m_filter.setOrder(order);
    showTokens();
}

void ConnectionFilters::setSum(const QStringList &parts)
{
    m_parts = parts;
    m_sum->setLook({.style = TextStyle::Small, .colour = Colour::Text3, .alignment = Qt::AlignRight});
    fitSum();
}

void ConnectionFilters::fitSum()
{
    const QString dot = QStringLiteral(" · ");
    int taken = m_words->geometry().width() + layout()->spacing();
    for (const FilterToken *each : {m_order, m_kind, m_state})
        taken += each->sizeHint().width() + layout()->spacing();
    QStringList shown = m_parts;
    while (shown.size() > 1 && textWidth(m_themes.theme(), TextStyle::Small, shown.join(dot)) > width() - taken)
        shown.removeLast();
    m_sum->setText(shown.join(dot));
    m_sum->setToolTip(shown == m_parts ? QString() : m_parts.join(dot));
    m_sum->setAccessibleName(m_parts.join(dot));
}

void ConnectionFilters::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSum();
}

void ConnectionFilters::focusWords()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

bool ConnectionFilters::clear()
{
    if (!m_filter.isFiltering())
        return false;
    m_words->clear();
    m_filter.setKind({});
    m_filter.setOnlyTrouble(false);
    showTokens();
    return true;
}

void ConnectionFilters::popUp(QMenu *menu, FilterToken *below)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(below->mapToGlobal(QPoint(0, below->height() + 2)));
}

void ConnectionFilters::openOrders()
{
    auto *menu = new QMenu(this);
    for (const ConnectionsFilter::Order order : kOrders) {
        QAction *action = menu->addAction(orderTitle(order), this, [this, order] { setOrder(order); });
        action->setCheckable(true);
        action->setChecked(order == m_filter.order());
    }
    popUp(menu, m_order);
}

void ConnectionFilters::openKinds()
{
    auto *menu = new QMenu(this);
    QStringList kinds = m_filter.kinds();
    kinds.prepend(QString());
    for (const QString &kind : kinds) {
        QAction *action =
            menu->addAction(kind.isEmpty() ? tr("any") : StateText::connectorTitle(kind), this, [this, kind] {
                m_filter.setKind(kind);
                showTokens();
            });
        action->setCheckable(true);
        action->setChecked(kind == m_filter.kind());
    }
    popUp(menu, m_kind);
}

void ConnectionFilters::openStates()
{
    auto *menu = new QMenu(this);
    for (const bool only : {false, true}) {
        QAction *action = menu->addAction(only ? tr("in trouble") : tr("any"), this, [this, only] {
            m_filter.setOnlyTrouble(only);
            showTokens();
        });
        action->setCheckable(true);
        action->setChecked(only == m_filter.onlyTrouble());
    }
    popUp(menu, m_state);
}

} // namespace graticule
