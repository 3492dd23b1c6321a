// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/samepage.h"

#include "models/format.h"
#include "models/rules/waitingtext.h"
#include "models/sayingtext.h"
#include "ui/page/keeperfacts.h"
#include "ui/rules/fittedcolumns.h"
#include "ui/rules/pagehead.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr Milliseconds kReadAgain{1500}; // by then what is the same has been read again, mostly
constexpr Milliseconds kFollow{5000};    // from one look at what does not follow yet to the next

} // namespace

SamePage::SamePage(const ThemeSwitch &themes, FleetStore &store, RuleQueries &queries, KeeperFacts &facts,
                   UndoBar &said, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_store(store)
    , m_queries(queries)
    , m_facts(facts)
    , m_said(said)
{
    setObjectName(QStringLiteral("same.page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    layout->addWidget(m_head);
    auto *words = new Label(themes, {.colour = Colour::Text2}, this);
    words->setText(tr("A name alone makes nothing one. These are called the same, and something else speaks for it: "
                      "say whether they are. The label graticule.dev/service does the same."));
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(16, 0, 16, 8);
    inset->addWidget(words);
    layout->addLayout(inset);
    buildTable();
    auto *rows = new QFrame(this);
    rows->setProperty("surface", QStringLiteral("panel"));
    auto *side = new QHBoxLayout(rows);
    side->setContentsMargins(tokens::space::s, 0, tokens::space::s, 0); // below the words above them
    side->addWidget(m_table);
    layout->addWidget(rows, 1);
    m_empty = new ViewState(themes, this);
    m_empty->setObjectName(QStringLiteral("same.empty"));
    m_empty->setNotice({QStringLiteral("copy"), {}, tr("Reading what may be the same"), {}, {}});
    layout->addWidget(m_empty, 1);
    m_table->parentWidget()->hide();
    connect(m_empty, &ViewState::actionTriggered, this, &SamePage::read);
    connect(&facts, &KeeperFacts::factsChanged, this, &SamePage::showButtons);
    showButtons();
}

void SamePage::buildHead()
{
    m_head = new PageHead(m_themes, QStringLiteral("same"), tr("Services"), tr("Same services"), this);
    m_nothing = m_head->add(tr("Take back"), "nothing", "undo-2");
    m_different = m_head->add(tr("Not the same"), "different", "x");
    m_same = m_head->add(tr("The same"), "same", "check", Button::Kind::Primary);
    connect(m_head, &PageHead::backAsked, this, &SamePage::closeAsked);
    connect(m_same, &Button::clicked, this, [this] { say(Say::Same); });
    connect(m_different, &Button::clicked, this, [this] { say(Say::Different); });
    connect(m_nothing, &Button::clicked, this, [this] { say(Say::Nothing); });
}

void SamePage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("same.table"));
    m_table->setAccessibleName(tr("Services that may be the same"));
    m_table->setModel(&m_model);
    (new CellDelegate(m_themes, *m_table))->setStrongColumn(SameModel::One);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setHighlightSections(false);
    new FittedColumns(*m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SamePage::showButtons);
}

void SamePage::read()
{
    m_queries.sameServices(this, [this](const Result<SameServices> &same) { show(same); });
}

void SamePage::show(const Result<SameServices> &same)
{
    m_isRead = bool(same);
    m_error = same ? Error() : same.error();
    if (same)
        take(*same);
    const bool hasRows = m_isRead && m_model.rowCount() > 0;
    m_table->parentWidget()->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    const int suggested = same ? int(same->suggestions.size()) : 0;
    m_head->setState(!same             ? QString()
                     : same->more == 0 ? tr("%n suggested", nullptr, suggested)
                                       : tr("%1 suggested, the first %2 are listed")
                                             .arg(format::number(suggested + same->more), format::number(suggested)));
    m_head->setWaiting(same ? WaitingText::of(same->waiting, m_store.clock().now()) : QString());
    if (same && !same->waiting.isEmpty())
        follow();
    if (!hasRows && m_isRead)
        m_empty->setNotice({QStringLiteral("check"),
                            {},
                            tr("No two services look like the same"),
                            tr("None are called the same and are part of the same, or run the same image."),
                            {}});
    else if (!hasRows)
        m_empty->setNotice({{},
                            StateShape::Refused,
                            tr("What may be the same cannot be read"),
                            SayingText::of(m_error),
                            tr("Try again")});
    showButtons();
}

void SamePage::follow()
{
    if (std::exchange(m_isFollowing, true))
        return;
    m_store.clock().after(kFollow, this, [this] {
        m_isFollowing = false;
        if (isVisible())
            read(); // else when it wakes
    });
}

/// The two that were chosen stay so wherever they stand now; when they are gone, nothing is, so that no button is about
/// two others than before.
void SamePage::take(const SameServices &same)
{
    const int before = m_table->currentIndex().row();
    const bool wasEmpty = m_model.rowCount() == 0;
    const auto chosen = before >= 0 ? m_model.services(before) : std::pair<ToldService, ToldService>();
    m_model.setSame(same);
    int row = wasEmpty && m_model.rowCount() > 0 ? 0 : -1;
    for (int i = 0; before >= 0 && i < m_model.rowCount(); ++i) {
        const auto [one, other] = m_model.services(i);
        const bool isIt = (one.id == chosen.first.id && other.id == chosen.second.id) ||
                          (one.id == chosen.second.id && other.id == chosen.first.id);
        row = isIt ? i : row;
    }
    m_table->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row, SameModel::One));
    if (row < 0)
        m_table->clearSelection();
}

