// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/history/changelog.h"

#include "backend/control/deltacodec.h"

#include <QtEndian>

#include <control.pb.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>
#include <zstd.h>

#include <functional>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr quint32 kMostMessage = 64u << 20; // a peer may send one of 16 MB, to which something is added
constexpr int kLevel = 3;                   // zstd's default: higher ones cost the keeper more than they save

Error broken(const QString &what)
{
    return {ErrorKind::Malformed, Fault::Ours, QStringLiteral("A part of the history is damaged: %1.").arg(what),
            std::nullopt};
}

/// Calls @p part for each message: its delta, its time, and whether a change ends with it.
Result<Done> readMessages(QByteArrayView log, const std::function<void(FleetDelta, Instant, bool)> &part)
{
    EntityDecoder decoder;
    google::protobuf::Arena arena;
    while (!log.isEmpty()) {
        if (log.size() < 4)
            return broken(QStringLiteral("it ends within a message"));
        const quint32 size = qFromLittleEndian<quint32>(log.data());
        log = log.sliced(4);
        if (size > kMostMessage || qsizetype(size) > log.size())
            return broken(QStringLiteral("a message passes its end"));
        auto &reply = *google::protobuf::Arena::CreateMessage<v1::WatchReply>(&arena);
        if (!reply.ParseFromArray(log.data(), int(size)))
            return broken(QStringLiteral("a message is none"));
        log = log.sliced(size);
        part(decode(decoder, reply.delta()), instantFromMs(reply.at_ms()), reply.complete());
        arena.Reset();
    }
    return Done();
}

/// Fields of the message that @p bytes are, and of those inside its fields @p within; nothing when they are none.
std::optional<qint64> fieldsIn(QByteArrayView bytes, int within)
{
    using Wire = google::protobuf::internal::WireFormatLite;
    google::protobuf::io::CodedInputStream in(reinterpret_cast<const uint8_t *>(bytes.data()), int(bytes.size()));
    qint64 count = 0;
    while (const quint32 tag = in.ReadTag()) {
        ++count;
        const bool isInner =
            Wire::GetTagFieldNumber(tag) == within && Wire::GetTagWireType(tag) == Wire::WIRETYPE_LENGTH_DELIMITED;
        quint32 size = 0;
        if (!isInner) {
            if (!Wire::SkipField(&in, tag))
                return {};
        } else if (!in.ReadVarint32(&size) || qsizetype(size) > bytes.size() - in.CurrentPosition()) {
            return {};
        } else {
            const auto inner = fieldsIn(bytes.sliced(in.CurrentPosition(), size), 0);
            if (!inner || !in.Skip(int(size)))
                return {};
            count += *inner;
        }
    }
    return in.CurrentPosition() == int(bytes.size()) ? std::optional(count) : std::nullopt;
}

/// Adds @p more, which tells of other entities, to @p delta.
void join(FleetDelta &delta, FleetDelta &&more)
{
    forEachKind(
        [](auto &to, auto &from) {
            std::move(from.upserted.begin(), from.upserted.end(), std::back_inserter(to.upserted));
            std::move(from.removed.begin(), from.removed.end(), std::back_inserter(to.removed));
        },
        delta, more);
}

} // namespace

void appendChange(QByteArray &log, const HistoryChange &change)
{
    encode(change.delta, [&](const ReplyMessage &reply, bool last) {
        reply->set_at_ms(toMs(change.at));
        reply->set_complete(last);
        const auto size = quint32(reply->ByteSizeLong());
        const qsizetype start = log.size();
        log.resize(start + 4 + qsizetype(size));
        qToLittleEndian(size, log.data() + start);
        reply->SerializeToArray(log.data() + start + 4, int(size));
    });
}

Result<std::vector<HistoryChange>> readChanges(QByteArrayView log)
{
    std::vector<HistoryChange> changes;
    bool isOpen = false;
    const auto read = readMessages(log, [&](FleetDelta delta, Instant at, bool ends) {
        if (isOpen)
            join(changes.back().delta, std::move(delta));
        else
            changes.push_back({at, std::move(delta)});
        isOpen = !ends;
    });
    if (!read)
        return read.error();
    if (isOpen)
        return broken(QStringLiteral("its last change is not whole"));
    return changes;
}

std::optional<qint64> itemsIn(QByteArrayView log)
{
    qint64 count = 0;
    while (!log.isEmpty()) {
        const quint32 size = log.size() < 4 ? kMostMessage : qFromLittleEndian<quint32>(log.data());
        if (log.size() < 4 || size > kMostMessage || qsizetype(size) > log.size() - 4)
            return {};
        const auto fields = fieldsIn(log.sliced(4, size), v1::WatchReply::kDeltaFieldNumber);
        if (!fields)
            return {};
        count += *fields;
        log = log.sliced(4 + qsizetype(size));
    }
    return count;
}

Result<Done> foldChanges(QByteArrayView log, FleetTables &tables)
{
    return readMessages(log, [&](const FleetDelta &delta, Instant, bool) { tables.apply(delta); });
}

QByteArray packed(QByteArrayView bytes)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    QByteArray result(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress2(context.get(), result.data(), size_t(result.size()), bytes.data(), size_t(bytes.size()));
    if (ZSTD_isError(size))
        qFatal("zstd: %s", ZSTD_getErrorName(size)); // only when the memory is at its end
    result.resize(qsizetype(size));
    result.squeeze();
    return result;
}

Result<QByteArray> unpacked(QByteArrayView bytes, quint64 most)
{
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), size_t(bytes.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return broken(QStringLiteral("it is not compressed as it should be"));
    if (size > most)
        return Error{ErrorKind::TooLarge, Fault::Ours,
                     QStringLiteral("A part of the history claims %1 bytes.").arg(size), std::nullopt};
    QByteArray result(qsizetype(size), Qt::Uninitialized);
    const size_t read = ZSTD_decompress(result.data(), size_t(result.size()), bytes.data(), size_t(bytes.size()));
    if (ZSTD_isError(read) || read != size)
        return broken(QStringLiteral("its checksum is wrong"));
    return result;
}

} // namespace graticule
