// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/csv.h"

namespace graticule {
namespace {

QByteArray cell(const QString &text)
{
    QString safe = text;
    if (!safe.isEmpty() && QStringLiteral("=+-@\t\r").contains(safe.front()) && safe.size() > 1)
        safe.prepend(QLatin1Char('\''));
    const bool isQuoted = safe.contains(QLatin1Char('"')) || safe.contains(QLatin1Char(',')) ||
                          safe.contains(QLatin1Char('\n')) || safe.contains(QLatin1Char('\r'));
    if (isQuoted)
        safe = QLatin1Char('"') + safe.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return safe.toUtf8();
}

void append(QByteArray &out, const QStringList &row)
{
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0)
            out += ',';
        out += cell(row[i]);
    }
    out += "\r\n";
}

} // namespace

QByteArray toCsv(const QStringList &head, const QList<QStringList> &rows)
{
    QByteArray out("\xef\xbb\xbf");
    append(out, head);
    for (const QStringList &row : rows)
        append(out, row);
    return out;
}

} // namespace graticule
