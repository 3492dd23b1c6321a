// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/filesave.h"

#include "widgets/basic/undobar.h"

#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace graticule {
namespace {

/// Worker. Empty: it is written.
QString save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

void FileSave::ask(QWidget &parent, const Plan &plan, UndoBar &said)
{
    auto *dialog = new QFileDialog(&parent, plan.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(plan.filter);
    dialog->setDefaultSuffix(plan.suffix);
    dialog->selectFile(plan.name);
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent,
                     [make = plan.make, &said](const QString &path) { write(path, make, said); });
    dialog->open();
}

void FileSave::write(const QString &path, const std::function<QByteArray()> &make, UndoBar &said)
{
    write(path, make, said, [path, &said](const QString &error) {
        said.offer(error.isEmpty() ? tr("Written to %1").arg(path)
                                   : tr("%1 could not be written: %2").arg(path, error));
    });
}

void FileSave::write(const QString &path, const std::function<QByteArray()> &make, QObject &context,
                     const std::function<void(const QString &error)> &done)
{
    QThreadPool::globalInstance()->start([path, make, done, asker = QPointer<QObject>(&context)] {
        const QString error = save(path, make());
        // Whether the asker is still there can be told in its own thread only.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [asker, done, error] {
                if (asker)
                    done(error);
            },
            Qt::QueuedConnection);
    });
}

} // namespace graticule
