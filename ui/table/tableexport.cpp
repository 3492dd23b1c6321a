// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/tableexport.h"

#include "models/format.h"
#include "models/table/csv.h"
#include "ui/page/filesave.h"
#include "widgets/basic/undobar.h"

#include <QFileDialog>

namespace graticule {

namespace {

QStringList headOf(const TableModel &model, const QList<int> &columns)
{
    QStringList head;
    for (const int column : columns)
        head << model.column(column).title;
    return head;
}

QStringList rowOf(const TableModel &model, const QList<int> &columns, const EntityId &id)
{
    const QStringList texts = model.texts(id);
    QStringList row;
    for (const int column : columns)
        row << texts.value(column);
    return row;
}

bool isReady(const TableColumn &column)
{
    return column.word == QLatin1String("ready");
}

bool isSeen(const TableColumn &column)
{
    return column.word == QLatin1String("seen");
}

/// Two numbers, which a spreadsheet would take for a day of the year: "2/3". What is not known is nothing.
QStringList readyAndDesired(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit() && c != QLatin1Char('/'); });
    return {text.section(QLatin1Char('/'), 0, 0), text.section(QLatin1Char('/'), 1)};
}

/// Of a file: what a program can read again, with times in ISO 8601 and UTC.
QStringList fileHeadOf(const TableModel &model, const QList<int> &columns)
{
    QStringList head;
    for (const int number : columns) {
        const TableColumn &column = model.column(number);
        head << (isSeen(column) ? TableExport::tr("%1 (UTC)").arg(column.title) : column.title);
        if (isReady(column))
            head << TableExport::tr("Desired");
    }
    return head << TableExport::tr("Origin") << TableExport::tr("as of (UTC)");
}

QStringList fileRowOf(const TableModel &model, const QList<int> &columns, const EntityId &id, Instant now)
{
    const QStringList texts = model.texts(id);
    QStringList row;
    for (const int number : columns) {
        const TableColumn &column = model.column(number);
        if (isReady(column))
            row << readyAndDesired(texts.value(number));
        else
            row << (isSeen(column) ? toIso(model.seenAt(id)) : texts.value(number));
    }
    return row << (model.isLab(id) ? QStringLiteral("LAB") : QString()) << toIso(now);
}

/// Of trails only what is seen was ever asked for: in a file the others would be empty lies.
QList<int> withoutTrails(const TableModel &model, QList<int> columns)
{
    columns.removeIf([&model](int column) { return model.isTrail(column); });
    return columns;
}

/// What a file has: also the region, by which who reads it adds up, when nobody shows it.
QList<int> fileColumnsOf(const TableModel &model, const QList<int> &shown)
{
    QList<int> columns = withoutTrails(model, shown);
    const int region = model.columnOf(u"region");
    if (region >= 0 && !columns.contains(region))
        columns << region;
    return columns;
}

} // namespace

QString TableExport::text(const TableModel &model, const QList<int> &shown, const QList<EntityId> &ids, Instant now)
{
    const QList<int> columns = withoutTrails(model, shown);
    QStringList lines{headOf(model, columns).join(QLatin1Char('\t'))};
    for (const EntityId &id : ids)
        lines << rowOf(model, columns, id).join(QLatin1Char('\t'));
    lines << tr("as of %1 UTC").arg(format::dateTime(now));
    return lines.join(QLatin1Char('\n'));
}

void TableExport::ask(QWidget &parent, const TableModel &model, const TableWords &words, const QList<int> &columns,
                      const QList<EntityId> &ids, Instant now, UndoBar &said)
{
    auto *dialog = new QFileDialog(&parent, words.exportTitle(int(ids.size())));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Comma-separated values (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(words.page + QStringLiteral(".csv"));
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent,
                     [&model, words, columns, ids, now, &said](const QString &path) {
                         write(path, model, words, columns, ids, now, said);
                     });
    dialog->open();
}

void TableExport::write(const QString &path, const TableModel &model, const TableWords &words, const QList<int> &shown,
                        const QList<EntityId> &ids, Instant now, UndoBar &said)
{
    const QList<int> columns = fileColumnsOf(model, shown);
    const QStringList head = fileHeadOf(model, columns);
    QList<QStringList> rows;
    rows.reserve(ids.size());
    for (const EntityId &id : ids)
        rows << fileRowOf(model, columns, id, now);
    save(
        path, [head, rows] { return toCsv(head, rows); }, words.written(int(rows.size()), path), said);
}

void TableExport::save(const QString &path, const std::function<QByteArray()> &bytes, const QString &written,
                       UndoBar &said)
{
    FileSave::write(path, bytes, said, [path, written, &said](const QString &error) {
        said.offer(error.isEmpty() ? written : tr("%1 could not be written: %2").arg(path, error));
    });
}

} // namespace graticule
