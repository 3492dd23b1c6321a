// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace graticule::testing {

/// One request and its answer as a real server gave it, read from tests/fixtures/@p folder: NAME.meta.json and the
/// body's file beside it. tests/fixtures/kubernetes/README.md says what is in there. A broken recording ends the test.
struct RecordedExchange
{
    static RecordedExchange load(const QString &folder, const QString &name);
    /// Of all in a folder, in alphabetical order.
    static QStringList names(const QString &folder);

    /// The value of a header of the answer; the key in any case. Empty: not there.
    QByteArray header(const char *key) const;
    /// The body as it arrived: the bytes between two waits of the client, in their order.
    QByteArrayList pieces() const;

    QString name;
    QByteArray requestLine; ///< "GET /api/v1/nodes?limit=25 HTTP/1.1"
    QByteArray requestBody; ///< empty: none was sent
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers; ///< of the answer
    QByteArray body;                              ///< without the framing of chunks, still packed if it came so
    QString ended;                                ///< "last-chunk", "complete", or how it was cut
    QList<qsizetype> pieceSizes;
};

} // namespace graticule::testing
