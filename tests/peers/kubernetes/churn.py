# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes a fleet for a bounded time. What it changes carries when, so that a reader knows how long it took."""
import json
import os
import random
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import nodes
import pods
from api import LEASES, now
from workloads import container

CHANGED_AT = "rig.example.com/changed-at"  # seconds since 1970


def is_odd(kind, node):
    """Whether that node is in the odd state of that kind."""
    states = {each["type"]: each["status"] for each in node.get("status", {}).get("conditions", [])}
    return {"cordon": node["spec"].get("unschedulable", False), "ready": states.get("Ready") != "True",
            "pressure": states.get("MemoryPressure") == "True",
            "lease": "rig.example.com/lease" in node["metadata"].get("annotations", {})}.get(kind, False)


class Churn:
    def __init__(self, api, kinds, seed):
        self.api = api
        self.random = random.Random(seed)
        self.kinds = kinds
        self.counts = {}
        self.said = threading.Lock()
        self.nodes = {each["metadata"]["name"]: each for each in api.items("/api/v1/nodes")
                      if each["metadata"].get("labels", {}).get("rig.example.com/fleet") == "plain"}
        running = "/api/v1/pods?fieldSelector=status.phase%3DRunning"
        self.pods = list(api.items(running)) if "podstatus" in kinds else []
        self.serial = 100000 + int(time.time()) % 100000 * 100
        # Each step is a change: what is odd already turns well first.
        self.flips = {(kind, name) for name, each in self.nodes.items() for kind in kinds if is_odd(kind, each)}
        self.added = {"node": [], "pod": []}
        if "pod" in kinds:
            api.create("/api/v1/namespaces", {"metadata": {"name": "churn"}})
            api.create("/api/v1/namespaces/churn/serviceaccounts", {"metadata": {"name": "default"}})

    def flip(self, kind, thing):
        """Whether that thing is now in the odd state of that kind."""
        self.flips ^= {(kind, thing)}
        return (kind, thing) in self.flips

    def say(self, what, thing, began, answer):
        with self.said:
            self.counts[what] = self.counts.get(what, 0) + 1
            print(json.dumps({
                "t": round(began, 6), "ms": round((time.time() - began) * 1000, 1), "what": what, "object": thing,
                "rv": answer.get("metadata", {}).get("resourceVersion"), "status": answer["_status"]}), flush=True)

    def step(self):
        kind, began = self.random.choice(self.kinds), time.time()
        mark = {CHANGED_AT: "%.6f" % began}
        if kind in ("node", "pod"):
            self.come_or_go(kind, mark, began)
        elif kind == "podstatus":
            self.crash_or_recover(mark, began)
        else:
            name = self.random.choice(list(self.nodes))
            odd = self.flip(kind, name)
            self.say("%s=%s" % (kind, odd != (kind == "ready")), "node/" + name, began, self.change_node(kind, name, odd, mark))

    def change_node(self, kind, name, odd, mark):
        path = "/api/v1/nodes/" + name
        if kind == "cordon":
            return self.api.merge(path, {"metadata": {"annotations": mark}, "spec": {"unschedulable": odd or None}})
        if kind == "lease":
            mark = dict(mark, **{"rig.example.com/lease": "stopped" if odd else None})
            return self.api.merge(path, {"metadata": {"annotations": mark}})
        ill, wanted = {"ready": ("notready", "Ready"), "pressure": ("memory", "MemoryPressure")}[kind]
        states = nodes.conditions({ill} if odd else set(), now())
        return self.api.strategic(path + "/status", {
            "metadata": {"annotations": mark}, "status": {"conditions": [each for each in states if each["type"] == wanted]}})

    def come_or_go(self, kind, mark, began):
        added = self.added[kind]
        path = {"node": "/api/v1/nodes", "pod": "/api/v1/namespaces/churn/pods"}[kind]
        if added and self.random.random() < 0.5:
            name = added.pop(self.random.randrange(len(added)))
            self.say(kind + "-deleted", "%s/%s" % (kind, name), began, self.remove(kind, name))
            return
        self.serial += 1
        if kind == "node":
            thing = nodes.node(self.serial, self.api.ports["kubelet"])
            thing["metadata"]["labels"]["rig.example.com/churn"] = "true"
        else:
            thing = {"metadata": {"name": "job-%d" % self.serial, "labels": {"app": "churn"}, "annotations": {}},
                     "spec": {"terminationGracePeriodSeconds": 1, "tolerations": [{"operator": "Exists"}],
                              "nodeName": self.random.choice(list(self.nodes)), "automountServiceAccountToken": False,
                              "containers": [container("job", "analytics/job:1", "1m", "1Mi")]}}
        thing["metadata"]["annotations"].update(mark)
        answer = self.api.create(path, thing)
        added.append(thing["metadata"]["name"])
        self.say(kind + "-added", "%s/%s" % (kind, added[-1]), began, answer)

    def remove(self, kind, name):
        if kind == "pod":
            return self.api.call("DELETE", "/api/v1/namespaces/churn/pods/" + name, accept=(404,))
        answer = self.api.call("DELETE", "/api/v1/nodes/" + name, accept=(404,))
        self.api.call("DELETE", LEASES + "/" + name, accept=(404,))
        return answer

    def crash_or_recover(self, mark, began):
        pod = self.random.choice(self.pods)
        path = pods.path(pod, "/status")
        odd = self.flip("podstatus", path)
        status = pods.status(pod, pod["spec"]["nodeName"], "crashloop" if odd else "", self.random.randint(1, 9))
        patch = {key: status[key] for key in ("phase", "conditions", "containerStatuses")}
        answer = self.api.strategic(path, {"metadata": {"annotations": mark}, "status": patch}, accept=(404, 409))
        name = "pod/%s/%s" % (pod["metadata"]["namespace"], pod["metadata"]["name"])
        self.say("pod-crashed" if odd else "pod-recovered", name, began, answer)

    def guarded_step(self):
        try:
            self.step()
        except Exception as error:  # pylint: disable=broad-except
            print(json.dumps({"t": time.time(), "error": str(error)[:300]}), flush=True)


def run(api, asked):
    with open(os.path.join(asked.state, "churn.pid"), "w", encoding="ascii") as file:
        file.write(str(os.getpid()))
    churn = Churn(api, asked.only.split(","), asked.seed)
    began, number = time.monotonic(), 0
    with ThreadPoolExecutor(min(32, int(asked.rate // 3) + 2)) as workers:
        while time.monotonic() < began + asked.seconds:
            workers.submit(churn.guarded_step)
            number += 1
            api.pause.wait(max(0, began + number / asked.rate - time.monotonic()))
        workers.shutdown(cancel_futures=True)  # what a slow server left over
    for kind, names in churn.added.items():
        for name in names:
            churn.remove(kind, name)
    print(json.dumps({"done": churn.counts, "seconds": round(time.monotonic() - began, 1)}), file=sys.stderr)
    os.unlink(os.path.join(asked.state, "churn.pid"))
