// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/telemetry/samplelog.h"

#include "backend/telemetry/bytereader.h"
#include "backend/telemetry/decimal.h"

namespace graticule {
namespace {

constexpr int kDigitBits = 3;
constexpr int kMostDigits = 6; ///< one more says: eight plain bytes follow
constexpr int kPlain = 7;

} // namespace

void SampleLog::Row::add(const Entry &entry)
{
    ByteWriter out(m_bytes);
    out.signedNumber(qint64(entry.series) - qint64(m_last.series));
    out.signedNumber(entry.point.ms - m_last.point.ms);
    m_last = entry;
    ++m_count;
    for (int digits = 0; digits <= kMostDigits; ++digits) {
        if (const auto whole = Decimal::scaled(entry.point.value, digits)) {
            out.number(zigzag(*whole) << kDigitBits | quint64(digits));
            return;
        }
    }
    out.byte(kPlain);
    out.real(entry.point.value);
}

std::optional<std::vector<SampleLog::Entry>> SampleLog::decode(QByteArrayView bytes)
{
    std::vector<Entry> entries;
    ByteReader in(bytes);
    quint64 series = 0;
    quint64 ms = 0;
    while (!in.rest().isEmpty()) {
        series += quint64(in.signedNumber());
        ms += quint64(in.signedNumber());
        const quint64 packed = in.number();
        const int digits = int(packed & kPlain);
        const double value = digits == kPlain ? in.real() : Decimal::value(unzigzag(packed >> kDigitBits), digits);
        if (in.hasFailed() || series > 0xffffffff)
            return {};
        entries.push_back({quint32(series), {qint64(ms), value}});
    }
    if (in.hasFailed())
        return {};
    return entries;
}

} // namespace graticule
