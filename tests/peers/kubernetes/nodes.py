# SPDX-License-Identifier: GPL-3.0-or-later
"""The fleet's nodes: the i-th is always the same, and so is what it ails from."""
from datetime import timedelta

from api import now, stamp

REGIONS = {  # region: weight, zones, residency, second octet of the made-up network
    "eu-west-1": (10, "abc", "eu", 10), "eu-central-1": (9, "abc", "eu", 20), "eu-north-1": (4, "ab", "eu", 30),
    "us-east-1": (10, "abcd", "us", 40), "us-west-2": (6, "abc", "us", 50), "ca-central-1": (3, "ab", "ca", 60),
    "sa-east-1": (4, "ac", "br", 70), "ap-southeast-2": (5, "abc", "au", 80), "ap-northeast-1": (5, "acd", "jp", 90),
    "ap-south-1": (4, "abc", "in", 100), "me-south-1": (2, "ab", "bh", 110), "af-south-1": (2, "ab", "za", 120),
}
RING = [name for turn in range(10) for name, region in REGIONS.items() if region[0] > turn]
TYPES = [  # instance type, architecture, processors, memory in Ki, pods
    ("m6i.xlarge", "amd64", 4, 16101208, 58), ("c6g.2xlarge", "arm64", 8, 15897732, 58),
    ("r5.4xlarge", "amd64", 16, 130034956, 234), ("t3.medium", "amd64", 2, 3977868, 17),
    ("m5.2xlarge", "amd64", 8, 32137056, 58),
]
IMAGES = [
    ("registry.example.com/pause:3.2", 682696), ("registry.example.com/kube-proxy:v1.20.2", 118400203),
    ("registry.example.com/cni/node:v1.7.5", 299112745), ("registry.example.com/web/frontend:4.11.0", 141233902),
    ("registry.example.com/payments/gateway:2.3.1", 221009113), ("registry.example.com/logging/agent:1.8", 60112340),
    ("registry.example.com/metrics/exporter:1.0.1", 22031122), ("registry.example.com/analytics/etl:0.9", 812003451),
]
AILMENTS = {  # of each how many nodes, and the first
    "silent": (20, 7), "notready": (12, 5), "cordoned": (15, 3), "memory": (17, 4), "disk": (19, 6), "pid": (23, 8),
    "network": (29, 9),
}
CNI = ("container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin "
       "returns error: cni plugin not initialized")


def mixed(text, bits=256):
    """A number made of a text, the same each time: for digests, volume handles and addresses."""
    value = 1469598103934665603
    for letter in text.encode() * 4:
        value = ((value ^ letter) * 1099511628211) % (1 << 256)
    return value % (1 << bits)


