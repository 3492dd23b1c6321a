// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dropped/droptarget.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <QWidget>

namespace graticule {

DropTarget::DropTarget(QWidget *window)
    : QObject(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

void DropTarget::open(const QStringList &paths)
{
    for (const QString &path : paths.mid(0, kMost)) {
        // The way back is looked at in the GUI thread only.
        QThreadPool::globalInstance()->start([path, self = QPointer(this)] {
            DroppedFile file = DroppedFileReader::read(path);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [self, file = std::move(file)] {
                    if (self)
                        Q_EMIT self->fileRead(file);
                },
                Qt::QueuedConnection);
        });
    }
}

bool DropTarget::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event); // the base of all three
        const QStringList files = filesOf(drop->mimeData());
        if (files.isEmpty())
            return QObject::eventFilter(watched, event);
        drop->setDropAction(Qt::CopyAction); // a move would have the file manager delete it
        drop->accept();
        if (event->type() == QEvent::Drop)
            open(files);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

QStringList DropTarget::filesOf(const QMimeData *data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

} // namespace graticule
