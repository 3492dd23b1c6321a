// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/format.h"
#include "models/sayingtext.h"
#include "ui/rules/rulespage.h"
#include "ui/shell/noticebar.h"

// The line below the top bar: what is wrong with what the whole window shows.

namespace graticule {

void MainWindow::showNotice()
{
    const KeeperLink &link = m_store.link();
    const Instant ours = m_store.clock().now();
    const bool isLost = link.state == KeeperLink::State::Lost;
    if (m_reading >= 0) {
        m_notice->tell(StateShape::Connecting, tr("Reading the incident file"), tr("%1 % of it is read").arg(m_reading),
                       false);
    } else if (isLost) {
        const Instant since = link.lastHeard == kNever ? link.since : link.lastHeard;
        m_notice->tell(StateShape::Unreachable, tr("Keeper not answering for %1").arg(format::age(since, ours)),
                       link.error.text.isEmpty() ? tr("Starting it again. What is shown is growing old.")
                                                 : SayingText::of(link.error),
                       true);
    } else if (link.state != KeeperLink::State::Live && m_store.hasSnapshot()) {
        m_notice->tell(StateShape::Connecting,
                       tr("Last seen %1 ago").arg(format::age(m_store.newest()->at, m_store.liveNow())),
                       tr("Waiting for the keeper"), false);
    } else if (link.state != KeeperLink::State::Live) {
        m_notice->tell(StateShape::Connecting, tr("Waiting for the keeper"), tr("Nothing has been seen yet"), false);
    }
    const bool isLive = link.state == KeeperLink::State::Live;
    const QString trouble = isLive ? historyTrouble() : QString();
    if (!trouble.isEmpty())
        m_notice->tell(StateShape::Unknown, tr("History has a problem"), trouble, false);
    const QString rules = isLive && trouble.isEmpty() ? RulesPage::trouble(m_facts) : QString();
    if (!rules.isEmpty())
        m_notice->tell(StateShape::Unknown, tr("The label rules have a mistake"), rules, false);
    const QString missing = isLive && trouble.isEmpty() && m_reading < 0 ? missingInFile() : QString();
    if (!missing.isEmpty())
        m_notice->tell(StateShape::Unknown, tr("Not everything is in this file"), missing, false);
    m_notice->setVisible(!isLive || !trouble.isEmpty() || !rules.isEmpty() || !missing.isEmpty());
}

} // namespace graticule
