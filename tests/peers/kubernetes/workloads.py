# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on the fleet: rights, volumes, what runs in each region, and some in trouble."""
import nodes
from nodes import REGIONS, mixed

APPS = "/apis/apps/v1/namespaces/"
STORAGE = "/apis/storage.k8s.io/v1/"
RIGHTS = "/apis/rbac.authorization.k8s.io/v1/"
REGION, ZONE = "topology.kubernetes.io/region", "topology.kubernetes.io/zone"
CLASSIFICATION, RESIDENCY = "data.example.com/classification", "data.example.com/residency"
BEHAVIOUR = "rig.example.com/behaviour"
CLASSES = ["personal", "confidential", "internal", "public", "health"]
NAMESPACES = {
    "payments": {CLASSIFICATION: "personal", RESIDENCY: "eu"}, "identity": {CLASSIFICATION: "personal"},
    "analytics": {CLASSIFICATION: "internal"}, "web": {CLASSIFICATION: "public"}, "monitoring": {}}


def rights(api):
    """Viewers read, operators cordon, evict, scale and restart; both beside what the built-in role "view" allows."""
    read = ["get", "list", "watch"]

    def role(name, *rules):
        rules = [{"apiGroups": [group], "resources": resources, "verbs": verbs} for group, resources, verbs in rules]
        api.create(RIGHTS + "clusterroles", {"metadata": {"name": name}, "rules": rules})

    def bind(name, role_name, group):
        kind = {"apiGroup": "rbac.authorization.k8s.io"}
        api.create(RIGHTS + "clusterrolebindings", {
            "metadata": {"name": name}, "subjects": [dict(kind, kind="Group", name=group)],
            "roleRef": dict(kind, kind="ClusterRole", name=role_name)})

    role("rig-infrastructure",
         ("", ["nodes", "persistentvolumes", "namespaces", "events"], read),
         ("events.k8s.io", ["events"], read),
         ("storage.k8s.io", ["storageclasses", "csidrivers", "csinodes", "volumeattachments"], read),
         ("coordination.k8s.io", ["leases"], read),
         ("metrics.k8s.io", ["nodes", "pods"], read))
    role("rig-operate",
         ("", ["nodes"], ["patch", "update"]),
         ("", ["pods/eviction"], ["create"]),
         ("apps", ["deployments", "statefulsets", "daemonsets"], ["patch"]),
         ("apps", ["deployments/scale", "statefulsets/scale"], ["get", "patch", "update"]))
    # The server makes its own roles a moment after it is ready. "view" itself is put together from this one by controllers.
    view = "system:aggregate-to-view"
    api.until(lambda: api.call("GET", RIGHTS + "clusterroles/" + view, accept=(404,))["_status"] == 200, 30)
    bind("rig-view", view, "viewers")
    bind("rig-infrastructure", "rig-infrastructure", "viewers")
    bind("rig-operate", "rig-operate", "operators")


def metrics(api, count):
    """metrics.k8s.io as plain objects: what the API answers is of the same form, without a metrics server behind it."""
    api.create("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", {
        "metadata": {"name": "nodes.metrics.k8s.io", "annotations": {"api-approved.kubernetes.io": "unapproved, for tests"}},
        "spec": {"group": "metrics.k8s.io", "scope": "Cluster",
                 "names": {"plural": "nodes", "kind": "NodeMetrics", "listKind": "NodeMetricsList"},
                 "versions": [{"name": "v1beta1", "served": True, "storage": True, "schema": {"openAPIV3Schema": {
                     "type": "object", "x-kubernetes-preserve-unknown-fields": True}}}]}})
    path = "/apis/metrics.k8s.io/v1beta1/nodes"
    api.until(lambda: api.call("GET", path, accept=(404,))["_status"] == 200, 30)
    for i in range(count):
        if "silent" not in nodes.ailments(i):
            _, _, processors, memory, _ = nodes.TYPES[i % len(nodes.TYPES)]
            share = 0.1 + i % 8 / 10
            api.create(path, {
                "apiVersion": "metrics.k8s.io/v1beta1", "kind": "NodeMetrics", "metadata": {"name": nodes.name(i)},
                "timestamp": nodes.stamp(), "window": "30s",
                "usage": {"cpu": "%dn" % (processors * share * 1e9), "memory": "%dKi" % (memory * share)}})