def place(i):
    """Region and zone of the i-th node: the regions in turn, the heavier more often."""
    region = RING[i % len(RING)]
    zones = REGIONS[region][1]
    return region, region + zones[(i // len(RING) + i) % len(zones)]


def ailments(i):
    return {what for what, (every, first) in AILMENTS.items() if i % every == first}


def tainted(i):
    """Kept for who tolerates it, with a graphics processor."""
    return i % 10 == 2


def condition(kind, bad, reasons, since):
    """`reasons`: of the good and of the bad case, each a reason and a message. Ready is bad when it is not true."""
    reason, message = reasons[bad]
    status = "True" if bad != (kind == "Ready") else "False"
    return {"type": kind, "status": status, "reason": reason, "message": message, "lastHeartbeatTime": stamp(),
            "lastTransitionTime": stamp(since)}


def conditions(ill=frozenset(), since=None):
    since = since or now() - timedelta(hours=3)
    return [
        condition("NetworkUnavailable", "network" in ill, (
            ("RouteCreated", "RouteController created a route"),
            ("NoRouteCreated", "RouteController failed to create a route")), since),
        condition("MemoryPressure", "memory" in ill, (
            ("KubeletHasSufficientMemory", "kubelet has sufficient memory available"),
            ("KubeletHasInsufficientMemory", "kubelet has insufficient memory available")), since),
        condition("DiskPressure", "disk" in ill, (
            ("KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
            ("KubeletHasDiskPressure", "kubelet has disk pressure")), since),
        condition("PIDPressure", "pid" in ill, (
            ("KubeletHasSufficientPID", "kubelet has sufficient PID available"),
            ("KubeletHasInsufficientPID", "kubelet has insufficient PID available")), since),
        condition("Ready", "notready" in ill, (
            ("KubeletReady", "kubelet is posting ready status. AppArmor enabled"), ("KubeletNotReady", CNI)), since),
    ]


def address(i):
    return "10.%d.%d.%d" % (REGIONS[place(i)[0]][3], (i >> 8) & 255, i & 255)


def name(i):
    return "ip-%s.%s.compute.internal" % (address(i).replace(".", "-"), place(i)[0])


def node(i, kubelet_port, ill=frozenset()):
    region, zone = place(i)
    kind, arch, processors, memory, pods = TYPES[i % len(TYPES)]
    labels = {
        "kubernetes.io/hostname": name(i), "kubernetes.io/os": "linux", "kubernetes.io/arch": arch,
        "beta.kubernetes.io/os": "linux", "beta.kubernetes.io/arch": arch, "beta.kubernetes.io/instance-type": kind,
        "node.kubernetes.io/instance-type": kind, "failure-domain.beta.kubernetes.io/region": region,
        "failure-domain.beta.kubernetes.io/zone": zone, "topology.kubernetes.io/region": region,
        "topology.kubernetes.io/zone": zone, "data.example.com/residency": REGIONS[region][2],
        "rig.example.com/fleet": "plain"}
    annotations = {"node.alpha.kubernetes.io/ttl": "0", "volumes.kubernetes.io/controller-managed-attach-detach": "true"}
    network = "100.%d.%d.0/24" % (64 + (i >> 8) % 64, i & 255)
    spec = {"podCIDR": network, "podCIDRs": [network], "providerID": "aws:///%s/i-%017x" % (zone, (i * 2654435761) % (1 << 64))}
    capacity = {"cpu": str(processors), "memory": "%dKi" % memory, "pods": str(pods), "ephemeral-storage": "83873772Ki",
                "hugepages-1Gi": "0", "hugepages-2Mi": "0"}
    allocatable = dict(capacity, **{"cpu": "%dm" % (processors * 1000 - 80), "memory": "%dKi" % (memory - 1128448),
                                    "ephemeral-storage": "76224326324"})
    if tainted(i):
        spec["taints"] = [{"key": "dedicated", "value": "gpu", "effect": "NoSchedule"}]
        labels["node.example.com/pool"] = "gpu"
        capacity["nvidia.com/gpu"] = allocatable["nvidia.com/gpu"] = "1"
    if "silent" in ill:
        annotations["rig.example.com/lease"] = "stopped"
    if "cordoned" in ill:
        spec["unschedulable"] = True
    status = {
        # The external address is where the API server finds the stand-in for its kubelet.
        "addresses": [{"type": "InternalIP", "address": address(i)}, {"type": "ExternalIP", "address": "127.0.0.1"},
                      {"type": "Hostname", "address": name(i)}, {"type": "InternalDNS", "address": name(i)}],
        "capacity": capacity, "allocatable": allocatable,
        "daemonEndpoints": {"kubeletEndpoint": {"Port": kubelet_port}},
        "nodeInfo": {
            "architecture": arch, "bootID": "00000000-0000-4000-8000-%012x" % i, "machineID": "%032x" % i,
            "containerRuntimeVersion": "containerd://1.4.3" if i % 4 else "docker://20.10.2",
            "kernelVersion": "5.4.80-40.140.amzn2.x86_64", "kubeProxyVersion": "v1.20.2", "operatingSystem": "linux",
            "kubeletVersion": "v1.20.2" if i % 6 else "v1.19.7", "osImage": "Amazon Linux 2",
            "systemUUID": "ec2%05x-0000-4000-8000-%012x" % (i, i)},
        "images": [{"names": ["%s@sha256:%064x" % (image.split(":", maxsplit=1)[0], mixed(image)), image], "sizeBytes": size}
                   for image, size in IMAGES],
        "conditions": conditions(ill)}
    return {"apiVersion": "v1", "kind": "Node", "spec": spec, "status": status,
            "metadata": {"name": name(i), "labels": labels, "annotations": annotations}}
