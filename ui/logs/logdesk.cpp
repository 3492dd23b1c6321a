// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logdesk.h"

#include "widgets/basic/button.h"

#include <QHBoxLayout>

namespace graticule {
namespace {

constexpr int kSide = 16;

} // namespace

LogDesk::LogDesk(const ThemeSwitch &themes, FleetStore &store, LogCalls &calls, QWidget &window)
    : QObject(&window)
    , m_themes(themes)
    , m_store(store)
    , m_calls(calls)
    , m_window(window)
{
}

LogWindow *LogDesk::open(const LogWindow::Target &target, LogWindow::Tab tab)
{
    m_windows.removeAll(nullptr);
    for (const QPointer<LogWindow> &window : std::as_const(m_windows)) {
        if (window->target() != target.id)
            continue;
        window->showTab(tab);
        window->raise();
        window->activateWindow();
        return window;
    }
    auto *window = new LogWindow(m_themes, m_store, m_calls, target, &m_window);
    m_windows.append(window);
    window->showTab(tab);
    window->show();
    return window;
}

LogButtons::LogButtons(const QString &page, LogDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSide, 8, kSide, 8);
    layout->setSpacing(8);
    m_logs = add(page + QStringLiteral(".logs"), QStringLiteral("scroll-text"), tr("Logs"), LogWindow::Tab::Logs);
    m_events = add(page + QStringLiteral(".events"), QStringLiteral("clock"), tr("Events"), LogWindow::Tab::Events);
    layout->addStretch(1);
    setTarget({});
}

Button *LogButtons::add(const QString &name, const QString &icon, const QString &text, LogWindow::Tab tab)
{
    auto *button = new Button(m_desk.themes(), text, Button::Kind::Default, this);
    button->setObjectName(name);
    button->setIconName(icon);
    connect(button, &QPushButton::clicked, this, [this, tab] { m_desk.open(m_target, tab); });
    layout()->addWidget(button);
    return button;
}

void LogButtons::setTarget(const LogWindow::Target &target)
{
    m_target = target;
    setVisible(!target.id.isEmpty());
    m_logs->setVisible(target.hasLogs);
}

} // namespace graticule
