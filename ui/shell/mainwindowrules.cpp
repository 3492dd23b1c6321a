// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the label rules, beside that of the connections whose labels they read.
#include "ui/entities/entitydrawer.h"
#include "ui/entities/entitywords.h"
#include "ui/page/actionregistry.h"
#include "ui/rules/rulespage.h"
#include "ui/rules/samepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"

namespace graticule {

void MainWindow::setRules(RuleQueries &queries)
{
    const QString id = QStringLiteral("rules");
    ConsoleAction action = pageAction(id, QStringLiteral("scroll-text"), tr("Label rules"), {});
    action.keys.clear();
    action.words = tr("labels, site, service, mapping, YAML");
    m_actions->add({}, {action});
    m_pages->add(id, [this, &queries] {
        auto *page = new RulesPage(m_themes, m_store, queries, m_facts, *m_undo);
        connect(page, &RulesPage::closeAsked, this, [this] { showPage(QStringLiteral("connections")); });
        return page;
    });
    const QString same = QStringLiteral("same");
    ConsoleAction services = pageAction(same, QStringLiteral("copy"), tr("Same services"), {});
    services.keys.clear();
    services.words = tr("suggested: same service, merge, alias, across platforms");
    m_actions->add({}, {services});
    m_pages->add(same, [this, &queries] {
        auto *page = new SamePage(m_themes, m_store, queries, m_facts, *m_undo);
        const QString back = EntityWords::of(EntityKind::Service).page;
        connect(page, &SamePage::closeAsked, this, [this, back] { showPage(back); });
        return page;
    });
}

} // namespace graticule
