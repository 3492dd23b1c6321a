// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/connectors/kubernetes/kubereader.h"

#include "backend/connectors/http/httperror.h"
#include "backend/connectors/kubernetes/kubequantity.h"
#include "backend/connectors/platformlabels.h"

#include "kubernetes.pb.h"

namespace graticule {
namespace {

constexpr qsizetype kLongestName = 512;
constexpr int kMostPlaces = 64; // of a volume
constexpr qsizetype kMostShared = 20'000;

QString words(const std::string &utf8)
{
    return plainText(QByteArray::fromRawData(utf8.data(), qsizetype(std::min<size_t>(utf8.size(), 2000))));
}

template<class Map> double quantity(const Map &map, const char *key)
{
    const auto found = map.find(key);
    return found == map.end() ? 0 : kubeQuantity(found->second.value());
}

/// Drivers have keys of their own for what they call zone or region.
QString placeKey(const std::string &utf8)
{
    const QString key = QString::fromStdString(utf8);
    if (key.endsWith(QLatin1String("/zone")))
        return QStringLiteral("topology.kubernetes.io/zone");
    return key.endsWith(QLatin1String("/region")) ? QStringLiteral("topology.kubernetes.io/region") : key;
}

/// Adds what one term allows: of each key one value, and with several values of one key a place for each of them.
void addPlace(std::vector<Labels> &places, const QMap<QString, QStringList> &term)
{
    std::vector<Labels> made{Labels()};
    for (auto it = term.cbegin(); it != term.cend(); ++it) {
        std::vector<Labels> next;
        for (const Labels &labels : made) {
            for (const QString &value : it.value()) {
                if (next.size() == size_t(kMostPlaces))
                    break;
                next.push_back(labels);
                next.back().insert(it.key(), value);
            }
        }
        made = std::move(next);
    }
    for (Labels &labels : made) {
        if (places.size() < size_t(kMostPlaces) && !labels.isEmpty())
            places.push_back(std::move(labels));
    }
}

bool isBad(const std::string &condition)
{
    return condition == "MemoryPressure" || condition == "DiskPressure" || condition == "PIDPressure" ||
           condition == "NetworkUnavailable";
}

KubePod::Phase phaseOf(const std::string &phase)
{
    return phase == "Running"     ? KubePod::Phase::Running
           : phase == "Pending"   ? KubePod::Phase::Pending
           : phase == "Succeeded" ? KubePod::Phase::Succeeded
           : phase == "Failed"    ? KubePod::Phase::Failed
                                  : KubePod::Phase::Unknown;
}

qint64 inMs(const google::protobuf::Timestamp &time)
{
    constexpr qint64 kLatest = 253'402'300'799; // the year 9999
    return time.seconds() > 0 && time.seconds() <= kLatest ? time.seconds() * 1000 : 0;
}

} // namespace

QString KubeReader::name(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).left(kLongestName);
}

QString KubeReader::shared(const std::string &utf8)
{
    if (utf8.empty())
        return {};
    const QByteArray key = QByteArray::fromRawData(utf8.data(), qsizetype(std::min(utf8.size(), size_t(kLongestName))));
    const auto known = m_shared.constFind(key);
    if (known != m_shared.cend())
        return *known;
    const QString made = QString::fromUtf8(key);
    if (m_shared.size() < kMostShared)
        m_shared.insert(QByteArray(key.constData(), key.size()), made);
    return made;
}

Labels KubeReader::labels(const google::protobuf::Map<std::string, std::string> &map)
{
    PlatformLabels labels;
    for (const auto &[key, value] : map) {
        if (value.size() <= size_t(kLongestName)) // which is longer than any that the platform takes
            labels.add(shared(key), value.empty() ? QString() : shared(value));
    }
    return labels.take();
}

KubeMeta KubeReader::meta(const kube::ObjectMeta &meta)
{
    KubeMeta out{name(meta.uid()), shared(meta.namespace_()), name(meta.name()), labels(meta.labels())};
    PlatformLabels declared;
    for (const auto &[key, value] : meta.annotations()) {
        if (key.starts_with("graticule.dev/"))
            declared.add(QString::fromStdString(key), QString::fromStdString(value));
    }
    out.labels.insert(declared.take());
    return out;
}

