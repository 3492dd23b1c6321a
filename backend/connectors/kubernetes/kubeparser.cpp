// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubeparser.h"

#include "backend/connectors/http/httperror.h"
#include "backend/connectors/kubernetes/kubequantity.h"
#include "backend/connectors/kubernetes/kubereader.h"
#include "backend/domain/saying.h"

#include "kubernetes.pb.h"

#include <google/protobuf/arena.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/wire_format_lite.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace graticule {
namespace {

using google::protobuf::Message;

constexpr size_t kMostItems = 50'000; // of one page

Error malformed(const QString &why)
{
    return saidError(ErrorKind::Malformed, Fault::Endpoint, "kube.unreadable", {why});
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

bool readJson(std::string_view json, Message &message)
{
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    return google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &message, options).ok();
}

/// The first field @p number of the message @p bytes, without looking beyond it: a list's items are many.
std::optional<std::string_view> fieldOf(std::string_view bytes, int number)
{
    using google::protobuf::internal::WireFormatLite;
    google::protobuf::io::CodedInputStream in(reinterpret_cast<const uint8_t *>(bytes.data()), int(bytes.size()));
    while (const uint32_t tag = in.ReadTag()) {
        const bool isText = WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
        uint32_t length = 0;
        if (!isText || WireFormatLite::GetTagFieldNumber(tag) != number) {
            if (!WireFormatLite::SkipField(&in, tag))
                return std::nullopt;
        } else if (in.ReadVarint32(&length) && length <= bytes.size() - size_t(in.CurrentPosition())) {
            return bytes.substr(size_t(in.CurrentPosition()), length);
        } else {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

/// What is in the envelope: "k8s", NUL, then an Unknown.
std::optional<std::string_view> contentOf(std::string_view bytes)
{
    constexpr std::string_view kMagic("k8s\0", 4);
    if (!bytes.starts_with(kMagic))
        return std::nullopt;
    return fieldOf(bytes.substr(kMagic.size()), kube::Unknown::kRawFieldNumber);
}

bool readEnvelope(std::string_view bytes, Message &message)
{
    const auto content = contentOf(bytes);
    return content && message.ParseFromArray(content->data(), int(content->size()));
}

bool read(std::string_view bytes, bool protobuf, Message &message)
{
    return protobuf ? readEnvelope(bytes, message) : readJson(bytes, message);
}

KubeStatus statusOf(const kube::Status &status)
{
    return {plainText(QByteArray::fromStdString(status.message())),
            plainText(QByteArray::fromStdString(status.reason())), status.code(),
            std::chrono::seconds(std::clamp(status.details().retryafterseconds(), 0, 300))};
}

/// The platform's messages of a kind.
template<class Listing, class Item, class Line> struct Kind
{
    using List = Listing;
    using Object = Item;
    using Event = Line;
};

/// Calls @p visit with the messages of @p kind.
template<class Visit> auto forKind(KubeKind kind, Visit &&visit)
{
    switch (kind) {
    case KubeKind::Node:
        return visit(Kind<kube::NodeList, kube::Node, kube::NodeEvent>());
    case KubeKind::Pod:
        return visit(Kind<kube::PodList, kube::Pod, kube::PodEvent>());
    case KubeKind::Deployment:
        return visit(Kind<kube::DeploymentList, kube::Deployment, kube::DeploymentEvent>());
    case KubeKind::StatefulSet:
        return visit(Kind<kube::StatefulSetList, kube::StatefulSet, kube::StatefulSetEvent>());
    case KubeKind::DaemonSet:
        return visit(Kind<kube::DaemonSetList, kube::DaemonSet, kube::DaemonSetEvent>());
    case KubeKind::Autoscaler:
        return visit(Kind<kube::HorizontalPodAutoscalerList, kube::HorizontalPodAutoscaler,
                          kube::HorizontalPodAutoscalerEvent>());
    case KubeKind::Volume:
        return visit(Kind<kube::PersistentVolumeList, kube::PersistentVolume, kube::PersistentVolumeEvent>());
    case KubeKind::Claim:
        return visit(
            Kind<kube::PersistentVolumeClaimList, kube::PersistentVolumeClaim, kube::PersistentVolumeClaimEvent>());
    case KubeKind::StorageClass:
        break;
    }
    return visit(Kind<kube::StorageClassList, kube::StorageClass, kube::StorageClassEvent>());
}

KubeEvent::Type typeOf(const std::string &type)
{
    return type == "ADDED"      ? KubeEvent::Type::Added
           : type == "MODIFIED" ? KubeEvent::Type::Modified
           : type == "DELETED"  ? KubeEvent::Type::Deleted
           : type == "BOOKMARK" ? KubeEvent::Type::Bookmark
           : type == "ERROR"    ? KubeEvent::Type::Error
                                : KubeEvent::Type::Unknown;
}

bool isObject(KubeEvent::Type type)
{
    return type == KubeEvent::Type::Added || type == KubeEvent::Type::Modified || type == KubeEvent::Type::Deleted;
}

/// The object of a frame as @p message.
bool readObject(const std::string &raw, std::string_view line, bool protobuf, Message &object, Message &event)
{
    return protobuf ? readEnvelope(raw, object) : readJson(line, event);
}

template<class Of>
Result<KubeEvent> readEvent(KubeEvent event, const std::string &raw, std::string_view line, bool protobuf)
{
    typename Of::Object inEnvelope;
    typename Of::Event inLine;
    if (!readObject(raw, line, protobuf, inEnvelope, inLine))
        return malformed(QStringLiteral("an event's object is none"));
    const typename Of::Object &object = protobuf ? inEnvelope : inLine.object();
    if (object.metadata().uid().empty() || object.metadata().name().empty())
        return malformed(QStringLiteral("an event's object has no name"));
    event.version = QString::fromStdString(object.metadata().resourceversion());
    KubeReader reader;
    event.object = reader.read(object);
    return event;
}

} // namespace

Result<KubeListHead> parseKubeListHead(const QByteArray &bytes, bool protobuf)
{
    kube::ListHead head;
    kube::ListMeta &meta = *head.mutable_metadata();
    bool isList = false;
    if (protobuf) {
        const auto list = contentOf(view(bytes));
        const auto first = list ? fieldOf(*list, kube::ListHead::kMetadataFieldNumber) : std::nullopt;
        isList = first && meta.ParseFromArray(first->data(), int(first->size()));
    } else {
        isList = readJson(view(bytes), head);
    }
    if (!isList || meta.resourceversion().empty())
        return malformed(QStringLiteral("it is no list"));
    return KubeListHead{QString::fromStdString(meta.resourceversion()), QString::fromStdString(meta.continue_())};
}

Result<KubeList> parseKubeList(KubeKind kind, const QByteArray &bytes, bool protobuf)
{
    return forKind(kind, [&](auto of) -> Result<KubeList> {
        google::protobuf::Arena arena; // freed at once, however many objects there are
        auto *message = google::protobuf::Arena::CreateMessage<typename decltype(of)::List>(&arena);
        if (!read(view(bytes), protobuf, *message))
            return malformed(QStringLiteral("it is no list of %1").arg(kubePlural(kind)));
        if (size_t(message->items_size()) > kMostItems)
            return malformed(QStringLiteral("a page has more than %1 items").arg(kMostItems));
        KubeList list;
        list.items.reserve(size_t(message->items_size()));
        KubeReader reader;
        for (const auto &item : message->items()) {
            if (item.metadata().uid().empty() || item.metadata().name().empty())
                ++list.unreadable;
            else
                list.items.emplace_back(reader.read(item));
        }
        return list;
    });
}

Result<KubeEvent> parseKubeEvent(KubeKind kind, const QByteArray &frame, bool protobuf)
{
    const std::string_view line = view(frame);
    kube::WatchEvent envelope;
    kube::HeadEvent head;
    kube::ObjectHead object;
    KubeEvent event;
    if (protobuf) {
        if (!envelope.ParseFromArray(line.data(), int(line.size())))
            return malformed(QStringLiteral("an event is none"));
        event.type = typeOf(envelope.type());
    } else { // the type stands first, and decides what the object is
        constexpr std::string_view kError(R"({"type":"ERROR")");
        event.type = line.starts_with(kError) ? KubeEvent::Type::Error : KubeEvent::Type::Unknown;
        if (event.type == KubeEvent::Type::Unknown) {
            if (!readJson(line, head))
                return malformed(QStringLiteral("an event is none"));
            event.type = typeOf(head.type());
        }
    }
    const std::string &raw = envelope.object().raw();
    if (event.type == KubeEvent::Type::Error) {
        kube::Status status;
        kube::StatusEvent inLine;
        if (!readObject(raw, line, protobuf, status, inLine))
            return malformed(QStringLiteral("an event of an error says none"));
        event.status = statusOf(protobuf ? status : inLine.object());
        return event;
    }
    if (isObject(event.type))
        return forKind(kind, [&](auto of) { return readEvent<decltype(of)>(event, raw, line, protobuf); });
    if (event.type == KubeEvent::Type::Bookmark) {
        if (protobuf && !readEnvelope(raw, object))
            return malformed(QStringLiteral("a bookmark is none"));
        const kube::ObjectHead &marked = protobuf ? object : head.object();
        event.version = QString::fromStdString(marked.metadata().resourceversion());
    }
    return event; // of a newer server: no matter
}

Result<std::vector<KubeUse>> parseKubeUsage(const QByteArray &bytes, bool pods, bool protobuf)
{
    std::vector<KubeUse> uses;
    const auto add = [](KubeUse &use, const auto &usage) {
        if (const auto cpu = usage.find("cpu"); cpu != usage.end())
            use.cpu += kubeQuantity(cpu->second.value());
        if (const auto memory = usage.find("memory"); memory != usage.end())
            use.memory += kubeQuantity(memory->second.value());
    };
    const auto readList = [&](auto &list, const auto &addAll) -> Result<std::vector<KubeUse>> {
        if (!read(view(bytes), protobuf, list) || size_t(list.items_size()) > kMostItems)
            return malformed(QStringLiteral("it is no list of metrics"));
        uses.reserve(size_t(list.items_size()));
        for (const auto &item : list.items()) {
            const kube::ObjectMeta &meta = item.metadata();
            uses.push_back({QString::fromStdString(meta.namespace_()), QString::fromStdString(meta.name()), 0, 0});
            addAll(uses.back(), item);
        }
        return std::move(uses);
    };
    if (pods) {
        kube::PodMetricsList list;
        return readList(list, [&](KubeUse &use, const kube::PodMetrics &pod) {
            for (const kube::ContainerMetrics &container : pod.containers())
                add(use, container.usage());
        });
    }
    kube::NodeMetricsList list;
    return readList(list, [&](KubeUse &use, const kube::NodeMetrics &node) { add(use, node.usage()); });
}

KubeStatus parseKubeStatus(const QByteArray &bytes, bool protobuf)
{
    kube::Status status;
    return read(view(bytes).substr(0, 64 << 10), protobuf, status) ? statusOf(status) : KubeStatus();
}

} // namespace graticule
