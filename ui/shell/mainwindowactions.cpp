// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done anywhere in the window. What can be done on a page is the page's.
#include "ui/acting/actsdock.h"
#include "ui/page/actionregistry.h"
#include "ui/page/page.h"
#include "ui/shell/mainwindow.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/undobar.h"
#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>

namespace graticule {

ConsoleAction MainWindow::pageAction(const QString &id, const QString &icon, const QString &name,
                                     const QKeySequence &keys)
{
    ConsoleAction action;
    action.id = QStringLiteral("page.%1").arg(id);
    action.title = name;
    action.section = tr("Pages");
    action.icon = icon;
    action.keys = {keys};
    action.kind = ConsoleAction::Kind::Page;
    action.run = [this, id] { showPage(id); };
    return action;
}

void MainWindow::addActions()
{
    const QString window = tr("Window");
    const auto add = [&](const char *id, const QString &icon, const QString &title, const QList<QKeySequence> &keys,
                         std::function<void()> run, std::function<QString()> whyNot = {}, const QString &words = {}) {
        ConsoleAction action;
        action.id = QString::fromLatin1(id);
        action.title = title;
        action.section = window;
        action.icon = icon;
        action.keys = keys;
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        action.words = words;
        m_actions->add({}, {action});
    };
    add("layer.close", QStringLiteral("x"), tr("Close what was opened last"), {Qt::Key_Escape}, [this] {
        if (m_dock && m_dock->isVisible() && m_dock->isAncestorOf(QApplication::focusWidget()))
            showActs(false);
        else if (!page()->closeLayer())
            m_undo->dismiss();
    });
    add("region.next", {}, tr("Go to the next part of the window"), {Qt::Key_F6}, [this] { cycleRegions(+1); });
    add("region.previous", {}, tr("Go to the previous part of the window"), {Qt::SHIFT | Qt::Key_F6},
        [this] { cycleRegions(-1); });
    add(
        "undo", QStringLiteral("undo-2"), tr("Take back the last change"), {Qt::CTRL | Qt::Key_Z},
        [this] { m_undo->undo(); },
        [this] {
            if (m_store.isPast())
                return CommandLock::words(); // most of what is taken back acts
            return m_undo->canUndo() ? QString() : tr("There is nothing to take back");
        },
        tr("undo"));
    add(
        "redo", {}, tr("Do again what was taken back"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, [this] { m_undo->redo(); },
        [this] {
            if (m_store.isPast())
                return CommandLock::words();
            return m_undo->canRedo() ? QString() : tr("Nothing was just taken back");
        },
        tr("redo"));
    add(
        "selection.copy", QStringLiteral("copy"), tr("Copy what is selected, as text"), {QKeySequence::Copy},
        [this] { QApplication::clipboard()->setText(page()->copyText()); },
        [this] { return page()->copyText().isEmpty() ? tr("Nothing is selected") : QString(); });
    // Whoever copied it: a button, a key or a menu. Fields of text show themselves what is selected in them.
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        if (QApplication::clipboard()->ownsClipboard() && isActiveWindow() &&
            !qobject_cast<QLineEdit *>(QApplication::focusWidget()))
            m_undo->offer(tr("Copied"));
    });
    add("rail.toggle", QStringLiteral("panel-left"), tr("Collapse or widen the rail"), {Qt::CTRL | Qt::Key_B}, [this] {
        collapseRail(!m_rail->isCollapsed());
        m_railWish = m_rail->isCollapsed();
    });
    add(
        "theme.toggle", QStringLiteral("sun"), tr("Switch between dark and light"), {}, [this] { toggleTheme(); }, {},
        tr("theme, colours, appearance"));
    add(
        "keeper.retry", QStringLiteral("refresh-cw"), tr("Try the keeper again now"), {},
        [this] { m_commands.retryKeeper(); },
        [this] { return m_store.link().state == KeeperLink::State::Live ? tr("The keeper is answering") : QString(); },
        tr("reconnect"));
    addLabActions();
    add(
        "quit", {}, tr("Close the window"), {Qt::CTRL | Qt::Key_Q}, [this] { Q_EMIT quitAsked(); }, {},
        tr("quit, exit"));
}

} // namespace graticule