KubeOwner KubeReader::owner(const kube::ObjectMeta &meta)
{
    using Kind = KubeOwner::Kind;
    for (const kube::OwnerReference &owner : meta.ownerreferences()) {
        if (!owner.controller())
            continue;
        if (owner.kind() != "ReplicaSet") {
            const Kind kind = owner.kind() == "StatefulSet" ? Kind::StatefulSet
                              : owner.kind() == "DaemonSet" ? Kind::DaemonSet
                              : owner.kind() == "Job"       ? Kind::Job
                              : owner.kind() == "Node"      ? Kind::Node
                                                            : Kind::Other;
            return {kind, shared(owner.name())};
        }
        const auto hash = meta.labels().find("pod-template-hash");
        const std::string tail = hash == meta.labels().end() ? std::string() : '-' + hash->second;
        if (tail.empty() || !owner.name().ends_with(tail))
            return {Kind::Other, shared(owner.name())};
        return {Kind::Deployment, shared(owner.name().substr(0, owner.name().size() - tail.size()))};
    }
    return {};
}

KubeNode KubeReader::read(const kube::Node &node)
{
    KubeNode out;
    out.meta = meta(node.metadata());
    out.providerId = name(node.spec().providerid());
    out.cordoned = node.spec().unschedulable();
    const kube::NodeSystemInfo &info = node.status().nodeinfo();
    QStringList parts;
    if (!info.kubeletversion().empty())
        parts.append(QStringLiteral("Kubernetes ") + words(info.kubeletversion()));
    parts.append({words(info.osimage()), words(info.architecture())});
    parts.removeAll(QString());
    out.platform = parts.join(QStringLiteral(", "));
    for (const kube::Condition &condition : node.status().conditions()) {
        if (condition.type() == "Ready") {
            out.ready = condition.status() == "True"    ? Condition::Up
                        : condition.status() == "False" ? Condition::Down
                                                        : Condition::Unknown;
            if (out.ready != Condition::Up)
                out.readyText = words(condition.message().empty() ? condition.reason() : condition.message());
        } else if (condition.status() == "True" && isBad(condition.type())) {
            out.pressures.append(shared(condition.type()));
        }
    }
    out.pressures.sort();
    out.cpu = quantity(node.status().allocatable(), "cpu");
    out.memory = quantity(node.status().allocatable(), "memory");
    out.storage = quantity(node.status().allocatable(), "ephemeral-storage");
    return out;
}

void KubeReader::readContainers(const kube::Pod &pod, KubePod &out)
{
    const auto read = [&](const kube::ContainerStatus &container) {
        out.restarts = int(std::min<qint64>(qint64(out.restarts) + std::max(0, container.restartcount()), 1'000'000));
        const kube::ContainerState &state = container.state();
        const std::string &waits = state.waiting().reason();
        if (!waits.empty() && waits != "ContainerCreating" && waits != "PodInitializing" && out.reason.isEmpty())
            out.reason = shared(waits);
        for (const kube::ContainerState *ended : {&container.laststate(), &state}) {
            if (!ended->has_terminated() || ended->terminated().exitcode() == 0)
                continue;
            out.exitCode = std::max(0, ended->terminated().exitcode());
            out.ended = shared(ended->terminated().reason());
        }
    };
    for (const kube::ContainerStatus &container : pod.status().initcontainerstatuses())
        read(container);
    for (const kube::ContainerStatus &container : pod.status().containerstatuses())
        read(container);
    for (const kube::Container &container : pod.spec().containers()) {
        if (out.image.isEmpty())
            out.image = shared(container.image());
        out.cpu += quantity(container.resources().requests(), "cpu");
        out.memory += quantity(container.resources().requests(), "memory");
    }
}

KubePod KubeReader::read(const kube::Pod &pod)
{
    KubePod out;
    out.uid = name(pod.metadata().uid());
    out.space = shared(pod.metadata().namespace_());
    out.name = name(pod.metadata().name());
    out.node = shared(pod.spec().nodename());
    out.owner = owner(pod.metadata());
    out.phase = phaseOf(pod.status().phase());
    out.leaving = pod.metadata().has_deletiontimestamp();
    out.startedMs = inMs(pod.status().starttime());
    for (const kube::Condition &condition : pod.status().conditions()) {
        if (condition.type() == "Ready")
            out.ready = condition.status() == "True";
        else if (condition.type() == "PodScheduled" && condition.status() == "False")
            out.unplaced = words(condition.message().empty() ? condition.reason() : condition.message());
    }
    readContainers(pod, out);
    if (!pod.status().reason().empty())
        out.reason = shared(pod.status().reason());
    return out;
}

