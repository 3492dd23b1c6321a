// SPDX-License-Identifier: GPL-3.0-or-later
// The lab: what it is, how to be rid of it and how to have it back.
#include "models/sayingtext.h"
#include "ui/page/actionregistry.h"
#include "ui/shell/mainwindow.h"
#include "widgets/basic/undobar.h"

#include <QMenu>

namespace graticule {

void MainWindow::addLabActions()
{
    const auto add = [this](const QString &id, const QString &title, std::function<void()> run,
                            std::function<QString()> whyNot) {
        ConsoleAction action;
        action.id = id;
        action.title = title;
        action.section = tr("Window");
        action.icon = QStringLiteral("flask-conical");
        action.run = std::move(run);
        action.whyNot = std::move(whyNot);
        m_actions->add({}, {action});
    };
    add(
        QStringLiteral("lab.stop"), tr("Stop the lab"), [this] { stopLab(); },
        [this] { return m_store.index().hasLab() ? m_facts.whyNotOperate() : tr("No lab is running"); });
    add(
        QStringLiteral("lab.start"), tr("Start the lab"), [this] { startLab(); },
        [this] { return m_store.index().hasLab() ? tr("The lab is running") : m_facts.whyNotOperate(); });
}

/// Stopping takes a second press, and says what goes with it.
void MainWindow::openLabMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("lab.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("What is marked LAB is invented; all else is real"))->setEnabled(false);
    menu->addAction(tr("What is the lab?"), this, [this] { showHelp(QStringLiteral("lab")); });
    menu->addSeparator();
    const QString whyNot = m_facts.whyNotOperate();
    if (whyNot.isEmpty()) {
        QMenu *stop = menu->addMenu(tr("Stop the lab"));
        stop->setObjectName(QStringLiteral("lab.confirm"));
        stop->addAction(tr("Stop it: its sites go, its faults are forgotten"), this, &MainWindow::stopLab);
        stop->addAction(tr("Keep it"));
    } else {
        menu->addAction(tr("Stop the lab: %1").arg(whyNot))->setEnabled(false);
    }
    menu->popup(global);
}

void MainWindow::stopLab()
{
    m_commands.stopLab(this, [this](const Result<LabStatus> &reply) {
        if (reply)
            m_undo->offer(tr("The lab is stopped; its sites go."), [this] {
                startLab();
                m_undo->takenBack(tr("Asked the keeper to start the lab again"), [this] { stopLab(); });
            });
        else
            m_undo->offer(tr("The lab could not be stopped: %1").arg(SayingText::of(reply.error())));
        m_facts.refresh();
    });
}

void MainWindow::startLab()
{
    m_commands.startLab(this, [this](const Result<LabStatus> &reply) {
        if (!reply)
            m_undo->offer(tr("The lab could not be started: %1").arg(SayingText::of(reply.error())));
        m_facts.refresh();
    });
}

} // namespace graticule
