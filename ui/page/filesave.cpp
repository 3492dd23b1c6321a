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
    QThreadPool::globalInstance()->start([path, make, bar = QPointer<UndoBar>(&said)] {
        const QString error = save(path, make());
        const QString told =
            error.isEmpty() ? tr("Written to %1").arg(path) : tr("%1 could not be written: %2").arg(path, error);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [bar, told] {
                if (bar)
                    bar->offer(told);
            },
            Qt::QueuedConnection);
    });
}

} // namespace graticule
