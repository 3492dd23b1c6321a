// SPDX-License-Identifier: GPL-3.0-or-later
// Incident files: which stretch of time is taken away as one, and by what it is asked for.
#include "models/timetravel/timetravel.h"
#include "ui/page/actionregistry.h"
#include "ui/past/exportdialog.h"
#include "ui/shell/mainwindow.h"
#include "widgets/timeline/timebar.h"

#include <QMenu>
#include <QPointer>

namespace graticule {

namespace {

constexpr Milliseconds kAround{600'000}; // of an incident, before and after
constexpr Milliseconds kHour{3'600'000};

} // namespace

void MainWindow::setIncidentFiles(IncidentFiles &files)
{
    m_incidents = &files;
    connect(&files, &IncidentFiles::replayFailed, this,
            [this](const QString &path) { tell(tr("No window could be opened for %1").arg(path)); });
    ConsoleAction action;
    action.id = QStringLiteral("time.export");
    action.icon = QStringLiteral("download");
    action.title = tr("Export an incident file");
    action.section = tr("Time");
    action.words = tr("outage, evidence, save, signed");
    action.keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_E};
    action.run = [this] { exportIncident(); };
    action.whyNot = [this] {
        if (m_travel->isReplay())
            return tr("This is an incident file already");
        return m_timeBar->isHidden() ? tr("The keeper keeps no history") : QString();
    };
    m_actions->add({}, {action});
    connect(&m_timeBar->track(), &TimeTrack::menuAsked, this, [this](const QPoint &global, qint64 at) {
        m_menuAt = at;
        openTimeMenu(global);
    });
}

void MainWindow::openTimeMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("timeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto *known = m_actions->find(QStringLiteral("time.export"));
    const bool isMarked = m_timeBar->track().marked().has_value();
    const bool isIncident = m_timeBar->track().incidentAt(m_menuAt) != nullptr;
    const QString what = isMarked     ? tr("Export what is marked as an incident file…")
                         : isIncident ? tr("Export this incident as a file…")
                                      : tr("Export the hour before as an incident file…");
    QAction *exports = menu->addAction(what, this, &MainWindow::exportIncident);
    const QString whyNot = known ? ActionRegistry::whyNot(known->action) : QString();
    exports->setEnabled(whyNot.isEmpty());
    exports->setToolTip(whyNot);
    menu->setToolTipsVisible(true);
    connect(
        menu, &QMenu::aboutToHide, this, [this] { m_menuAt = 0; }, Qt::QueuedConnection); // after what was chosen
    menu->popup(global);
}

/// What is marked, else the incident that is pointed at or looked at with some time around it, else the hour before.
TimeSpan MainWindow::incidentSpan() const
{
    const TimeTrack &track = m_timeBar->track();
    if (const auto &marked = track.marked())
        return {instantFromMs(marked->begin), instantFromMs(marked->end)};
    const qint64 at = m_menuAt != 0 ? m_menuAt : track.instant();
    const Instant newest = m_travel->newest();
    const Instant earliest = m_travel->log().earliest();
    TimeSpan span{instantFromMs(at) - kHour, instantFromMs(at)};
    if (const TimeBarIncident *incident = track.incidentAt(at))
        span = {instantFromMs(incident->begin) - kAround,
                incident->end ? instantFromMs(*incident->end) + kAround : newest};
    return {earliest == kNever ? span.from : std::max(span.from, earliest), std::min(span.until, newest)};
}

void MainWindow::exportIncident()
{
    if (m_travel->isReplay() || m_timeBar->isHidden())
        return;
    if (auto *open = findChild<ExportDialog *>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto *dialog = new ExportDialog(m_themes, *m_incidents, incidentSpan(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::written, this, [this](const QString &path) { tell(tr("Written to %1").arg(path)); });
    dialog->open();
}

} // namespace graticule
