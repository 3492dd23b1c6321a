// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/domain/manualclock.h"
#include "tests/models/fakeacting.h"
#include "tests/testing/fleetscript.h"
#include "tests/ui/fakecommands.h"
#include "ui/shell/mainwindow.h"
#include "widgets/theme/themeswitch.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>

namespace graticule::testing {

/// The whole window on a fleet written as text and on a keeper that answers as told.
class WindowFixture
{
public:
    explicit WindowFixture(const QString &fleet, QSize size = {1280, 800})
        : clock(FleetScript::now())
        , themes(*qApp, Theme::Kind::Dark)
        , script(fleet)
        , store(clock)
    {
        setLink(KeeperLink::State::Live);
        if (!fleet.isEmpty())
            store.take(script.snapshot());
        window = std::make_unique<MainWindow>(store, commands, themes);
        window->setActing(acting);
        window->setReducedMotion(true);
        window->resize(size);
        window->show();
        settle();
    }

    void setLink(KeeperLink::State state)
    {
        KeeperLink link;
        link.state = state;
        link.lastHeard = clock.now();
        store.setLink(link);
    }

    /// The keeper's answers, layouts and deferred deletions.
    void settle()
    {
        for (int round = 0; round < 3; ++round) {
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void change(const char *lines)
    {
        store.take(script.apply(QString::fromUtf8(lines)));
        clock.advance(FleetStore::kFrame);
        clock.advance(AttentionModel::kSettle);
        settle();
    }

    /// The visible button with that text, or null.
    QAbstractButton *button(const QString &text) const
    {
        for (QAbstractButton *each : window->findChildren<QAbstractButton *>()) {
            if (each->isVisible() && (each->text() == text || each->accessibleName() == text))
                return each;
        }
        return nullptr;
    }

    /// All text of visible labels of one kind of widget, in the order of creation.
    template<class Widget> QStringList texts() const
    {
        QStringList all;
        for (const Widget *each : window->findChildren<Widget *>()) {
            if (each->isVisible() && !each->text().isEmpty())
                all << each->text();
        }
        return all;
    }

    ManualClock clock;
    ThemeSwitch themes;
    FleetScript script;
    FleetStore store;
    FakeCommands commands;
    FakeActing acting;
    std::unique_ptr<MainWindow> window;
};

} // namespace graticule::testing
