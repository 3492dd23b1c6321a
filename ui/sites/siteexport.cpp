// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sites/siteexport.h"

#include "models/format.h"
#include "models/sitetable/sitecsv.h"
#include "widgets/basic/undobar.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

namespace graticule {

namespace {

QStringList headOf(const QList<SiteField> &fields)
{
    QStringList head;
    for (const SiteField field : fields)
        head << SiteFields::title(field);
    return head;
}

QStringList rowOf(const SiteTableModel &model, const QList<SiteField> &fields, const EntityId &site)
{
    const QStringList texts = model.texts(site);
    QStringList row;
    for (const SiteField field : fields)
        row << texts.value(int(field));
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

QString tableText(const SiteTableModel &model, const QList<SiteField> &fields, const QList<EntityId> &sites,
                  Instant now)
{
    QStringList lines{headOf(fields).join(QLatin1Char('\t'))};
    for (const EntityId &site : sites)
        lines << rowOf(model, fields, site).join(QLatin1Char('\t'));
    lines << SiteExport::tr("as of %1 UTC").arg(format::dateTime(now));
    return lines.join(QLatin1Char('\n'));
}

void SiteExport::ask(QWidget &parent, const SiteTableModel &model, const QList<SiteField> &fields,
                     const QList<EntityId> &sites, Instant now, UndoBar &said)
{
    auto *dialog = new QFileDialog(&parent, tr("Export %1 sites").arg(format::number(sites.size())));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("sites.csv"));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &parent,
        [&model, fields, sites, now, &said](const QString &path) { write(path, model, fields, sites, now, said); });
    dialog->open();
}

void SiteExport::write(const QString &path, const SiteTableModel &model, const QList<SiteField> &fields,
                       const QList<EntityId> &sites, Instant now, UndoBar &said)
{
    QStringList head = headOf(fields);
    head << tr("as of (UTC)");
    QList<QStringList> rows;
    rows.reserve(sites.size());
    for (const EntityId &site : sites)
        rows << (rowOf(model, fields, site) << format::dateTime(now));
    QThreadPool::globalInstance()->start([path, head, rows, bar = QPointer<UndoBar>(&said)] {
        const QString error = save(path, toCsv(head, rows));
        const QString words = error.isEmpty() ? tr("%1 sites written to %2").arg(format::number(rows.size()), path)
                                              : tr("%1 could not be written: %2").arg(path, error);
        QMetaObject::invokeMethod(
            qApp,
            [bar, words] {
                if (bar)
                    bar->offer(words);
            },
            Qt::QueuedConnection);
    });
}

} // namespace graticule
