// SPDX-License-Identifier: GPL-3.0-or-later
// widget-sheet DIR: writes DIR/foundations-dark.png and so on, pictures of 1600 x 1000.
#include "tests/widgets/sheet/sheet.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QTableView>

#include <cstdio>
#include <memory>

using namespace graticule;

namespace {

/// As if the pointer were over it; there is only one pointer, and the sheet shows several hovered buttons.
void hover(QPushButton &button)
{
    button.setAttribute(Qt::WA_UnderMouse);
    QMouseEvent move(QEvent::MouseMove, QPointF(5, 5), button.mapToGlobal(QPointF(5, 5)), Qt::NoButton, {}, {});
    QApplication::sendEvent(&button, &move);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: widget-sheet DIR\n", stderr);
        return 2;
    }
    const QDir out(QString::fromLocal8Bit(argv[1]));
    ThemeSwitch themes(application, Theme::Kind::Dark);
    for (const Theme::Kind kind : {Theme::Kind::Dark, Theme::Kind::Light}) {
        themes.use(kind);
        const std::unique_ptr<sheet::Sheet> pages[] = {
            std::unique_ptr<sheet::Sheet>(sheet::foundations(themes)),
            std::unique_ptr<sheet::Sheet>(sheet::controls(themes)),
            std::unique_ptr<sheet::Sheet>(sheet::latency(themes)),
            std::unique_ptr<sheet::Sheet>(sheet::time(themes)),
            std::unique_ptr<sheet::Sheet>(sheet::calendar(themes)),
        };
        const QString names[] = {QStringLiteral("foundations"), QStringLiteral("controls"), QStringLiteral("latency"),
                                 QStringLiteral("time"), QStringLiteral("calendar")};
        for (size_t i = 0; i < std::size(names); ++i) {
            pages[i]->show();
            pages[i]->activateWindow();
            if (auto *edit = pages[i]->findChild<QLineEdit *>(QStringLiteral("focused")))
                edit->setFocus();
            QApplication::processEvents();
            for (auto *button : pages[i]->findChildren<QPushButton *>())
                if (button->property("shownHovered").toBool())
                    hover(*button);
            const QString file = out.filePath(names[i] + u'-' + themes.theme().name() + QStringLiteral(".png"));
            if (!pages[i]->grab().save(file)) {
                std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
                return 1;
            }
            std::printf("%s\n", qPrintable(file));
        }
    }
    return 0;
}
