// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulespage.h"

#include "models/format.h"
#include "models/rules/waitingtext.h"
#include "models/sayingtext.h"
#include "ui/page/commandlock.h"
#include "ui/page/keeperfacts.h"
#include "ui/rules/fittedcolumns.h"
#include "ui/rules/pagehead.h"
#include "ui/rules/ruleseditor.h"
#include "widgets/basic/celldelegate.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {
namespace {

constexpr int kMargin = 16;
constexpr int kAnyWidth = 500;
constexpr int kCountRows = 7;         // that are seen without scrolling
constexpr Milliseconds kFollow{5000}; // from one look at what does not follow yet to the next

/// Whether more things match or would change than are listed; those that would change come first.
bool isCut(const RulePreview &preview)
{
    const auto unmatched = std::count_if(preview.things.begin(), preview.things.end(),
                                         [](const RuledThing &thing) { return thing.rules.isEmpty(); });
    return std::max<qsizetype>(preview.changed, preview.matched + unmatched) > preview.things.size();
}

} // namespace

RulesPage::RulesPage(const ThemeSwitch &themes, FleetStore &store, RuleQueries &queries, KeeperFacts &facts,
                     UndoBar &said, QWidget *parent)
    : Page(parent)
    , m_themes(themes)
    , m_store(store)
    , m_queries(queries)
    , m_facts(facts)
    , m_said(said)
{
    setObjectName(QStringLiteral("rules.page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHead();
    layout->addWidget(m_head);
    auto *body = new QSplitter(this);
    body->setChildrenCollapsible(false);
    m_editor = new RulesEditor(themes, this);
    connect(m_editor, &RulesEditor::edited, this, [this] {
        m_pause->start();
        showState();
    });
    body->addWidget(m_editor);
    body->addWidget(buildPreview());
    body->setStretchFactor(0, 1);
    body->setStretchFactor(1, 2);
    body->setSizes({kAnyWidth, 2 * kAnyWidth}); // whatever the words in them would like
    m_body = body;
    layout->addWidget(body, 1);
    m_empty = new ViewState(themes, this);
    m_empty->setObjectName(QStringLiteral("rules.empty"));
    m_empty->setNotice({QStringLiteral("scroll-text"), {}, tr("Reading the rules"), {}, {}});
    layout->addWidget(m_empty, 1);
    m_body->hide();
    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPause);
    connect(m_pause, &QTimer::timeout, this, &RulesPage::ask);
    connect(m_empty, &ViewState::actionTriggered, this, &RulesPage::read);
    connect(&facts, &KeeperFacts::factsChanged, this, &RulesPage::showState);
    connect(&store, &FleetStore::linkChanged, this, [this](const KeeperLink &link) {
        if (link.state == KeeperLink::State::Live && isVisible() && !m_isRead)
            read();
    });
    showState();
}

RulesPage::~RulesPage() = default;

void RulesPage::buildHead()
{
    m_head = new PageHead(m_themes, QStringLiteral("rules"), tr("Connections"), tr("Label rules"), this);
    m_revert = m_head->add(tr("Discard changes"), "revert", "undo-2");
    m_save = m_head->add(tr("Save"), "save", "check", Button::Kind::Primary);
    connect(m_head, &PageHead::backAsked, this, &RulesPage::closeAsked);
    connect(m_revert, &Button::clicked, this, &RulesPage::revert);
    connect(m_save, &Button::clicked, this, &RulesPage::save);
}

QWidget *RulesPage::buildPreview()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(kMargin / 2, 0, kMargin, kMargin);
    layout->setSpacing(8);
    m_sum = new Label(m_themes, {.colour = Colour::Text2}, part);
    m_sum->setObjectName(QStringLiteral("rules.sum"));
    m_countTable = table("rules.counts", tr("Rules, and how much each of them matches"), m_counts);
    m_countTable->setFixedHeight((kCountRows + 1) * m_countTable->verticalHeader()->defaultSectionSize());
    m_thingTable = table("rules.things", tr("What the rules match"), m_things);
    layout->addWidget(m_sum);
    layout->addWidget(m_countTable);
    layout->addWidget(m_thingTable, 1);
    connect(m_countTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) { m_things.setRule(RuleCountsModel::ruleAt(row.row())); });
    return part;
}

