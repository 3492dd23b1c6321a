# SPDX-License-Identifier: GPL-3.0-or-later
"""The fleet of a test cluster: fills it, stands in for its kubelets, changes things. Started by `cluster` beside it."""
import argparse
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import churn
import kubelets
import nodes
import pods
import workloads
from api import Api, now


def fill(api, count):
    """Nodes, what runs on them, and once it runs some nodes fall ill."""
    workloads.rights(api)
    api.create("/api/v1/namespaces", {"metadata": {"name": "kube-node-lease"}})
    port = api.ports["kubelet"]
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda i: api.create("/api/v1/nodes", nodes.node(i, port)), range(count)))
    workloads.workloads(api, count)
    workloads.metrics(api, count)
    settle(api)
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda i: afflict(api, i), range(count)))


def settle(api):
    """Until the controllers want no more pods, each has a node or the scheduler's word why not, and runs where it was put."""
    def settled():
        """every pod has been taken up by a node, or by none"""
        kinds = ("deployments", "statefulsets", "daemonsets")
        apps = [each for kind in kinds for each in api.items("/apis/apps/v1/" + kind)]
        wanted = sum(each["spec"].get("replicas", each["status"].get("desiredNumberScheduled", 0)) for each in apps)
        seen = list(api.items("/api/v1/pods"))
        taken = all("containerStatuses" in pod["status"] if "nodeName" in pod["spec"] else "conditions" in pod["status"]
                    for pod in seen)
        return taken and wanted <= len(seen) and all("observedGeneration" in each["status"] for each in apps)
    api.until(settled, 120, every=0.5)


def afflict(api, i):
    ill = nodes.ailments(i)
    path = "/api/v1/nodes/" + nodes.name(i)
    if "silent" in ill:
        api.merge(path, {"metadata": {"annotations": {"rig.example.com/lease": "stopped"}}})
    if "cordoned" in ill:
        api.merge(path, {"spec": {"unschedulable": True}})
    if ill:
        api.strategic(path + "/status", {"status": {"conditions": nodes.conditions(ill, now())}})


def scale(api, count, pod_count):
    """Plain objects, spread over the nodes; nothing is scheduled. Ill nodes are so from the start."""
    workloads.rights(api)
    api.create("/api/v1/namespaces", {"metadata": {"name": "scale"}})
    # There are no controllers that would make it.
    api.create("/api/v1/namespaces/scale/serviceaccounts", {"metadata": {"name": "default"}})
    processes = []
    for share in range(2):
        process = os.fork()
        if process == 0:
            api.own = threading.local()
            os._exit(0 if make_share(api, share, count, pod_count) else 1)
        processes.append(process)
    if any([os.waitpid(process, 0)[1] for process in processes]):
        sys.exit("the large cluster could not be filled")


def make_share(api, share, count, pod_count):
    port = api.ports["kubelet"]

    def make_node(i):
        api.create("/api/v1/nodes", nodes.node(i, port, nodes.ailments(i)))

    def make_pod(i):
        group, node = "web-%05d" % (i // 20), nodes.name(i % count)
        pod = api.create("/api/v1/namespaces/scale/pods", {
            "metadata": {"name": "%s-%06d" % (group, i), "namespace": "scale", "labels": {"app": group, "tier": "edge"}},
            "spec": {"nodeName": node, "tolerations": [{"operator": "Exists"}], "automountServiceAccountToken": False,
                     "containers": [workloads.container("frontend", "web/frontend:4.11.0")]}})
        if pod["_status"] != 409:
            api.strategic(pods.path(pod, "/status"), {"status": pods.status(pod, node)})
    try:
        with ThreadPoolExecutor(4) as workers:
            list(workers.map(make_node, range(share, count, 2)))
            list(workers.map(make_pod, range(share, pod_count, 2)))
        return True
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=["fill", "scale", "kubelets", "churn"])
    parser.add_argument("state")
    parser.add_argument("--nodes", type=int, default=60)
    parser.add_argument("--pods", type=int, default=0)
    parser.add_argument("--no-leases", action="store_true")
    parser.add_argument("--rate", type=float, default=5)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--only", default="ready,pressure,cordon,node,pod,podstatus")
    parser.add_argument("--seed", type=int)
    asked = parser.parse_args()
    api = Api(asked.state)
    if asked.verb == "fill":
        fill(api, asked.nodes)
    elif asked.verb == "scale":
        scale(api, asked.nodes, asked.pods)
    elif asked.verb == "kubelets":
        kubelets.run(api, leases=not asked.no_leases)
    else:
        churn.run(api, asked)


if __name__ == "__main__":
    main()
