// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/fakepast.h"
#include "tests/ui/windowfixture.h"
#include "ui/page/actionregistry.h"
#include "ui/past/pastbanner.h"
#include "widgets/timeline/timebar.h"

namespace graticule::testing {

inline constexpr Milliseconds kHour{3'600'000};

inline constexpr const char *kFleetNow = R"(
connection k8s-eu seen=-2s
connection lab type=lab seen=-2s origin=lab
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu
site lab1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=lab origin=lab
)";

inline constexpr const char *kFleetThen = R"(
connection k8s-eu seen=-3h
connection lab type=lab seen=-3h origin=lab
site fra1 region=Europe city=Frankfurt country=DE at=50.1,8.7 via=k8s-eu state=down since=-4h reason="etcd quorum lost"
site lab1 region=Europe city=Dublin country=IE at=53.3,-6.3 via=lab origin=lab
)";

/// The window with a history behind it.
struct PastDesk : WindowFixture
{
    explicit PastDesk(bool keepsHistory = true)
        : WindowFixture(QString::fromUtf8(kFleetNow))
        , then(QString::fromUtf8(kFleetThen))
    {
        past.recorded.recorded = {FleetScript::now() - 24 * kHour, FleetScript::now()};
        past.sites = {
            {FleetScript::siteId(QStringLiteral("fra1")), FleetScript::now() - 4 * kHour, SiteState::Down, false},
            {FleetScript::siteId(QStringLiteral("fra1")), FleetScript::now() - kHour, SiteState::Healthy, false}};
        commands.description.capabilities = {QStringLiteral("lab")};
        if (keepsHistory)
            commands.description.capabilities << QStringLiteral("history");
        window->setPast(past);
        Q_EMIT past.opened();
        setLink(KeeperLink::State::Unknown);
        setLink(KeeperLink::State::Live); // the keeper is asked who it is
        settle();
        QApplication::setActiveWindow(window.get());
    }
    void enter()
    {
        window->showMoment(FleetScript::now() - 3 * kHour, kNever);
        past.tell(then.snapshot());
        settle();
    }
    TimeBar &bar() const { return *window->findChild<TimeBar *>(); }
    PastBanner &banner() const { return *window->findChild<PastBanner *>(); }
    QString whyNot(const char *action) const
    {
        const auto *entry = window->findChild<ActionRegistry *>()->find(QString::fromLatin1(action));
        return entry ? ActionRegistry::whyNot(entry->action) : QStringLiteral("no such action");
    }

    FleetScript then;
    FakePast past;
};

} // namespace graticule::testing
