// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logwindow.h"

#include "ui/logs/eventspanel.h"
#include "ui/logs/logpanel.h"
#include "widgets/basic/label.h"
#include "widgets/basic/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace graticule {
namespace {

constexpr int kSide = 16;
constexpr QSize kSize(1080, 640);

} // namespace

LogWindow::LogWindow(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, const Target &target,
                     QWidget *parent)
    : QDialog(parent)
    , m_target(target)
{
    setObjectName(QStringLiteral("logs.window"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(target.hasLogs ? tr("Logs and events of %1").arg(target.name) : tr("Events of %1").arg(target.name));
    resize(kSize);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSide, kSide, kSide, kSide);
    layout->setSpacing(10);
    auto *head = new QHBoxLayout;
    auto *title = new Label(themes, {.style = TextStyle::Title}, this);
    title->setText(target.name);
    head->addWidget(title, 1);
    layout->addLayout(head);
    if (target.hasLogs) {
        m_tabs = new SegmentedControl(themes, tr("What is shown"), {tr("Logs"), tr("Events")}, this);
        m_tabs->setObjectName(QStringLiteral("logs.tabs"));
        head->addWidget(m_tabs);
        m_logs = new LogPanel(themes, store, calls, this);
        layout->addWidget(m_logs, 1);
        connect(m_tabs, &SegmentedControl::currentChanged, this, [this](int index) { showTab(Tab(index)); });
    }
    m_events = new EventsPanel(themes, store, calls, this);
    layout->addWidget(m_events, 1);
}

void LogWindow::showTab(Tab tab)
{
    const bool isLogs = m_logs && tab == Tab::Logs;
    if (m_tabs)
        m_tabs->setCurrent(isLogs ? 0 : 1);
    if (m_logs)
        m_logs->setVisible(isLogs);
    m_events->setVisible(!isLogs);
    if (!isLogs)
        m_events->showTarget(m_target.id);
    else if (!std::exchange(m_isAsked, true))
        m_logs->showTarget(m_target.id, m_target.name);
}

bool LogWindow::isSettled() const
{
    return m_events->isSettled() && (!m_logs || m_logs->isSettled());
}

} // namespace graticule
