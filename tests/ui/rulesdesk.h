// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/manualclock.h"
#include "tests/testing/fleetscript.h"
#include "tests/ui/fakerules.h"
#include "tests/ui/windowfixture.h"
#include "ui/page/keeperfacts.h"
#include "ui/page/page.h"
#include "widgets/basic/label.h"
#include "widgets/basic/undobar.h"

#include <QTableView>

namespace graticule::testing {

/// A page of rules, or of what may be the same, by itself and seen.
struct RulesDesk
{
    RulesDesk()
        : clock(FleetScript::now())
        , themes(*qApp, Theme::Kind::Dark)
        , script(QStringLiteral("connection a\nsite x via=a\n"))
        , store(clock)
        , said(themes, &frame)
    {
        KeeperLink link;
        link.state = KeeperLink::State::Live;
        store.setLink(link);
        store.take(script.snapshot());
        frame.show(); // or nothing is offered
        commands.description.permissions << QStringLiteral("admin");
        facts = std::make_unique<KeeperFacts>(store, commands);
        settle();
    }

    template<class P> P &open()
    {
        auto made = std::make_unique<P>(themes, store, rules, *facts, said);
        P &it = *made;
        page = std::move(made);
        page->resize(1280, 700);
        page->show();
        page->wake();
        settle();
        return it;
    }
    void settle()
    {
        for (int round = 0; round < 4; ++round) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    template<class W> W *part(const char *name) const { return page->findChild<W *>(QLatin1String(name)); }
    QString text(const char *name) const { return part<Label>(name)->text(); }
    QString rows(const char *name) const
    {
        const QAbstractItemModel *model = part<QTableView>(name)->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
            lines << cells.join(QLatin1String(" | "));
        }
        return lines.join(QLatin1Char('\n'));
    }

    ManualClock clock;
    ThemeSwitch themes;
    FleetScript script;
    FleetStore store;
    FakeCommands commands;
    std::unique_ptr<KeeperFacts> facts;
    FakeRules rules;
    QWidget frame;
    UndoBar said;
    std::unique_ptr<Page> page;
};

} // namespace graticule::testing