template<class Spec> void KubeReader::readTemplate(const Spec &spec, KubeWorkload &workload)
{
    const kube::PodTemplateSpec &pod = spec.template_();
    if (!pod.spec().containers().empty())
        workload.image = shared(pod.spec().containers(0).image());
    workload.selector = labels(pod.spec().nodeselector());
    // What pods are labelled with is declared of the workload, too, where that says nothing else.
    const KubeMeta ofPods = meta(pod.metadata());
    for (auto it = ofPods.labels.cbegin(); it != ofPods.labels.cend(); ++it) {
        if (it.key().startsWith(QLatin1String("graticule.dev/")) && !workload.meta.labels.contains(it.key()))
            workload.meta.labels.insert(it.key(), it.value());
    }
}

KubeWorkload KubeReader::read(const kube::Deployment &deployment)
{
    KubeWorkload out;
    out.meta = meta(deployment.metadata());
    out.kind = KubeOwner::Kind::Deployment;
    out.desired = deployment.spec().has_replicas() ? deployment.spec().replicas() : 1;
    out.paused = deployment.spec().paused();
    readTemplate(deployment.spec(), out);
    return out;
}

KubeWorkload KubeReader::read(const kube::StatefulSet &set)
{
    KubeWorkload out;
    out.meta = meta(set.metadata());
    out.kind = KubeOwner::Kind::StatefulSet;
    out.desired = set.spec().has_replicas() ? set.spec().replicas() : 1;
    readTemplate(set.spec(), out);
    return out;
}

KubeWorkload KubeReader::read(const kube::DaemonSet &set)
{
    KubeWorkload out;
    out.meta = meta(set.metadata());
    out.kind = KubeOwner::Kind::DaemonSet;
    out.desired = set.has_status() ? set.status().desirednumberscheduled() : -1;
    readTemplate(set.spec(), out);
    return out;
}

KubeAutoscaler KubeReader::read(const kube::HorizontalPodAutoscaler &scaler)
{
    KubeAutoscaler out;
    out.meta = meta(scaler.metadata());
    out.target =
        name(scaler.spec().scaletargetref().kind()) + QLatin1Char('/') + name(scaler.spec().scaletargetref().name());
    out.least = scaler.spec().has_minreplicas() ? scaler.spec().minreplicas() : 1;
    out.most = scaler.spec().maxreplicas();
    out.current = scaler.status().currentreplicas();
    out.wanted = scaler.status().desiredreplicas();
    return out;
}

KubeVolume KubeReader::read(const kube::PersistentVolume &volume)
{
    KubeVolume out;
    out.meta = meta(volume.metadata());
    out.phase = shared(volume.status().phase());
    out.message = words(volume.status().message());
    const kube::ObjectReference &claim = volume.spec().claimref();
    if (!claim.name().empty())
        out.claim = name(claim.namespace_()) + QLatin1Char('/') + name(claim.name());
    out.storageClass = shared(volume.spec().storageclassname());
    out.bytes = quantity(volume.spec().capacity(), "storage");
    for (const kube::NodeSelectorTerm &term : volume.spec().nodeaffinity().required().nodeselectorterms()) {
        QMap<QString, QStringList> keys;
        for (const kube::NodeSelectorRequirement &wanted : term.matchexpressions()) {
            if (wanted.operator_() != "In")
                continue;
            for (const std::string &value : wanted.values())
                keys[placeKey(wanted.key())].append(name(value));
        }
        addPlace(out.places, keys);
    }
    return out;
}

KubeClaim KubeReader::read(const kube::PersistentVolumeClaim &claim)
{
    KubeClaim out;
    out.meta = meta(claim.metadata());
    out.phase = shared(claim.status().phase());
    out.volume = name(claim.spec().volumename());
    out.storageClass = shared(claim.spec().storageclassname());
    out.bytes = quantity(claim.spec().resources().requests(), "storage");
    return out;
}

KubeStorageClass KubeReader::read(const kube::StorageClass &storageClass)
{
    KubeStorageClass out;
    out.meta = meta(storageClass.metadata());
    out.provisioner = name(storageClass.provisioner());
    for (const kube::TopologySelectorTerm &term : storageClass.allowedtopologies()) {
        QMap<QString, QStringList> keys;
        for (const kube::TopologySelectorLabelRequirement &wanted : term.matchlabelexpressions()) {
            for (const std::string &value : wanted.values())
                keys[placeKey(wanted.key())].append(name(value));
        }
        addPlace(out.places, keys);
    }
    return out;
}

} // namespace graticule
