// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace graticule {

/// Rows as RFC 4180 text, CRLF, UTF-8 with a byte order mark for spreadsheets. A cell that a spreadsheet would take for
/// a formula (=, +, -, @ or a tab first) gets an apostrophe before it: names come from endpoints, which may be hostile.
QByteArray toCsv(const QStringList &head, const QList<QStringList> &rows);

} // namespace graticule
