// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectioneditor.h"

#include "backend/domain/connectionfields.h"
#include "models/sayingtext.h"
#include "ui/connections/editorfoot.h"
#include "ui/connections/keepertroubles.h"
#include "ui/connections/kindtiles.h"
#include "ui/connections/saveconflict.h"
#include "ui/connections/testrun.h"
#include "ui/site/factcolumn.h"
#include "widgets/basic/button.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/label.h"

#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kSide = 20;
constexpr int kGap = 8;

} // namespace

ConnectionEditor::ConnectionEditor(const ThemeSwitch &themes, ConsoleCommands &commands, KeeperFacts &facts,
                                   PlaceNames &places, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_commands(commands)
    , m_facts(facts)
{
    setProperty("surface", QStringLiteral("float"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    outer->addWidget(buildHead());
    auto *scroll = new QScrollArea(this);
    m_scroll = scroll;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll, 1);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(kSide, 4, kSide, 14);
    layout->setSpacing(12);
    m_above = new QVBoxLayout;
    m_above->setSpacing(8);
    layout->addLayout(m_above);
    m_kindBox = new QWidget(content);
    auto *kindLayout = new QVBoxLayout(m_kindBox);
    kindLayout->setContentsMargins(0, 0, 0, 0);
    kindLayout->setSpacing(6);
    QLabel *kind = makeText(m_kindBox, "small", "secondary");
    kind->setText(tr("Kind"));
    m_kinds = new KindTiles(themes, m_kindBox);
    kindLayout->addWidget(kind);
    kindLayout->addWidget(m_kinds);
    layout->addWidget(m_kindBox);
    m_form = new ConnectionForm(themes, places, content);
    layout->addWidget(m_form);
    m_conflict = new SaveConflict(themes, content);
    layout->addWidget(m_conflict);
    m_changes = makeText(content, "small", "secondary");
    m_changes->setObjectName(QStringLiteral("changes"));
    layout->addWidget(m_changes);
    m_test = new TestRun(themes, commands, this);
    m_below = new QVBoxLayout;
    layout->addLayout(m_below);
    layout->addStretch(1);
    scroll->setWidget(content);
    m_foot = new EditorFoot(themes, *m_test, this);
    outer->addWidget(m_foot);
    connect(m_foot, &EditorFoot::cancelAsked, this, &ConnectionEditor::closeAsked);
    connect(m_foot, &EditorFoot::saveAsked, this, &ConnectionEditor::save);

    connect(m_form, &ConnectionForm::edited, this, &ConnectionEditor::onEdited);
    connect(m_kinds, &KindTiles::kindChanged, this, &ConnectionEditor::showKinds);
    connect(m_form, &ConnectionForm::entered, this, &ConnectionEditor::test);
    connect(m_form, &ConnectionForm::revealAsked, this, [this](QWidget *input) {
        QTimer::singleShot(0, input, [this, input] { reveal(input); }); // its section may just have been unfolded
    });
    connect(m_test, &TestRun::asked, this, &ConnectionEditor::test);
    connect(m_test, &TestRun::outcomeChanged, this, &ConnectionEditor::showWords);
    connect(m_conflict, &SaveConflict::takeTheirsAsked, this, [this] { edit(ConnectionConfig(m_before)); });
    connect(m_conflict, &SaveConflict::keepMineAsked, this, [this] {
        m_conflict->hide();
        showChanges();
    });
    connect(&facts, &KeeperFacts::factsChanged, this, &ConnectionEditor::showKinds);
    showKinds();
}

ConnectionEditor::~ConnectionEditor() = default;

QWidget *ConnectionEditor::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(insets(*this, kSide, 12, 12, 8));
    m_title = new Label(m_themes, {.style = TextStyle::Title}, head);
    auto *close = new Button(m_themes, {}, Button::Kind::Quiet, head);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    connect(close, &Button::clicked, this, &ConnectionEditor::closeAsked);
    m_close = close;
    row->addWidget(m_title, 1);
    row->addWidget(close);
    return head;
}

void ConnectionEditor::addAbove(QWidget *widget)
{
    m_above->addWidget(widget);
}

void ConnectionEditor::addBelow(QWidget *widget)
{
    m_below->addWidget(widget);
}

void ConnectionEditor::add(const ConnectionConfig &like)
{
    ConnectionConfig fresh = like;
    fresh.id = EntityId();
    fresh.origin = Origin::Real;
    fresh.paused = false;
    m_before = {};
    m_begun = fresh;
    m_conflict->hide();
    m_test->clear();
    if (!fresh.type.isEmpty())
        m_kinds->setKind(fresh.type);
    m_isSaving = m_wasAsked = false;
    showKinds();
    m_form->setConfig(m_begun);
    m_begun = m_form->config(); // with the kind that is chosen
    say({}, false);
    showChanges();
}

void ConnectionEditor::edit(const ConnectionConfig &config)
{
    m_before = config;
    m_begun = config;
    m_conflict->hide();
    m_test->clear();
    m_isSaving = m_wasAsked = false;
    m_kinds->setKind(config.type);
    showKinds();
    m_form->setConfig(config);
    say({}, false);
    showChanges();
}

ConnectionConfig ConnectionEditor::entered() const
{
    return m_form->config();
}

void ConnectionEditor::enter(const ConnectionConfig &config)
{
    m_form->setConfig(config);
    showChanges();
}

bool ConnectionEditor::isChanged() const
{
    QStringList changed = changedFields(m_begun, entered());
    if (!isEditing())
        changed.removeAll(QStringLiteral("type")); // looking at another kind is no entry
    return !changed.isEmpty();
}

bool ConnectionEditor::asksBeforeDropping()
{
    if (!isChanged() || std::exchange(m_wasAsked, true))
        return false;
    say(tr("Nothing of this is saved. Once more, and what was typed is dropped; %1 saves it.")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)),
        true);
    return true;
}

