# SPDX-License-Identifier: GPL-3.0-or-later
"""What a kubelet would say of a pod bound to its node: state, events, and the words of its containers."""
from api import stamp
from nodes import mixed
from workloads import BEHAVIOUR

EVENTS = {  # of a behaviour: reason, message
    "crashloop": ("BackOff", "Back-off restarting failed container"),
    "imagepull": ("Failed", 'Failed to pull image "{0}": rpc error: code = NotFound desc = failed to pull and unpack image '
                            '"{0}": not found'),
    "starting": ("Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503"),
}


def behaviour(pod):
    return pod["metadata"].get("labels", {}).get(BEHAVIOUR, "")


def path(pod, what=""):
    return "/api/v1/namespaces/%s/pods/%s%s" % (pod["metadata"]["namespace"], pod["metadata"]["name"], what)


def container_status(pod, container, how, restarts):
    name, image, when = container["name"], container["image"], stamp()
    meta = pod["metadata"]
    status = {
        "name": name, "image": image, "ready": not how, "started": how in ("", "starting"), "restartCount": restarts,
        "imageID": "%s@sha256:%064x" % (image.split(":", maxsplit=1)[0], mixed(image)), "lastState": {},
        "containerID": "containerd://%064x" % mixed("%s%s%d" % (meta["name"], name, restarts)),
        "state": {"running": {"startedAt": when}}}
    if how == "crashloop":
        status["restartCount"] = restarts + 1
        status["state"] = {"waiting": {
            "reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container=%s pod=%s_%s(%s)" % (
                name, meta["name"], meta["namespace"], meta.get("uid", ""))}}
        status["lastState"] = {"terminated": {
            "exitCode": 1, "reason": "Error", "startedAt": when, "finishedAt": when, "containerID": status["containerID"]}}
    elif how == "imagepull":
        status["state"] = {"waiting": {"reason": "ImagePullBackOff", "message": 'Back-off pulling image "%s"' % image}}
        status["imageID"] = status["containerID"] = ""
    return status


def status(pod, node, how=None, restarts=0):
    """Ready, unless `how` (default: the pod's own label) says crashloop, imagepull or starting."""
    how = behaviour(pod) if how is None else how
    containers = pod["spec"]["containers"]
    unready = {"reason": "ContainersNotReady",
               "message": "containers with unready status: [%s]" % " ".join(each["name"] for each in containers)}

    def condition(kind, good):
        made = {"type": kind, "status": "True" if good else "False", "lastProbeTime": None, "lastTransitionTime": stamp()}
        return made if good else dict(made, **unready)

    seed = mixed(pod["metadata"]["name"])
    address = "100.%d.%d.%d" % (64 + int(node.split("-")[2]) % 60, seed >> 8 & 255, seed & 255)
    return {"phase": "Pending" if how == "imagepull" else "Running", "hostIP": ".".join(node.split(".")[0].split("-")[1:5]),
            "podIP": address, "podIPs": [{"ip": address}], "startTime": stamp(), "qosClass": "Burstable",
            "conditions": [condition("Initialized", True), condition("Ready", not how), condition("ContainersReady", not how),
                           condition("PodScheduled", True)],
            "containerStatuses": [container_status(pod, each, how, restarts) for each in containers]}


def post_event(api, pod, node):
    """As a kubelet does for what went wrong or was started. The pod may be gone meanwhile."""
    how, meta, when, first = behaviour(pod), pod["metadata"], stamp(), pod["spec"]["containers"][0]
    reason, message = EVENTS.get(how, ("Started", "Started container " + first["name"]))
    api.call("POST", "/api/v1/namespaces/%s/events" % meta["namespace"], {
        "metadata": {"generateName": meta["name"] + ".", "namespace": meta["namespace"]}, "reason": reason,
        "message": message.format(first["image"]), "type": "Warning" if how else "Normal", "count": 1,
        "firstTimestamp": when, "lastTimestamp": when, "source": {"component": "kubelet", "host": node},
        "involvedObject": {"apiVersion": "v1", "kind": "Pod", "name": meta["name"], "namespace": meta["namespace"],
                           "uid": meta["uid"]}}, accept=(403, 404))
