// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/telemetry/bytewriter.h"
#include "backend/telemetry/samplepoint.h"

#include <optional>

namespace graticule {

/// Rows of the log: samples of many series in the order in which they came. Pure.
class SampleLog
{
public:
    struct Entry
    {
        quint32 series = 0;
        SamplePoint point;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    /// One row while it is written.
    class Row
    {
    public:
        void add(const Entry &entry);
        const QByteArray &bytes() const { return m_bytes; }
        qint64 count() const { return m_count; }

    private:
        QByteArray m_bytes;
        Entry m_last;
        qint64 m_count = 0;
    };

    /// Nothing when @p bytes are no row. They may be anybody's.
    static std::optional<std::vector<Entry>> decode(QByteArrayView bytes);
};

} // namespace graticule
