// SPDX-License-Identifier: GPL-3.0-or-later
// Two moments side by side: how they are chosen, and where what differs is shown.
#include "models/timetravel/timetravel.h"
#include "ui/compare/comparepage.h"
#include "ui/page/actionregistry.h"
#include "ui/past/pastbanner.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagestack.h"
#include "widgets/timeline/gotopopup.h"
#include "widgets/timeline/timebar.h"

namespace graticule {

namespace {

QString compareId()
{
    return QStringLiteral("compare");
}

/// Of the window, made when it is first needed.
ComparePage &pageOf(PageStack &pages)
{
    return static_cast<ComparePage &>(*pages.page(compareId()));
}

/// What the keeper told last: the present while it goes on telling, else what it was then.
DifferenceModel::Moment newestOf(const FleetStore &store)
{
    const bool isLive = store.link().state == KeeperLink::State::Live;
    return {store.newest(), isLive ? store.liveNow() : store.newest()->at, isLive};
}

/// What a row is about.
void open(MainWindow &window, const Difference &row)
{
    switch (row.kind) {
    case Difference::Kind::Site:
    case Difference::Kind::Link:
        window.openSite(row.id);
        break;
    case Difference::Kind::Connection:
        window.selectConnection(row.id);
        break;
    case Difference::Kind::Service:
        window.openEntity(EntityKind::Service, row.id);
        break;
    case Difference::Kind::Node:
        window.openEntity(EntityKind::Node, row.id);
        break;
    case Difference::Kind::Asset:
        window.openEntity(EntityKind::Asset, row.id);
        break;
    }
}

} // namespace

void MainWindow::addComparison()
{
    ConsoleAction other;
    other.id = QStringLiteral("page.compare");
    other.title = tr("Compare with another moment");
    other.section = tr("Time");
    other.icon = QStringLiteral("arrow-left-right");
    other.words = tr("difference, what changed");
    other.keys = {Qt::CTRL | Qt::Key_D};
    other.run = [this] { compareWithOther(); };
    other.whyNot = [this] { return m_timeBar->isHidden() ? tr("The keeper keeps no history") : QString(); };
    ConsoleAction live;
    live.id = QStringLiteral("time.compare");
    live.title = tr("Compare with live");
    live.section = tr("Time");
    live.icon = QStringLiteral("arrow-left-right");
    live.words = tr("difference, what changed");
    live.keys = {Qt::Key_C};
    live.run = [this] { compareWithLive(); };
    live.whyNot = [this] {
        if (m_travel->isReplay())
            return tr("An incident file has no present");
        return m_store.isPast() ? QString() : tr("The window shows the present");
    };
    m_actions->add({}, {other, live});
    m_pages->add(compareId(), [this] {
        auto *page = new ComparePage(m_themes, *m_undo);
        connect(page, &ComparePage::opened, this, [this](const Difference &row) { open(*this, row); });
        connect(page, &ComparePage::otherAsked, this, &MainWindow::compareWithOther);
        connect(page, &ComparePage::closeAsked, this, [this] { showPage(m_comparedFrom); });
        return page;
    });
    connect(m_banner, &PastBanner::compareAsked, this, &MainWindow::compareWithLive);
    connect(m_travel, &TimeTravel::fetched, this, [this](const SnapshotPtr &snapshot, const PastNote &note) {
        const DifferenceModel::Moment past{m_store.snapshot(), m_store.now()};
        pageOf(*m_pages).model().compare({snapshot, note.at}, m_store.isPast() ? past : newestOf(m_store));
        showComparison();
    });
}

void MainWindow::compareWithLive()
{
    if (!m_store.isPast() || m_travel->isReplay())
        return;
    pageOf(*m_pages).model().compare({m_store.snapshot(), m_store.now()}, newestOf(m_store));
    showComparison();
}

/// What is shown stays; the other one is chosen and fetched.
void MainWindow::compareWithOther()
{
    auto *when = findChild<GoToPopup *>(QStringLiteral("compareWhen"));
    if (!when) {
        when = new GoToPopup(m_themes, this);
        when->setObjectName(QStringLiteral("compareWhen"));
        when->setAccessibleName(tr("Compare with which moment"));
        connect(when, &GoToPopup::instantChosen, this, [this](qint64 at) { m_travel->fetch(instantFromMs(at)); });
    }
    const Instant earliest = m_travel->log().earliest();
    const Instant now = m_travel->newest();
    when->setLimits(toMs(earliest == kNever ? now : earliest), toMs(now));
    when->setInstant(toMs(m_store.now() - Milliseconds(3'600'000)));
    when->popUp(*m_timeBar);
}

void MainWindow::showComparison()
{
    if (currentPage() != compareId())
        m_comparedFrom = currentPage();
    showPage(compareId());
}

} // namespace graticule
