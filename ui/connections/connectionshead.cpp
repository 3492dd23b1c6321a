// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionshead.h"

#include "models/format.h"
#include "ui/page/looks.h"
#include "widgets/basic/button.h"
#include "widgets/basic/label.h"
#include "widgets/basic/statecount.h"

#include <QHBoxLayout>

namespace graticule {

namespace {

constexpr int kHeight = 52;

/// In the order in which they are counted.
constexpr std::array<ConnectionState, 8> kCounted{
    ConnectionState::Live,    ConnectionState::Slow,   ConnectionState::Stale,      ConnectionState::Unreachable,
    ConnectionState::Refused, ConnectionState::Paused, ConnectionState::Connecting, ConnectionState::NeverAsked};

} // namespace

ConnectionsHead::ConnectionsHead(const ThemeSwitch &themes, const ConnectionsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setFixedHeight(kHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *title = new Label(themes, {.style = TextStyle::Title, .elide = Qt::ElideNone}, this);
    title->setText(tr("Connections"));
    title->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    row->addWidget(title);
    for (StateCount *&count : m_counts) {
        count = new StateCount(themes, this);
        count->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        row->addWidget(count);
    }
    row->addStretch();
    auto *rules = new Button(themes, tr("Label rules"), Button::Kind::Quiet, this);
    rules->setObjectName(QStringLiteral("labelRules"));
    rules->setIconName(QStringLiteral("scroll-text"));
    rules->setToolTip(tr("How labels become sites, services and data"));
    row->addWidget(rules);
    connect(rules, &Button::clicked, this, &ConnectionsHead::rulesAsked);
    Button *add = m_add = new Button(themes, tr("Add"), Button::Kind::Default, this);
    add->setObjectName(QStringLiteral("addConnection"));
    add->setIconName(QStringLiteral("plus"));
    add->setAccessibleName(tr("Add connection …"));
    setLocked({});
    connect(add, &Button::clicked, this, &ConnectionsHead::addAsked);
    row->addWidget(add);
}

void ConnectionsHead::setLocked(const QString &why)
{
    m_add->setEnabled(why.isEmpty());
    m_add->setToolTip(why.isEmpty() ? tr("Add a connection (Ctrl+N)") : why);
}

void ConnectionsHead::showCounts()
{
    for (size_t i = 0; i < kCounted.size(); ++i) {
        const StateLook look = StateText::look(kCounted[i]);
        const int n = m_model.count(kCounted[i]);
        m_counts[i]->setCount(
            {shapeOf(look.symbol), format::number(n), StateText::inSentence(look.text), n > 0, false});
        m_counts[i]->setVisible(n > 0);
    }
}

void ConnectionsHead::fit(int room)
{
    for (StateCount *count : m_counts)
        count->setCompact(false);
    layout()->invalidate();
    for (auto count = m_counts.rbegin(); count != m_counts.rend(); ++count) {
        if (layout()->sizeHint().width() <= room)
            return;
        (*count)->setCompact(true);
        layout()->invalidate();
    }
}

} // namespace graticule