QString SamePage::whyNot(Say what) const
{
    const int row = m_table->currentIndex().row();
    if (const QString why = m_facts.whyNotOperate(); !why.isEmpty())
        return why;
    if (row < 0 || row >= m_model.rowCount())
        return tr("Nothing is chosen");
    if (m_isAsking)
        return tr("The keeper has been asked");
    if ((what == Say::Nothing) == m_model.isSuggestion(row))
        return m_model.isSuggestion(row) ? tr("Nobody said anything of these two")
                                         : tr("Take back first what was said");
    return {};
}

void SamePage::showButtons()
{
    for (const auto &[button, what] :
         {std::pair(m_same, Say::Same), std::pair(m_different, Say::Different), std::pair(m_nothing, Say::Nothing)}) {
        const QString why = whyNot(what);
        button->setEnabled(why.isEmpty());
        button->setToolTip(why);
    }
}

void SamePage::say(Say what)
{
    if (const QString why = whyNot(what); !why.isEmpty()) {
        m_said.offer(why);
        return;
    }
    const auto [one, other] = m_model.services(m_table->currentIndex().row());
    ask(what, one.id, other.id, false);
}

void SamePage::ask(Say what, const EntityId &one, const EntityId &other, bool takesBack)
{
    m_isAsking = true;
    showButtons();
    const auto done = [this, what, one, other, takesBack](const Result<SameDecision> &decision) {
        m_isAsking = false;
        read();
        m_store.clock().after(kReadAgain, this, [this] { read(); });
        if (!decision) {
            m_said.offer(SayingText::of(decision.error()));
            return;
        }
        QString words = what == Say::Same        ? tr("They are one now: %1").arg(decision->name)
                        : what == Say::Different ? tr("They are not the same, and nobody is asked again")
                                                 : tr("Nothing is said of them any more");
        if (!decision->waiting.isEmpty()) {
            const QString names = WaitingText::names(decision->waiting);
            words = what == Say::Same
                        ? tr("They become one, %1, once what is done through %2 has ended").arg(decision->name, names)
                        : tr("%1; it shows once what is done through %2 has ended").arg(words, names);
        }
        const Say undoing = what != Say::Nothing ? Say::Nothing : decision->isSame ? Say::Same : Say::Different;
        const auto undo = [this, undoing, one, other] { ask(undoing, one, other, true); };
        takesBack ? m_said.takenBack(words, undo) : m_said.offer(words, undo);
    };
    if (what == Say::Nothing)
        m_queries.undecideSame(this, one, other, done);
    else
        m_queries.decideSame(this, one, other, what == Say::Same, done);
}

QList<QWidget *> SamePage::regions() const
{
    return {m_table, m_empty};
}

bool SamePage::closeLayer()
{
    Q_EMIT closeAsked();
    return true;
}

QString SamePage::copyText() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? m_model.sentence(row) : QString();
}

QList<ConsoleAction> SamePage::actions()
{
    QList<ConsoleAction> all;
    const auto add = [&](const char *id, const char *icon, const QString &title, Say what) {
        ConsoleAction action;
        action.id = QStringLiteral("same.") + QLatin1String(id);
        action.icon = QLatin1String(icon);
        action.title = title;
        action.section = tr("Same services");
        action.scope = this;
        action.run = [this, what] { say(what); };
        action.whyNot = [this, what] { return whyNot(what); };
        all << action;
    };
    add("same", "check", tr("Say that the two services are the same"), Say::Same);
    add("different", "x", tr("Say that the two services are not the same"), Say::Different);
    add("nothing", "undo-2", tr("Take back what was said of the two services"), Say::Nothing);
    return all;
}

} // namespace graticule
