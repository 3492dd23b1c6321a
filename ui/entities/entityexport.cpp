// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entityexport.h"

#include "models/format.h"
#include "models/sitetable/sitecsv.h"
#include "ui/entities/entitywords.h"
#include "widgets/basic/undobar.h"

#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace graticule {

namespace {

QStringList headOf(const EntityTableModel &model, const QList<int> &fields)
{
    QStringList head;
    for (const int field : fields)
        head << model.fields()[size_t(field)].title;
    return head;
}

QStringList rowOf(const EntityTableModel &model, const QList<int> &fields, const EntityId &id)
{
    const QStringList texts = model.texts(id);
    QStringList row;
    for (const int field : fields)
        row << texts.value(field);
    return row;
}

/// Worker. Empty: it is written.
QString save(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace

QString EntityExport::text(const EntityTableModel &model, const QList<int> &fields, const QList<EntityId> &ids,
                           Instant now)
{
    QStringList lines{headOf(model, fields).join(QLatin1Char('\t'))};
    for (const EntityId &id : ids)
        lines << rowOf(model, fields, id).join(QLatin1Char('\t'));
    lines << tr("as of %1 UTC").arg(format::dateTime(now));
    return lines.join(QLatin1Char('\n'));
}

void EntityExport::ask(QWidget &parent, const EntityTableModel &model, const QList<int> &fields,
                       const QList<EntityId> &ids, Instant now, UndoBar &said)
{
    auto *dialog = new QFileDialog(&parent, EntityWords::exportTitle(model.kind(), int(ids.size())));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(EntityWords::of(model.kind()).page + QStringLiteral(".csv"));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &parent,
        [&model, fields, ids, now, &said](const QString &path) { write(path, model, fields, ids, now, said); });
    dialog->open();
}

void EntityExport::write(const QString &path, const EntityTableModel &model, const QList<int> &fields,
                         const QList<EntityId> &ids, Instant now, UndoBar &said)
{
    QStringList head = headOf(model, fields);
    head << tr("as of (UTC)");
    QList<QStringList> rows;
    rows.reserve(ids.size());
    for (const EntityId &id : ids)
        rows << (rowOf(model, fields, id) << format::dateTime(now));
    QThreadPool::globalInstance()->start([path, head, rows, kind = model.kind(), bar = QPointer<UndoBar>(&said)] {
        const QString error = save(path, toCsv(head, rows));
        const QString words = error.isEmpty() ? EntityWords::written(kind, int(rows.size()), path)
                                              : tr("%1 could not be written: %2").arg(path, error);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [bar, words] {
                if (bar)
                    bar->offer(words);
            },
            Qt::QueuedConnection);
    });
}

} // namespace graticule
