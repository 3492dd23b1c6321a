// SPDX-License-Identifier: GPL-3.0-or-later
// The past: what the window wears while it shows it, and how one gets there and back.
#include "backend/domain/saying.h"
#include "models/sayingtext.h"
#include "models/timetravel/timetravel.h"
#include "ui/acting/actingdesk.h"
#include "ui/page/actionregistry.h"
#include "ui/past/modeframe.h"
#include "ui/past/pastbanner.h"
#include "ui/past/timebarfeed.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"
#include "widgets/basic/navrail.h"
#include "widgets/basic/undobar.h"

#include <QAccessible>
#include <QStyle>
#include <QVBoxLayout>

namespace graticule {

namespace {

/// Keys that nobody has named are told of in the window's language; names that people gave stay as they are.
QString signerText(const QString &knownAs)
{
    const bool isUnnamed = knownAs == phrase("phrase.signer-own") || knownAs == phrase("phrase.signer-unnamed");
    return isUnnamed ? SayingText::ofPhrase(knownAs) : knownAs;
}

} // namespace

void MainWindow::setPast(PastCalls &calls)
{
    m_travel = new TimeTravel(m_store, calls, this);
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_banner = new PastBanner(m_themes, *m_travel, this);
    m_banner->hide();
    column->insertWidget(1, m_banner);
    m_timeBar = new TimeBar(m_themes, this);
    column->addWidget(m_timeBar);
    new TimeBarFeed(*m_timeBar, *m_travel, this);
    m_frame = new ModeFrame(m_themes, this);
    m_frame->hide();
    connect(&m_travel->log(), &HistoryLog::changed, this, &MainWindow::showNotice);
    connect(m_travel, &TimeTravel::failed, this, &MainWindow::tell);
    connect(&m_store, &FleetStore::modeChanged, this, &MainWindow::followMode);
    connect(&m_facts, &KeeperFacts::factsChanged, this, &MainWindow::showTimeBar);
    addPastActions();
    addComparison();
    showTimeBar();
    followMode();
}

bool MainWindow::isAnswered() const
{
    const bool isHistoryTold = !m_travel || m_timeBar->isHidden() || m_travel->log().isSettled();
    return m_facts.isKnown() && m_facts.isDiscovered() && isHistoryTold;
}

void MainWindow::showMoment(Instant at, Instant knownAt)
{
    if (m_travel)
        m_travel->goTo(at, knownAt);
}

void MainWindow::showReading(int percent)
{
    m_reading = percent;
    setWindowTitle(tr("Reading an incident file, %1 %").arg(percent));
    showTimeBar();
    showNotice();
}

void MainWindow::showReplay(Instant end, const QString &keeper, bool isWhole, const QString &knownAs,
                            const QStringList &missing)
{
    // What is said of the signature comes first: the rest, a stranger's words, cannot pass for it or push it away.
    QString words = tr("CHANGED SINCE IT WAS SIGNED: incident file of “%1”.").arg(keeper);
    if (isWhole && knownAs.isEmpty())
        words = tr("Signed by a key that is not known here: incident file of “%1”.").arg(keeper);
    else if (isWhole)
        words = tr("Signed by %1: incident file of “%2”.").arg(signerText(knownAs), keeper);
    setWindowTitle(isWhole ? tr("%1, incident file").arg(keeper)
                           : tr("Changed since it was signed: %1, incident file").arg(keeper));
    m_reading = -1;
    if (!m_travel)
        return;
    m_timeBar->setReplay();
    m_travel->setReplay({end, words, missing});
    followMode(); // before its end is there, and when it never comes: a file does not pass for the present
    showTimeBar();
    showNotice();
}

/// A keeper that keeps no history offers no way into it.
void MainWindow::showTimeBar()
{
    const bool keepsHistory = !m_facts.isKnown() || m_facts.keeper().capabilities.contains(QStringLiteral("history"));
    m_timeBar->setVisible(m_reading < 0 && (keepsHistory || m_store.isPast()));
}

/// Of the recording that is offered; else empty.
QString MainWindow::historyTrouble() const
{
    return m_timeBar && !m_timeBar->isHidden() ? m_travel->recordingTrouble() : QString();
}

/// A person must not take what was left out for what did not happen.
QString MainWindow::missingInFile() const
{
    QStringList missing;
    for (const QString &note : m_travel ? m_travel->missingInReplay() : QStringList())
        missing << SayingText::ofPhrase(note);
    return missing.join(u' ');
}

void MainWindow::followMode()
{
    const bool isPast = m_store.isPast() || m_travel->isReplay();
    m_banner->setVisible(isPast);
    m_frame->setVisible(isPast);
    m_frame->raise();
    m_topBar->setProperty("surface", isPast ? QStringLiteral("pastChrome") : QStringLiteral("chrome"));
    m_topBar->style()->unpolish(m_topBar);
    m_topBar->style()->polish(m_topBar);
    m_rail->setPast(isPast);
    if (m_desk)
        m_desk->setLock(m_travel->isReplay() ? tr("This is a recording; nothing can be done to it.") : QString());
    showTimeBar();
    showNotice();
    QAccessibleEvent alert(isPast ? static_cast<QWidget *>(m_banner) : m_timeBar, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MainWindow::addPastActions()
{
    const auto add = [this](const char *id, const char *icon, const QString &title, const QList<QKeySequence> &keys,
                            QWidget *scope, std::function<void()> run, std::function<QString()> whyNot = {},
                            const QString &words = {}) {
        ConsoleAction action;
        action.id = QString::fromLatin1(id);
        action.icon = QLatin1String(icon);
        action.title = title;
        action.section = tr("Time");
        action.keys = keys;
        action.scope = scope;
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        action.words = words;
        m_actions->add({}, {action});
    };
    const auto whyNoPast = [this] { return m_timeBar->isHidden() ? tr("The keeper keeps no history") : QString(); };
    const auto whyNoWayBack = [this] {
        if (m_travel->isReplay())
            return tr("An incident file has no present");
        return m_travel->asked() == kNever ? tr("The window shows the present") : QString();
    };
    add(
        "time.live", "history", tr("Return to live"), {Qt::Key_L}, nullptr, [this] { m_travel->returnToLive(); },
        whyNoWayBack, tr("now, present"));
    add(
        "time.goTo", "calendar", tr("Go to a day and time"), {Qt::CTRL | Qt::Key_G}, nullptr,
        [this] { m_timeBar->goTo(); }, whyNoPast, tr("past, history, when"));
    add(
        "time.incidentBefore", "step-back", tr("Go to the incident before"), {Qt::Key_BracketLeft}, nullptr,
        [this] { m_timeBar->step(-1); }, whyNoPast, tr("past, outage"));
    add(
        "time.play", "play", tr("Play or pause"), {}, nullptr,
        [this] { m_timeBar->setPlaying(!m_timeBar->isPlaying()); }, whyNoPast, tr("past, what happened"));
    add(
        "time.faster", "step-forward", tr("Play faster"), {Qt::Key_Greater}, nullptr,
        [this] { m_timeBar->setSpeed(m_timeBar->speed() * 2); }, whyNoPast, tr("speed"));
    add(
        "time.slower", "step-back", tr("Play slower"), {Qt::Key_Less}, nullptr,
        [this] { m_timeBar->setSpeed(m_timeBar->speed() / 2); }, whyNoPast, tr("speed"));
    const auto tell = [&](const char *id, const QString &title, const QList<QKeySequence> &keys) {
        add(id, "", title, keys, &m_timeBar->track(), {});
    };
    tell("time.step", tr("10 s back, forth"), {Qt::Key_Left, Qt::Key_Right});
    tell("time.stepMinute", tr("A minute back, forth"), {Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right});
    tell("time.page", tr("A tenth of the span back, forth"), {Qt::Key_PageUp, Qt::Key_PageDown});
    tell("time.zoom", tr("Shorter, longer span"), {Qt::Key_Plus, Qt::Key_Minus});
    add(
        "time.incidentAfter", "step-forward", tr("Go to the incident after"), {Qt::Key_BracketRight}, nullptr,
        [this] { m_timeBar->step(1); }, whyNoPast, tr("past, outage"));
}

} // namespace graticule