QTableView *RulesPage::table(const char *name, const QString &words, QAbstractItemModel &model)
{
    auto *view = new QTableView(this);
    view->setObjectName(QLatin1String(name));
    view->setAccessibleName(words);
    view->setModel(&model);
    (new CellDelegate(m_themes, *view))->setStrongColumn(0);
    view->setTabKeyNavigation(false);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->horizontalHeader()->setHighlightSections(false);
    new FittedColumns(*view);
    return view;
}

void RulesPage::wake()
{
    if (!isEdited())
        read();
    else
        ask(); // the fleet has gone on meanwhile
}

void RulesPage::read()
{
    m_queries.readRules(this, [this](const Result<RulesFile> &file) {
        if (file)
            take(*file);
        else
            showFailure(file.error());
    });
}

void RulesPage::take(const RulesFile &file)
{
    const bool keeps = m_isRead && isEdited(); // what a person writes is not taken away
    m_file = file;
    m_unedited = RulesEditor::asShown(file.text);
    m_isRead = true;
    m_empty->hide();
    m_body->show();
    if (!keeps && isEdited())
        m_editor->setText(file.text);
    showMistakes(file.mistakes);
    showState();
    ask();
    follow();
}

/// While connections go by the rules of before, whether they still do.
void RulesPage::follow()
{
    m_head->setWaiting(WaitingText::of(m_file.waiting, m_store.clock().now()));
    if (m_isFollowing || m_file.waiting.isEmpty())
        return;
    m_isFollowing = true;
    m_store.clock().after(kFollow, this, [this] {
        m_isFollowing = false;
        if (!isVisible())
            return; // it is read when it wakes
        m_queries.readRules(this, [this](const Result<RulesFile> &file) {
            RulesFile known = m_file;
            if (file)
                known.waiting = file->waiting;
            if (file && *file != known) {
                take(*file);
                return;
            }
            m_file = known;
            follow();
        });
    });
}

void RulesPage::revert()
{
    m_editor->setText(m_file.text);
    showState();
    read();
}

void RulesPage::ask()
{
    m_pause->stop();
    m_question = std::make_unique<QObject>();
    m_isAsking = true;
    const QString asked = isEdited() ? m_editor->text() : m_file.text;
    m_queries.previewRules(m_question.get(), asked, [this](const Result<RulePreview> &preview) {
        m_question.release()->deleteLater(); // we may be within its call
        m_isAsking = false;
        m_isShown = true;
        if (preview)
            show(*preview);
        else
            m_sum->setText(SayingText::of(preview.error()));
    });
}

void RulesPage::show(const RulePreview &preview)
{
    const int rule = std::max(0, m_countTable->currentIndex().row());
    m_preview = preview;
    m_counts.setPreview(preview);
    m_things.setPreview(preview);
    m_countTable->setCurrentIndex(m_counts.index(std::min(rule, m_counts.rowCount() - 1), 0));
    showMistakes(isEdited() || !preview.mistakes.isEmpty() ? preview.mistakes : m_file.mistakes);
    m_sum->setText(sumOf(preview));
    showState();
}

QString RulesPage::sumOf(const RulePreview &preview) const
{
    if (!preview.mistakes.isEmpty() && preview.rules.isEmpty())
        return tr("Nothing is counted until the mistake is mended.");
    const QString matched = format::number(preview.matched);
    const QString all = format::number(preview.all);
    const QString changed = format::number(preview.changed);
    QString words = !preview.mistakes.isEmpty()
                        ? tr("Without what is mistaken: %1 of %2 nodes, services and data match, %3 would change.")
                              .arg(matched, all, changed)
                    : isEdited() ? tr("If this were saved: %1 of %2 nodes, services and data match, %3 would change.")
                                       .arg(matched, all, changed)
                                 : tr("As it is: %1 of %2 nodes, services and data match.").arg(matched, all);
    if (preview.looked < preview.all)
        words += QLatin1Char(' ') + tr("Only %1 could be looked at in time.").arg(format::number(preview.looked));
    if (isCut(preview))
        words += QLatin1Char(' ') + tr("The first %1 are listed.").arg(preview.things.size());
    return words;
}