def container(name, image, cpu="50m", memory="64Mi", mounts=()):
    made = {"name": name, "image": "registry.example.com/" + image, "ports": [{"containerPort": 8080, "name": "http"}],
            "resources": {"requests": {"cpu": cpu, "memory": memory}, "limits": {"memory": "256Mi"}}}
    return dict(made, volumeMounts=list(mounts)) if mounts else made


def template(labels, *containers, **spec):
    return {"metadata": {"labels": labels}, "spec": dict({"containers": containers}, **spec)}


def deployment(api, namespace, name, replicas, pod, labels=None, region=None):
    labels = dict({"app": name}, **(labels or {}))
    where = {"nodeSelector": {REGION: region}} if region else {}
    api.create(APPS + namespace + "/deployments", {
        "metadata": {"name": name, "labels": labels},
        "spec": {"replicas": replicas, "selector": {"matchLabels": {"app": name}}, "template": template(labels, pod, **where)}})


def volume(api, name, region, zone, labels, size, claim=None):
    spec = {
        "capacity": {"storage": size}, "accessModes": ["ReadWriteOnce"], "persistentVolumeReclaimPolicy": "Retain",
        "storageClassName": "gp3-" + region,
        "csi": {"driver": "ebs.csi.aws.com", "volumeHandle": "vol-%017x" % mixed(name, 64), "fsType": "ext4",
                "volumeAttributes": {"encrypted": "true"}},
        "nodeAffinity": {"required": {"nodeSelectorTerms": [{"matchExpressions": [
            {"key": REGION, "operator": "In", "values": [region]}, {"key": ZONE, "operator": "In", "values": [zone]}]}]}}}
    if claim:
        spec["claimRef"] = {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "namespace": claim[0], "name": claim[1]}
    api.create("/api/v1/persistentvolumes", {
        "metadata": {"name": name, "labels": dict({REGION: region, ZONE: zone}, **labels)}, "spec": spec})


def claim(api, namespace, name, kind, size, classification, bound=None):
    spec = {"accessModes": ["ReadWriteOnce"], "storageClassName": kind, "resources": {"requests": {"storage": size}}}
    if bound:
        spec["volumeName"] = bound
    api.create("/api/v1/namespaces/%s/persistentvolumeclaims" % namespace, {
        "metadata": {"name": name, "labels": {CLASSIFICATION: classification}}, "spec": spec})


def volumes(api, count):
    api.create(STORAGE + "csidrivers", {
        "metadata": {"name": "ebs.csi.aws.com"}, "spec": {"attachRequired": False, "podInfoOnMount": False}})
    kind = {"provisioner": "kubernetes.io/no-provisioner"}
    api.create(STORAGE + "storageclasses", dict(
        kind, metadata={"name": "gp3", "annotations": {"storageclass.kubernetes.io/is-default-class": "true"}},
        volumeBindingMode="WaitForFirstConsumer", reclaimPolicy="Delete", allowVolumeExpansion=True))
    for number, (region, (_, _, residency, _)) in enumerate(REGIONS.items()):
        zones = sorted({nodes.place(i)[1] for i in range(count) if nodes.place(i)[0] == region and not nodes.tainted(i)})
        zones = zones or [region + "a"]
        api.create(STORAGE + "storageclasses", dict(
            kind, metadata={"name": "gp3-" + region, "labels": {RESIDENCY: residency}}, volumeBindingMode="Immediate",
            reclaimPolicy="Retain", allowedTopologies=[{"matchLabelExpressions": [{"key": REGION, "values": [region]}]}]))
        for k in range(3):
            name, size, classification = "ledger-%s-%d" % (region, k), "%dGi" % (20 * (k + 1)), CLASSES[(number + k) % 5]
            volume(api, "pv-" + name, region, zones[k % len(zones)], {
                CLASSIFICATION: classification, RESIDENCY: residency, "graticule.dev/asset": "ledger",
                "graticule.dev/classification": classification, "graticule.dev/owner": "payments",
                "graticule.dev/role": "standby" if k else "primary"}, size, ("payments", "data-" + name))
            claim(api, "payments", "data-" + name, "gp3-" + region, size, classification, "pv-" + name)
        volume(api, "pv-spare-" + region, region, zones[0],
               {CLASSIFICATION: "internal", RESIDENCY: residency}, "100Gi")
    # Two that break the rule their labels state: European personal data on disks elsewhere.
    for region in [region for region, known in REGIONS.items() if known[2] != "eu"][:2]:
        name = "crm-export-" + region
        volume(api, "pv-" + name, region, region + "a", {CLASSIFICATION: "personal", RESIDENCY: "eu"}, "50Gi", ("identity", name))
        claim(api, "identity", name, "gp3-" + region, "50Gi", "personal", "pv-" + name)
    # The scheduler gives up for a while on what it sees before its claims are bound.
    claims = "/api/v1/persistentvolumeclaims"
    api.until(lambda: all(each["status"]["phase"] == "Bound" for each in api.items(claims)), 60)
    claim(api, "analytics", "scratch", "gp3", "10Gi", "internal")  # waits for who uses it
    claim(api, "analytics", "too-large", "gp3-eu-west-1", "5Ti", "internal")  # there is none that large


