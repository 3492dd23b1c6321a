// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionside.h"

#include "backend/domain/connectionfields.h"
#include "models/sayingtext.h"
#include "ui/connections/addpanel.h"
#include "ui/connections/connectionpanel.h"
#include "ui/connections/placenames.h"
#include "widgets/basic/button.h"
#include "widgets/basic/insets.h"
#include "widgets/basic/undobar.h"
#include "widgets/basic/viewstate.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace graticule {

namespace {

constexpr int kMargin = 16;
const QLatin1String kSiteField("place.site");

} // namespace

ConnectionSide::ConnectionSide(const ThemeSwitch &themes, FleetStore &store, ConnectionsModel &model,
                               ConnectionActions &actions, ConsoleCommands &commands, KeeperFacts &facts, UndoBar &undo,
                               QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_commands(commands)
    , m_undo(undo)
    , m_places(new PlaceNames(this))
{
    setFixedWidth(kWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(insets(*this, 0, kMargin, kMargin, kMargin));
    m_stack = new QStackedLayout;
    layout->addLayout(m_stack);
    m_panel = new ConnectionPanel(themes, store, model, actions, commands, facts);
    m_add = new AddPanel(themes, commands, facts, *m_places);
    m_edit = new ConnectionEditor(themes, commands, facts, *m_places);
    m_stack->addWidget(m_add);
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_edit);
    m_gone = buildGone(themes);
    m_stack->addWidget(m_gone);
    connect(m_panel, &ConnectionPanel::closeAsked, this, &ConnectionSide::closeAsked);
    connect(m_edit, &ConnectionEditor::closeAsked, this, &ConnectionSide::closeAsked);
    connect(m_add, &ConnectionEditor::closeAsked, m_add, [this] {
        if (!m_add->asksBeforeDropping())
            m_add->add();
    });
    connect(m_edit, &ConnectionEditor::saved, this, &ConnectionSide::onSaved);
    connect(m_add, &ConnectionEditor::saved, this, &ConnectionSide::onSaved);
}

QWidget *ConnectionSide::buildGone(const ThemeSwitch &themes)
{
    auto *gone = new QFrame;
    gone->setProperty("surface", QStringLiteral("float"));
    auto *layout = new QVBoxLayout(gone);
    layout->setContentsMargins(1, 12, 1, 1);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(insets(*this, kMargin, 0, 12, 0));
    auto *close = new Button(themes, {}, Button::Kind::Quiet, gone);
    close->setIconName(QStringLiteral("x"));
    close->setKeyHint(Qt::Key_Escape);
    close->setAccessibleName(tr("Close"));
    head->addStretch();
    head->addWidget(close);
    layout->addLayout(head);
    m_goneWords = new ViewState(themes, gone);
    layout->addWidget(m_goneWords, 1);
    connect(close, &Button::clicked, this, &ConnectionSide::closeAsked);
    connect(m_goneWords, &ViewState::actionTriggered, this, [this] { add(); });
    connect(&m_store, &FleetStore::changed, this, [this] {
        if (showsGone() && m_store.tables().connections.find(m_goneId))
            Q_EMIT selectAsked(m_goneId); // somebody took it back
    });
    return gone;
}

void ConnectionSide::showGone(const EntityId &connection)
{
    m_goneId = connection;
    m_goneWords->setNotice({QStringLiteral("plug"),
                            {},
                            tr("%1 is removed").arg(m_panel->name()),
                            tr("Its sites go, unless another connection sees them."),
                            tr("Add a connection")});
    m_gone->setAccessibleName(tr("%1 is removed").arg(m_panel->name()));
    m_stack->setCurrentWidget(m_gone);
}

void ConnectionSide::add(const ConnectionConfig &like)
{
    m_stack->setCurrentWidget(m_add);
    if (!like.type.isEmpty())
        m_add->add(like);
    m_add->focusField(like.address.isEmpty() ? QStringLiteral("address") : QStringLiteral("name"));
}

void ConnectionSide::duplicate(ConnectionConfig config)
{
    const EntityId from = config.id;
    const QString name = config.name;
    const std::optional<ConnectionConfig> entered = m_add->isChanged() ? std::optional(m_add->entered()) : std::nullopt;
    config.name = tr("%1 copy").arg(name);
    setField(config, kSiteField, {}); // or both would be one site, unseen
    add(config);
    m_undo.offer(tr("A copy of %1 is in the form; nothing is saved yet").arg(name), [this, from, entered] {
        m_add->add(entered.value_or(ConnectionConfig()));
        Q_EMIT selectAsked(from);
    });
}

void ConnectionSide::edit(const ConnectionConfig &config, const QString &field)
{
    Q_EMIT selectAsked(config.id);
    m_edit->edit(config);
    m_stack->setCurrentWidget(m_edit);
    m_edit->focusField(field.isEmpty() ? QStringLiteral("address") : field);
}

void ConnectionSide::follow(const EntityId &selected)
{
    m_selected = selected;
    if (selected.isEmpty() && showsGone())
        return;
    const EntityId shown = showsConnection() ? m_panel->connection() : EntityId();
    if (selected.isEmpty() && !shown.isEmpty() && m_store.hasSnapshot() && !m_store.tables().connections.find(shown)) {
        showGone(shown);
        return;
    }
    if (isEditing()) {
        if (selected == m_edit->before().id && m_edit->isChanged())
            return; // its row went and came, the form stays
        offerBack();
    }
    if (selected.isEmpty()) {
        m_stack->setCurrentWidget(m_add);
        return;
    }
    m_panel->showConnection(selected);
    m_stack->setCurrentWidget(m_panel);
}

void ConnectionSide::test()
{
    m_panel->test();
}

void ConnectionSide::lookAgain()
{
    m_add->lookAgain();
}

ConnectionEditor *ConnectionSide::editor() const
{
    if (isEditing())
        return m_edit;
    return showsConnection() || showsGone() ? nullptr : static_cast<ConnectionEditor *>(m_add);
}

bool ConnectionSide::isEditing() const
{
    return current() == m_edit;
}

bool ConnectionSide::showsConnection() const
{
    return current() == m_panel;
}

bool ConnectionSide::showsGone() const
{
    return current() == m_gone;
}

QWidget *ConnectionSide::current() const
{
    return m_stack->currentWidget();
}

QString ConnectionSide::copyText() const
{
    return showsConnection() ? m_panel->copyText() : QString();
}

void ConnectionSide::dropEdit()
{
    if (m_edit->asksBeforeDropping())
        return;
    offerBack();
    m_stack->setCurrentWidget(m_panel);
    follow(m_selected);
}

/// What was entered in the form that closes can be had back.
void ConnectionSide::offerBack()
{
    if (!m_edit->isChanged())
        return;
    const ConnectionConfig before = m_edit->before();
    const ConnectionConfig entered = m_edit->entered();
    m_undo.offer(tr("Changes to %1 dropped").arg(before.name.isEmpty() ? entered.name : before.name),
                 [this, before, entered] {
                     edit(before, {});
                     m_edit->enter(entered);
                 });
}

/// The others that make one site with @p config, since it carries their site's name; empty: none does.
QString ConnectionSide::sharedSite(const ConnectionConfig &config) const
{
    const QString said = fieldOf(config, kSiteField);
    const FleetTables &tables = m_store.tables();
    const Site *site = said.isEmpty() ? nullptr : tables.sites.find(EntityId::declared("site", said));
    if (!site)
        return {};
    QStringList others;
    for (const EntityId &id : connectionsOf(tables, *site)) {
        const Connection *connection = tables.connections.find(id);
        if (connection && id != config.id)
            others.append(connection->name);
    }
    return others.join(QStringLiteral(", "));
}

/// Says what was done, also that two are one site now, and offers to take it back.
void ConnectionSide::onSaved(const ConnectionConfig &config, const ConnectionConfig &before)
{
    const bool isNew = before.id.isEmpty();
    QString words = isNew ? tr("%1 added").arg(config.name) : tr("%1 saved").arg(config.name);
    const bool joins = isNew || fieldOf(before, kSiteField) != fieldOf(config, kSiteField);
    if (const QString others = joins ? sharedSite(config) : QString(); !others.isEmpty())
        words = tr("%1; it is one site, %2, with %3").arg(words, fieldOf(config, kSiteField), others);
    if (isNew)
        offerRemoval(config, words);
    else
        offerChangeBack(config, before, words);
    if (!isNew)
        follow(m_selected);
}

void ConnectionSide::offerRemoval(const ConnectionConfig &config, const QString &words)
{
    const auto failed = [this, name = config.name](const Error &error) {
        m_undo.offer(tr("%1 could not be changed back: %2").arg(name, SayingText::of(error)));
    };
    m_undo.offer(words, [this, config, words, failed] {
        m_commands.remove(this, config.id.toString(), [this, words, failed](const Result<ConnectionConfig> &gone) {
            if (!gone) {
                failed(gone.error());
                return;
            }
            m_undo.takenBack(tr("%1 removed").arg(gone->name), [this, config = *gone, words, failed] {
                m_commands.save(this, config, [this, words, failed](const Result<ConnectionConfig> &saved) {
                    if (saved)
                        offerRemoval(*saved, words);
                    else
                        failed(saved.error());
                });
            });
        });
    });
}

void ConnectionSide::offerChangeBack(const ConnectionConfig &config, const ConnectionConfig &before,
                                     const QString &words)
{
    const auto failed = [this, name = config.name](const Error &error) {
        m_undo.offer(tr("%1 could not be changed back: %2").arg(name, SayingText::of(error)));
    };
    m_undo.offer(words, [this, config, before, words, failed] {
        m_commands.replace(
            this, before, config, [this, config, before, words, failed](const Result<ConnectionConfig> &reply) {
                if (!reply) {
                    failed(reply.error());
                    return;
                }
                m_undo.takenBack(tr("%1 is as it was").arg(before.name), [this, config, before, words, failed] {
                    m_commands.replace(this, config, before,
                                       [this, config, before, words, failed](const Result<ConnectionConfig> &again) {
                                           if (again)
                                               offerChangeBack(config, before, words);
                                           else
                                               failed(again.error());
                                       });
                });
            });
    });
}

} // namespace graticule
