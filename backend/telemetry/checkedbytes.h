// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace graticule {

/// CRC-32C (Castagnoli) of bytes, going on from @p before. It finds every change of up to 32 bits in a row.
quint32 checksum(QByteArrayView bytes, quint32 before = 0);

/// Bytes that belong to one place of one table, and prove it. Pure.
class CheckedBytes
{
public:
    /// @p bytes and their checksum, which also covers @p table and @p key.
    static QByteArray seal(char table, qint64 key, QByteArray bytes);
    /// What was sealed; a null view when anything of it is another.
    static QByteArrayView open(char table, qint64 key, QByteArrayView sealed);
};

} // namespace graticule
