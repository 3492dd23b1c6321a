// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/verbs/listingwriters.h"

#include "app/console/verbs/jsontext.h"
#include "app/console/verbs/listingvalues.h"
#include "app/console/verbs/printable.h"

#include <QJsonArray>

namespace graticule {
using namespace Qt::Literals::StringLiterals;
namespace {

QString word(KeeperLink::State state)
{
    switch (state) {
    case KeeperLink::State::Connecting:
        return u"connecting"_s;
    case KeeperLink::State::Live:
        return u"live"_s;
    case KeeperLink::State::Lost:
        return u"lost"_s;
    case KeeperLink::State::Unknown:
        break;
    }
    return u"unknown"_s;
}

void appendPair(QByteArray &out, QStringView name, const QJsonValue &value)
{
    appendJson(out, name);
    out += ':';
    appendJson(out, value);
}

void appendHead(QByteArray &out, const ListingHead &head)
{
    appendPair(out, u"snapshot", head.snapshot);
    out += ',';
    appendPair(out, u"mode", head.mode);
    out += ',';
    appendPair(out, u"at", listingvalues::time(head.at));
    out += ',';
    appendPair(out, u"lab", head.lab);
    out += ",\"keeper\":{";
    appendPair(out, u"state", word(head.keeper.state));
    out += ',';
    appendPair(out, u"since", listingvalues::time(head.keeper.since));
    out += ',';
    appendPair(out, u"lastHeard", listingvalues::time(head.keeper.lastHeard));
    out += ',';
    appendPair(out, u"error", listingvalues::error(head.keeper.error));
    out += '}';
}

void appendRows(QByteArray &out, const Listing &listing, const QByteArray &lineEnd)
{
    appendJson(out, QStringView(listing.kind));
    out += ":[";
    for (qsizetype r = 0; r < listing.rows.size(); ++r) {
        out += (r == 0 ? "" : ",") + lineEnd + '{';
        for (qsizetype c = 0; c < listing.names.size(); ++c) {
            if (c > 0)
                out += ',';
            appendPair(out, listing.names[c], listing.rows[r].values[c]);
        }
        out += '}';
    }
    out += (listing.rows.isEmpty() ? "" : lineEnd) + "]";
}

/// Any value as the text of one cell.
QString flat(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isArray()) {
        QStringList words;
        for (const QJsonValue &item : value.toArray())
            words.append(flat(item));
        return words.join(u"; ");
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QStringList words;
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isNull())
                words.append(it.key() + u'=' + flat(it.value()));
        }
        return words.join(u", ");
    }
    QByteArray text;
    if (!value.isNull())
        appendJson(text, value);
    return QString::fromLatin1(text);
}

/// Spreadsheets run cells that begin like this: OWASP, "CSV Injection".
bool isFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

QByteArray csvCell(const QJsonValue &value)
{
    QString text = flat(value);
    if (!value.isDouble() && isFormula(text))
        text.prepend(u'\'');
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text.toUtf8();
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

QByteArray toJson(const ListingHead &head, const Listing &listing, bool oneLine)
{
    QByteArray out = "{";
    appendHead(out, head);
    out += ',';
    appendRows(out, listing, oneLine ? "" : "\n");
    return out + "}\n";
}

QByteArray rowsToJson(const Listing &listing)
{
    QByteArray out = "{";
    appendRows(out, listing, "\n");
    return out + "}\n";
}

QByteArray toCsv(const Listing &listing)
{
    QByteArray out = listing.names.join(u',').toUtf8() + "\r\n";
    for (const ListingRow &row : listing.rows) {
        for (qsizetype c = 0; c < row.values.size(); ++c) {
            if (c > 0)
                out += ',';
            out += csvCell(row.values[c]);
        }
        out += "\r\n";
    }
    return out;
}

QByteArray toTable(const Listing &listing)
{
    QList<QStringList> lines{listing.headings};
    for (const ListingRow &row : listing.rows) {
        QStringList cells;
        for (const QString &cell : row.cells)
            cells.append(printable(cell));
        lines.append(cells);
    }
    QList<qsizetype> widths(listing.headings.size());
    for (const QStringList &cells : lines) {
        for (qsizetype c = 0; c < cells.size(); ++c)
            widths[c] = std::max(widths[c], columnsOf(cells[c]));
    }
    QByteArray out;
    for (const QStringList &cells : lines) {
        QString line;
        for (qsizetype c = 0; c < cells.size(); ++c)
            line += cells[c] + QString(widths[c] - columnsOf(cells[c]) + 2, u' ');
        while (line.endsWith(u' '))
            line.chop(1);
        out += line.toUtf8() + '\n';
    }
    return out;
}

} // namespace graticule