def in_each_region(api, budgets):
    for region in REGIONS:
        deployment(api, "web", "frontend-" + region, 3, container("frontend", "web/frontend:4.11.0"),
                   {"tier": "edge", "app.kubernetes.io/part-of": "shop"}, region)
        gateway, ledger = "gateway-" + region, "ledger-" + region
        deployment(api, "payments", gateway, 2, container("gateway", "payments/gateway:2.3.1"),
                   {CLASSIFICATION: "personal", "graticule.dev/service": "gateway", "graticule.dev/tier": "1"}, region)
        api.create(budgets + "/namespaces/payments/poddisruptionbudgets", {
            "metadata": {"name": gateway}, "spec": {"minAvailable": "100%", "selector": {"matchLabels": {"app": gateway}}}})
        mount = {"name": "data", "mountPath": "/var/lib/ledger"}
        request = {"accessModes": ["ReadWriteOnce"], "storageClassName": "gp3-" + region,
                   "resources": {"requests": {"storage": "20Gi"}}}
        api.create(APPS + "payments/statefulsets", {
            "metadata": {"name": ledger, "labels": {"app": ledger, CLASSIFICATION: "personal"}},
            "spec": {"serviceName": ledger, "replicas": 3, "podManagementPolicy": "Parallel",
                     "selector": {"matchLabels": {"app": ledger}},
                     "template": template({"app": ledger}, container("ledger", "payments/ledger:1.0", mounts=[mount])),
                     "volumeClaimTemplates": [{"metadata": {"name": "data"}, "spec": request}]}})
        api.create("/api/v1/namespaces/payments/services", {
            "metadata": {"name": ledger},
            "spec": {"clusterIP": "None", "selector": {"app": ledger}, "ports": [{"port": 5432, "name": "sql"}]}})


def workloads(api, count):
    for namespace, labels in NAMESPACES.items():
        api.create("/api/v1/namespaces", {"metadata": {"name": namespace, "labels": labels}})
    for namespace in NAMESPACES:
        api.await_account(namespace)
    volumes(api, count)
    newer = api.minor() >= 21
    in_each_region(api, "/apis/policy/v1" if newer else "/apis/policy/v1beta1")
    deployment(api, "analytics", "etl", 2, container("etl", "analytics/etl:0.9"), {BEHAVIOUR: "crashloop"})
    deployment(api, "web", "canary", 1, container("canary", "web/frontend:no-such-tag"), {BEHAVIOUR: "imagepull"})
    deployment(api, "web", "slow-start", 2, container("slow", "web/slow:1"), {BEHAVIOUR: "starting"})
    deployment(api, "web", "old-shop", 0, container("shop", "web/shop:1"))
    deployment(api, "analytics", "train", 2, container("train", "analytics/train:1", cpu="500"))  # no node is that large
    deployment(api, "identity", "login-mars", 1, container("login", "identity/login:3"), region="mars-north-1")
    deployment(api, "identity", "login", 4, container("login", "identity/login:3"))
    api.create("/apis/autoscaling/v1/namespaces/identity/horizontalpodautoscalers", {
        "metadata": {"name": "login"},
        "spec": {"minReplicas": 4, "maxReplicas": 12, "targetCPUUtilizationPercentage": 70,
                 "scaleTargetRef": {"apiVersion": "apps/v1", "kind": "Deployment", "name": "login"}}})
    exporter = {"app": "node-exporter"}
    api.create(APPS + "monitoring/daemonsets", {
        "metadata": {"name": "node-exporter"},
        "spec": {"selector": {"matchLabels": exporter},
                 "template": template(exporter, container("exporter", "metrics/exporter:1.0.1", "5m", "16Mi"),
                                      tolerations=[{"operator": "Exists"}])}})