void RulesPage::showFailure(const Error &error)
{
    m_isShown = true;
    m_isRead = false;
    m_body->hide();
    m_empty->show();
    m_empty->setNotice(
        {{},
         StateShape::Refused,
         error.kind == ErrorKind::Unsupported ? tr("This keeper has no label rules") : tr("The rules cannot be read"),
         SayingText::of(error),
         tr("Try again")});
    showState();
}

void RulesPage::showMistakes(const QStringList &mistakes)
{
    m_editor->showMistakes(mistakes,
                           isEdited() ? QString() : tr("Until this is mended, the rules that held before hold on."));
}

bool RulesPage::isEdited() const
{
    return m_editor->text() != m_unedited;
}

QString RulesPage::whyNotSave() const
{
    if (m_store.isPast())
        return CommandLock::words();
    if (!m_isRead)
        return tr("The rules are not known");
    if (!m_facts.keeper().permissions.contains(QLatin1String("admin")))
        return tr("Needs the role admin");
    if (m_isSaving)
        return tr("The keeper has been asked");
    if (!isEdited())
        return tr("Nothing was changed");
    return m_preview.mistakes.isEmpty() ? QString() : tr("There is a mistake in it");
}

void RulesPage::showState()
{
    const QString why = whyNotSave();
    m_save->setEnabled(why.isEmpty());
    m_save->setToolTip(why.isEmpty() ? m_file.path : why);
    m_revert->setEnabled(m_isRead && isEdited());
    m_editor->setOpen(m_isRead);
    const QString inForce = tr("%n rules in force", nullptr, int(m_file.rules.size()));
    m_head->setState(!m_isRead    ? QString()
                     : m_isSaving ? tr("Saving …")
                     : isEdited() ? tr("%1 · changed here, not saved").arg(inForce)
                                  : inForce);
}

void RulesPage::save()
{
    if (const QString why = whyNotSave(); !why.isEmpty()) {
        m_said.offer(why);
        return;
    }
    m_isSaving = true;
    showState();
    const QString before = m_file.text;
    m_queries.saveRules(this, m_editor->text(), before, [this](const Result<RulesFile> &file) {
        m_isSaving = false;
        if (file) {
            take(*file);
            m_said.offer(file->waiting.isEmpty()
                             ? tr("Label rules saved; what they rule is read again")
                             : tr("Label rules saved. Read again once what is done through them has ended: %1")
                                   .arg(WaitingText::names(file->waiting)));
        } else {
            m_said.offer(SayingText::of(file.error()));
            if (file.error().kind == ErrorKind::Conflict)
                read(); // what is written here stays
        }
        showState();
    });
}

QString RulesPage::trouble(const KeeperFacts &facts)
{
    for (const BrokenFile &file : facts.brokenFiles()) {
        if (file.path.endsWith(QLatin1String("/label-rules.yaml")))
            return tr("%1. The rules that held before hold on.").arg(file.mistakes.value(0));
    }
    return {};
}

QList<QWidget *> RulesPage::regions() const
{
    return {m_editor->field(), m_countTable, m_thingTable};
}

bool RulesPage::closeLayer()
{
    if (isEdited())
        return false; // Esc takes nothing away
    Q_EMIT closeAsked();
    return true;
}

QString RulesPage::copyText() const
{
    const QModelIndex index = m_thingTable->currentIndex();
    return index.isValid() ? m_things.sentence(m_things.at(index.row())) : QString();
}

QList<ConsoleAction> RulesPage::actions()
{
    ConsoleAction saving;
    saving.id = QStringLiteral("rules.save");
    saving.icon = QStringLiteral("check");
    saving.title = tr("Save the label rules");
    saving.section = tr("Label rules");
    saving.keys = {Qt::CTRL | Qt::Key_Return};
    saving.scope = this;
    saving.run = [this] { save(); };
    saving.whyNot = [this] { return whyNotSave(); };
    ConsoleAction discarding;
    discarding.id = QStringLiteral("rules.revert");
    discarding.icon = QStringLiteral("undo-2");
    discarding.title = tr("Discard the changes of the label rules");
    discarding.section = tr("Label rules");
    discarding.scope = this;
    discarding.run = [this] { revert(); };
    discarding.whyNot = [this] { return isEdited() ? QString() : tr("Nothing was changed"); };
    return {saving, discarding};
}

} // namespace graticule