void ConnectionEditor::focusField(const QString &field)
{
    m_form->focusField(field);
}

/// The kinds that there are, and the fields of the one that is chosen. A connection that exists keeps its kind.
void ConnectionEditor::showKinds()
{
    m_kinds->setKinds(m_facts.connectorTypes());
    m_form->setWhyNoFile(m_facts.keeper().mode == QLatin1String("team")
                             ? tr("The file is on the keeper's computer: write its path there")
                             : QString());
    const QString chosen = isEditing() ? m_before.type : m_kinds->kind();
    for (const ConnectorTypeInfo &kind : m_facts.connectorTypes()) {
        if (kind.type == chosen)
            m_form->setKind(kind);
    }
    showChanges();
}

/// Scrolls until @p input is seen with what is said below it.
void ConnectionEditor::reveal(QWidget *input)
{
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(input, 0, kGap);
}

/// What was said of the form before is not true of it any more.
void ConnectionEditor::onEdited()
{
    m_wasAsked = false;
    say({}, false);
    showChanges();
}

void ConnectionEditor::showChanges()
{
    m_test->follow(entered());
    const QString changes =
        isEditing() ? changesInWords(m_before, entered(), [this](const QString &f) { return m_form->titleOf(f); })
                    : QString();
    m_changes->setVisible(!changes.isEmpty());
    m_changes->setText(changes.isEmpty() ? QString() : tr("Will be changed:\n%1").arg(changes));
    showWords();
}

QString ConnectionEditor::whyNot() const
{
    if (const QString whyNot = m_facts.whyNotOperate(); !whyNot.isEmpty())
        return whyNot;
    return m_facts.connectorTypes().isEmpty() ? tr("The keeper has not told yet what it can connect") : QString();
}

void ConnectionEditor::showWords()
{
    const QString title = isEditing() ? tr("Edit %1").arg(m_before.name) : tr("Add connection");
    m_title->setText(title);
    setAccessibleName(title);
    m_close->setVisible(isEditing());
    m_foot->setCancelVisible(isEditing() || isChanged());
    m_kindBox->setVisible(!isEditing() && !m_facts.connectorTypes().isEmpty());
    const QString why = whyNot();
    const bool isFree = why.isEmpty() && !m_isSaving;
    m_test->button()->setEnabled(isFree);
    m_foot->setSaving(isEditing() ? tr("Save changes") : tr("Add connection"),
                      isFree && m_conflict->isHidden() && (!isEditing() || isChanged()));
    if (!why.isEmpty())
        say(why, false);
    else if (!m_saidWhy.isEmpty() && m_foot->said() == m_saidWhy)
        say({}, false);
    m_saidWhy = why;
}

