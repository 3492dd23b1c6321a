// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/frozenwindow.h"

#include "widgets/theme/themeswitch.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <csignal>

namespace graticule {

namespace {

constexpr int kMsToEnd = 3000;

class FrozenWindow
{
    Q_DECLARE_TR_FUNCTIONS(graticule::FrozenWindow)

public:
    static FrozenChoice ask(WindowClaim &claim)
    {
        const qint64 process = claim.holder();
        QMessageBox box(QMessageBox::Warning, tr("Graticule"), frozenWords(process));
        box.setObjectName(QStringLiteral("frozenWindow"));
        box.setInformativeText(
            tr("It may be busy, or stopped. Ending it loses nothing but its view: the keeper goes on."));
        QPushButton *another = box.addButton(tr("Open another window"), QMessageBox::AcceptRole);
        QPushButton *end =
            process > 0 ? box.addButton(tr("End it and open again"), QMessageBox::DestructiveRole) : nullptr;
        box.addButton(QMessageBox::Cancel);
        box.setDefaultButton(another);
        box.exec();
        if (box.clickedButton() == another)
            return FrozenChoice::Another;
        if (!end || box.clickedButton() != end || process != claim.holder())
            return FrozenChoice::Nothing;
        ::kill(pid_t(process), SIGKILL);
        return isFreed(claim) ? FrozenChoice::Ended : FrozenChoice::Nothing;
    }

private:
    static bool isFreed(WindowClaim &claim)
    {
        const QDeadlineTimer deadline(kMsToEnd);
        while (!claim.take()) {
            if (deadline.hasExpired())
                return false;
            QEventLoop turn;
            QTimer::singleShot(20, &turn, &QEventLoop::quit);
            turn.exec();
        }
        return true;
    }
};

} // namespace

QString frozenWords(qint64 process)
{
    return process > 0 ? QStringLiteral("The window of this home (process %1) does not answer.").arg(process)
                       : QStringLiteral("The window of this home does not answer.");
}

FrozenChoice askAboutFrozen(WindowClaim &claim, Theme::Kind look)
{
    const ThemeSwitch dressed(*qApp, look); // the window's own takes over from it
    return FrozenWindow::ask(claim);
}

} // namespace graticule
