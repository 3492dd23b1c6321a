// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/control/snapshotfile.h"

#include "backend/control/deltacodec.h"

#include <QFile>
#include <QSaveFile>
#include <QtEndian>

#include <control.pb.h>

namespace graticule {
namespace v1 = control::v1;
namespace {

constexpr char kMagic[] = "GRATSNP1";
constexpr qsizetype kMagicSize = 8;
constexpr quint32 kMostMessage = 16u << 20;

Error broken(const QString &path)
{
    return {ErrorKind::Malformed, Fault::Ours,
            QStringLiteral("%1 is not a whole snapshot file; it is only a cache and can be deleted.").arg(path),
            std::nullopt};
}

/// What is at the sites, out of @p delta.
FleetDelta takeContents(FleetDelta &delta)
{
    FleetDelta contents;
    contents.nodes = std::exchange(delta.nodes, {});
    contents.services = std::exchange(delta.services, {});
    contents.placements = std::exchange(delta.placements, {});
    contents.assets = std::exchange(delta.assets, {});
    contents.replicas = std::exchange(delta.replicas, {});
    return contents;
}

void writeMessage(QIODevice &file, const std::string &bytes)
{
    const quint32 size = qToLittleEndian(quint32(bytes.size()));
    file.write(reinterpret_cast<const char *>(&size), sizeof size);
    file.write(bytes.data(), qint64(bytes.size()));
}

} // namespace

Result<Done> writeSnapshot(const QString &path, const FleetSnapshot &snapshot)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return Error{ErrorKind::Internal, Fault::Ours,
                     QStringLiteral("Cannot write %1: %2.").arg(path, file.errorString()), std::nullopt};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(kMagic, kMagicSize);
    FleetDelta sites = diff(FleetTables(), snapshot.tables);
    const FleetDelta contents = takeContents(sites);
    const auto write = [&](const FleetDelta &part, bool isEnd) {
        encode(part, [&](const ReplyMessage &reply, bool last) {
            reply->set_at_ms(toMs(snapshot.at));
            reply->set_complete(isEnd && last);
            encode(snapshot.revision, reply->mutable_revision());
            writeMessage(file, reply->SerializeAsString());
        });
    };
    write(sites, false);
    writeMessage(file, {});
    write(contents, true);
    if (!file.commit())
        return failed();
    return Done();
}

Result<SnapshotPtr> readSnapshot(const QString &path, const std::function<void(const SnapshotPtr &)> &sitesRead)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, Fault::Ours,
                     QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()), std::nullopt};
    // Mapped, and parsed into an arena: the window waits for this at its start.
    const uchar *mapped = file.size() > 0 ? file.map(0, file.size()) : nullptr;
    const QByteArrayView bytes(mapped, mapped ? file.size() : 0);
    if (!bytes.startsWith(kMagic))
        return broken(path);
    FleetSnapshot snapshot;
    EntityDecoder decoder;
    bool complete = false;
    bool isPastSites = false;
    for (qsizetype at = kMagicSize; at < bytes.size() && !complete;) {
        if (bytes.size() - at < 4)
            return broken(path);
        const quint32 size = qFromLittleEndian<quint32>(bytes.data() + at);
        at += 4;
        if (size == 0) {
            if (std::exchange(isPastSites, true))
                return broken(path);
            if (sitesRead)
                sitesRead(std::make_shared<const FleetSnapshot>(snapshot));
            continue;
        }
        google::protobuf::Arena arena;
        v1::WatchReply &reply = *google::protobuf::Arena::CreateMessage<v1::WatchReply>(&arena);
        if (size > kMostMessage || bytes.size() - at < qsizetype(size) ||
            !reply.ParseFromArray(bytes.data() + at, int(size)))
            return broken(path);
        at += size;
        snapshot.tables.apply(decode(decoder, reply.delta()));
        snapshot.at = instantFromMs(reply.at_ms());
        snapshot.revision = decode(reply.revision());
        complete = reply.complete();
    }
    if (!complete)
        return broken(path);
    return std::make_shared<const FleetSnapshot>(std::move(snapshot));
}

} // namespace graticule