/// Complaints that need no keeper stand at their fields; true when there is none.
bool ConnectionEditor::isGood(bool needsName)
{
    ConnectionForm::Troubles troubles = m_form->check();
    if (!needsName)
        troubles.remove(QStringLiteral("name"));
    m_form->showTroubles(troubles);
    if (!troubles.isEmpty())
        say(troubles.size() == 1 ? tr("1 field needs a look")
                                 : tr("%n fields need a look", nullptr, int(troubles.size())),
            true);
    return troubles.isEmpty();
}

void ConnectionEditor::test()
{
    m_test->clear(); // of the last one nothing is left to be read as if it were of this one
    if (!whyNot().isEmpty() || !isGood(false))
        return;
    say({}, false);
    m_test->start(entered());
}

void ConnectionEditor::save()
{
    if (!m_foot->canSave() || !isGood(true))
        return;
    m_isSaving = true;
    showWords();
    say(isEditing() ? tr("Asked the keeper to change it") : tr("Asked the keeper to connect"), false);
    const auto done = [this](const Result<ConnectionConfig> &reply) { onSaved(reply); };
    if (isEditing())
        m_commands.replace(this, entered(), m_before, done);
    else
        m_commands.save(this, entered(), done);
}

void ConnectionEditor::onSaved(const Result<ConnectionConfig> &reply)
{
    m_isSaving = false;
    if (!reply) {
        refused(reply.error());
        return;
    }
    const bool isTested = m_test->outcome() == TestRun::Outcome::Passed;
    const QString words =
        isTested ? tr("Saved as %1").arg(reply->name) : tr("Saved as %1, not tested").arg(reply->name);
    const ConnectionConfig &saved = *reply;
    const ConnectionConfig before = m_before;
    if (isEditing())
        edit(saved);
    else
        beginAnew();
    say(words, false);
    Q_EMIT this->saved(saved, before);
}

/// The next one begins where a form begins.
void ConnectionEditor::beginAnew()
{
    const bool isTyped = m_form->isAncestorOf(QApplication::focusWidget());
    add();
    if (isTyped)
        m_form->focusField(QStringLiteral("address"));
    m_scroll->verticalScrollBar()->setValue(0);
}

/// What was said belongs to what was done before somebody looked elsewhere.
void ConnectionEditor::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        say({}, false);
    QFrame::showEvent(event);
}

void ConnectionEditor::refused(const Error &error)
{
    const bool wasRemovedOrChanged =
        isEditing() && error.kind == ErrorKind::Conflict && !error.text.startsWith(QLatin1String("name: "));
    if (!wasRemovedOrChanged) {
        const ConnectionForm::Troubles left = m_form->showTroubles(troublesFrom(SayingText::of(error)));
        QStringList lines;
        for (auto trouble = left.cbegin(); trouble != left.cend(); ++trouble)
            lines << (trouble.key().isEmpty() ? *trouble : QStringLiteral("%1: %2").arg(trouble.key(), *trouble));
        say(lines.isEmpty() ? tr("The keeper did not take it") : lines.join(QLatin1Char('\n')), true);
        showWords();
        return;
    }
    // What it is now decides what can be chosen; what was entered stays.
    m_commands.connections(this, [this, error](const Result<QList<ConnectionConfig>> &reply) {
        std::optional<ConnectionConfig> now;
        if (reply) {
            const auto found =
                std::find_if(reply->begin(), reply->end(), [this](const auto &c) { return c.id == m_before.id; });
            if (found != reply->end())
                now = *found;
        }
        say(SayingText::of(error), true);
        if (now && changedFields(m_before, *now).isEmpty()) { // its file cannot be read: nothing to choose
            showWords();
            return;
        }
        say({}, false);
        m_conflict->tell(SayingText::of(error), m_before, now, [this](const QString &f) { return m_form->titleOf(f); });
        m_before = now.value_or(ConnectionConfig());
        if (!now) {
            ConnectionConfig mine = entered();
            mine.id = EntityId();
            m_form->setConfig(mine);
        }
        showChanges();
    });
}

void ConnectionEditor::say(const QString &words, bool failed)
{
    m_foot->say(words, failed);
}

} // namespace graticule
