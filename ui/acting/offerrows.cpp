// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/acting/offerrows.h"

#include "ui/acting/actingdesk.h"
#include "ui/acting/iconmark.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/hairline.h"
#include "widgets/basic/sectionheader.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace graticule {

namespace {

constexpr int kSide = 20;
constexpr int kButton = 132; ///< pixels at least, so that the words stand below each other

} // namespace

OfferRows::OfferRows(const QString &page, ActingDesk &desk, QWidget *parent)
    : QFrame(parent)
    , m_page(page)
    , m_desk(desk)
    , m_offers(desk.offersFor(this))
{
    setObjectName(page + QStringLiteral(".acts"));
    setAccessibleName(tr("Actions"));
    setProperty("surface", QStringLiteral("panel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->setSpacing(0);
    layout->addWidget(new Hairline(this));
    m_head = new SectionHeader(desk.themes(), tr("Actions"), SectionHeader::Size::Group, this);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(kSide, 4, kSide, 0);
    body->setSpacing(4);
    m_through = new QComboBox(this);
    m_through->setObjectName(page + QStringLiteral(".actsThrough"));
    m_through->setAccessibleName(tr("Act through"));
    m_through->hide();
    connect(m_through, &QComboBox::activated, this, [this] {
        m_isChosen = true;
        choose();
    });
    auto *head = new QHBoxLayout;
    head->addWidget(m_head, 1);
    head->addWidget(m_through);
    body->addLayout(head);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(4);
    body->addLayout(m_rows);
    m_note = makeText(this, "small", "faint");
    m_note->setObjectName(page + QStringLiteral(".actsNote"));
    body->addWidget(m_note);
    layout->addLayout(body);
    connect(m_offers, &ActionOffers::changed, this, [this] {
        if (!passOn())
            show();
    });
    show();
}

QKeySequence OfferRows::keyOf(const QString &verb)
{
    static const QHash<QString, QKeySequence> keys{{QStringLiteral("cordon"), Qt::Key_O},
                                                   {QStringLiteral("uncordon"), Qt::Key_U},
                                                   {QStringLiteral("drain"), Qt::Key_D},
                                                   {QStringLiteral("scale"), Qt::Key_S},
                                                   {QStringLiteral("restart"), Qt::Key_R}};
    return keys.value(verb);
}

void OfferRows::setTargets(const QList<ActionTarget> &targets, const QString &stamp)
{
    // What was asked for of the one before is not meant of this one.
    const EntityId before = m_offers->target().id;
    if (!before.isEmpty() && (targets.isEmpty() || targets.first().id != before))
        m_wanted.clear();
    if (targets != m_targets)
        m_passed = 0;
    m_isChosen = m_isChosen && !targets.isEmpty() && targets.first().id == before;
    m_stamp = stamp;
    if (std::exchange(m_targets, targets) != targets)
        showTargets();
    choose();
}

/// Which connection was chosen stays chosen while it is there.
void OfferRows::showTargets()
{
    const QString before = m_through->currentText();
    m_through->clear();
    for (const ActionTarget &target : std::as_const(m_targets))
        m_through->addItem(target.through);
    m_through->setCurrentIndex(std::max(0, m_through->findText(before)));
    m_through->setVisible(m_targets.size() > 1);
    m_head->setNote(m_targets.size() == 1 ? tr("through %1").arg(m_targets.first().through) : tr("through"));
}

void OfferRows::choose()
{
    const int at = m_through->currentIndex();
    m_offers->setTarget(at < 0 ? ActionTarget() : m_targets[at], m_stamp);
    show();
}

OfferRows::Line OfferRows::makeLine(const QString &verb)
{
    Line line;
    line.row = new QWidget(this);
    auto *layout = new QHBoxLayout(line.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    line.button = new Button(m_desk.themes(), {}, Button::Kind::Default, line.row);
    line.button->setObjectName(m_page + QStringLiteral(".act.") + verb);
    line.button->setMinimumWidth(kButton);
    line.lock = new IconMark(m_desk.themes(), QStringLiteral("lock"), line.row);
    line.words = makeText(line.row, "small", "secondary");
    line.words->setObjectName(m_page + QStringLiteral(".actWords.") + verb);
    layout->addWidget(line.button);
    layout->addWidget(line.lock);
    layout->addWidget(line.words, 1);
    m_rows->addWidget(line.row);
    connect(line.button, &Button::clicked, this, [this, verb] { propose(verb); });
    return line;
}

/// Of several connections the first that offers anything, until somebody chose one; the first when none does.
bool OfferRows::passOn()
{
    const bool hasNothing = m_offers->isSettled() && m_offers->rows().empty();
    if (m_isChosen || !hasNothing || m_targets.size() < 2 || m_passed >= m_targets.size())
        return false;
    ++m_passed;
    m_through->setCurrentIndex((m_through->currentIndex() + 1) % int(m_targets.size()));
    choose();
    return true;
}

void OfferRows::show()
{
    const auto &rows = m_offers->rows();
    for (const auto &row : rows) {
        if (!m_lines.contains(row.offer.verb))
            m_lines.insert(row.offer.verb, makeLine(row.offer.verb));
        const Line &line = m_lines[row.offer.verb];
        line.button->setText(tr("%1 …", "a verb; it asks first").arg(row.title));
        if (const QKeySequence key = keyOf(row.offer.verb); !key.isEmpty())
            line.button->setKeyHint(key);
        line.button->setEnabled(row.isOpen);
        line.button->setAccessibleDescription(row.words);
        line.lock->setVisible(!row.isOpen);
        line.words->setText(row.words);
    }
    for (auto line = m_lines.cbegin(); line != m_lines.cend(); ++line)
        line->row->setVisible(m_offers->find(line.key()));
    m_note->setText(m_offers->note());
    m_note->setVisible(!m_offers->note().isEmpty());
    setVisible(!rows.empty() || !m_offers->note().isEmpty());
    if (!m_wanted.isEmpty() && isReady())
        propose(std::exchange(m_wanted, {}));
}

bool OfferRows::isReady() const
{
    return !m_offers->target().id.isEmpty() && m_offers->isSettled();
}

void OfferRows::propose(const QString &verb)
{
    const ActionOffers::Row *row = m_offers->find(verb);
    if (row && row->isOpen)
        m_desk.propose(m_offers->target(), row->offer);
    else if (!isReady())
        m_wanted = verb;
}

} // namespace graticule
