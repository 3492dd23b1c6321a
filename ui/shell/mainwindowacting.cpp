// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on the fleet: where those under way are seen, and how their ends are told.
#include "models/acting/actiontext.h"
#include "models/acting/underwaymodel.h"
#include "models/format.h"
#include "ui/acting/actingdesk.h"
#include "ui/acting/actsdock.h"
#include "ui/audit/auditpage.h"
#include "ui/page/actionregistry.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "widgets/basic/navrail.h"
#include "widgets/timeline/timebar.h"

#include <QAccessible>
#include <QVBoxLayout>

#include <algorithm>

namespace graticule {

namespace {

/// Others' ends are told where they are bad; theirs is the rest.
QString wordsOfEnd(const ActsUnderWay::Act &act)
{
    if (!act.isOurs && !act.hasFailed())
        return {};
    return MainWindow::tr("%1: %2", "Drain node-17: Done, 14 of 14")
        .arg(ActionText::title(act.told.action.verb, act.told.targetName), UnderWayModel::howFar(act));
}

} // namespace

void MainWindow::setActing(ActionCalls &calls)
{
    m_desk = new ActingDesk(m_themes, m_store, calls, m_facts, *this);
    m_dock = new ActsDock(m_themes, m_store, m_desk->acts(), this);
    m_dock->hide();
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(m_timeBar ? column->indexOf(m_timeBar) : column->count(), m_dock);
    ActsUnderWay &acts = m_desk->acts();
    connect(&acts, &ActsUnderWay::changed, this, &MainWindow::showActsTool);
    connect(&acts, &ActsUnderWay::ended, this, [this](const QString &key) {
        const ActsUnderWay::Act *act = m_desk->acts().find(key);
        if (const QString words = act ? wordsOfEnd(*act) : QString(); !words.isEmpty() && m_dock->isHidden())
            tell(words);
        QAccessibleEvent alert(m_dock, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    });
    connect(m_desk, &ActingDesk::begun, this, [this](const QString &key) {
        showActs(true);
        m_dock->showAct(key);
    });
    connect(m_dock, &ActsDock::closeAsked, this, [this] { showActs(false); });
    connect(m_dock, &ActsDock::recordAsked, this, [this](const ActionUnderWay &act) {
        const QString audit = QStringLiteral("audit");
        showPage(audit);
        if (auto *page = qobject_cast<AuditPage *>(m_pages->page(audit)))
            page->showAct(act.action.verb, act.action.target.toString(), act.targetName);
    });
    addActingActions();
    showActsTool();
}

void MainWindow::addActingActions()
{
    ConsoleAction show;
    show.id = QStringLiteral("acts.show");
    show.title = tr("Show or hide the acts under way");
    show.section = tr("Window");
    show.icon = QStringLiteral("play");
    show.keys = {Qt::ALT | Qt::Key_0};
    show.words = tr("drain, progress, running");
    show.run = [this] { showActs(m_dock->isHidden()); };
    show.whyNot = [this] {
        return m_desk->acts().acts().empty() && m_dock->isHidden() ? tr("Nothing is under way") : QString();
    };
    m_actions->add({}, {show});
}

void MainWindow::showActs(bool shown)
{
    const bool hadFocus = m_dock->isAncestorOf(focusWidget());
    m_dock->setVisible(shown);
    if (shown)
        m_dock->setFocus(Qt::OtherFocusReason);
    else if (hadFocus && !page()->regions().isEmpty())
        page()->regions().first()->setFocus(Qt::OtherFocusReason);
}

/// What has ended counts as long as nobody has read how.
void MainWindow::showActsTool()
{
    const auto &acts = m_desk->acts().acts();
    const int underWay = m_desk->acts().underWay();
    const bool hasFailed =
        std::any_of(acts.begin(), acts.end(), [](const auto &act) { return !act.isUnderWay() && act.hasFailed(); });
    const QString tool = QStringLiteral("acts");
    m_rail->setTool(tool, hasFailed ? QStringLiteral("octagon-x") : QStringLiteral("play"),
                    hasFailed      ? tr("Acts: failed")
                    : underWay > 0 ? tr("Acts")
                                   : tr("Acts ended"));
    m_rail->setBadge(tool, format::number(qint64(acts.size())),
                     tr("%1 under way, %2 ended and not read yet")
                         .arg(format::number(underWay), format::number(qint64(acts.size()) - underWay)));
    m_rail->setToolVisible(tool, !acts.empty());
    if (acts.empty() && !m_dock->isAncestorOf(focusWidget()))
        m_dock->hide();
}

} // namespace graticule
