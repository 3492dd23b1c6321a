# SPDX-License-Identifier: GPL-3.0-or-later
"""The cluster that tests talk to is what README.md says: its fleet, who may do what, and how it is broken and mended."""
import collections
import http.client
import json
import os
import socket
import ssl
import subprocess
import unittest
import urllib.error
import urllib.request

HERE = os.path.dirname(os.path.realpath(__file__))
STATE = os.environ.get("GRATICULE_KUBERNETES_STATE", "/tmp/graticule-kubernetes")
NODES = "/api/v1/nodes"


def cluster(*arguments, seconds=120):
    """What the script printed, and its exit code."""
    done = subprocess.run([os.path.join(HERE, "cluster"), *arguments], text=True, timeout=seconds, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.strip(), done.returncode


def kubectl(kubeconfig, *arguments):
    return cluster("kubectl", kubeconfig, *arguments)


class Api:
    """The API server as viewer, over HTTP alone."""

    def __init__(self):
        with open(os.path.join(STATE, "cluster.json"), encoding="utf-8") as file:
            self.url = json.load(file)["url"]
        with open(os.path.join(STATE, "viewer.token"), encoding="ascii") as file:
            self.token = file.read().strip()
        self.tls = ssl.create_default_context(cafile=os.path.join(STATE, "pki", "ca.crt"))

    def open(self, path, seconds=30):
        headers = {"Authorization": "Bearer " + self.token} if self.token else {}
        request = urllib.request.Request(self.url + path, headers=headers)
        return urllib.request.urlopen(request, timeout=seconds, context=self.tls)  # pylint: disable=consider-using-with

    def get(self, path):
        with self.open(path) as answer:
            return json.load(answer)

    def status(self, path, seconds=30):
        """The code, or a word for why there is none."""
        try:
            with self.open(path, seconds) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except (urllib.error.URLError, socket.timeout) as error:
            return type(getattr(error, "reason", error)).__name__


@unittest.skipUnless(os.path.exists(os.path.join(STATE, "cluster.json")), "no Kubernetes is running: cluster up starts one")
class Cluster(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.api = Api()
        self.addCleanup(cluster, "fault", "restart")
        self.addCleanup(cluster, "fault", "thaw")

    def test_nodes_lie_in_twelve_regions(self):
        nodes = self.api.get(NODES)["items"]
        regions = collections.Counter(node["metadata"]["labels"]["topology.kubernetes.io/region"] for node in nodes)
        self.assertEqual(dict(regions), {
            "eu-west-1": 9, "eu-central-1": 8, "us-east-1": 8, "us-west-2": 6, "ap-southeast-2": 5, "ap-northeast-1": 5,
            "eu-north-1": 4, "sa-east-1": 4, "ap-south-1": 4, "ca-central-1": 3, "me-south-1": 2, "af-south-1": 2})

    def test_some_are_in_trouble(self):
        nodes = self.api.get(NODES)["items"]
        cordoned = [node for node in nodes if node["spec"].get("unschedulable")]
        ready = collections.Counter(
            state["status"] for node in nodes for state in node["status"]["conditions"] if state["type"] == "Ready")
        pods = self.api.get("/api/v1/pods")["items"]
        waiting = collections.Counter(
            each["state"]["waiting"]["reason"] for pod in pods for each in pod["status"].get("containerStatuses", [])
            if "waiting" in each["state"])
        homeless = sorted(pod["metadata"]["labels"]["app"] for pod in pods if "nodeName" not in pod["spec"])
        self.assertEqual(len(cordoned), 4)
        self.assertGreaterEqual(ready["False"], 4)  # silent ones go Unknown after a while
        self.assertEqual(waiting, {"CrashLoopBackOff": 2, "ImagePullBackOff": 1})
        self.assertEqual(homeless, ["login-mars", "train", "train"])

    def test_each_kubeconfig_gets_what_the_table_says(self):
        with open(os.path.join(STATE, "kubeconfig", "admin.kubeconfig"), encoding="utf-8") as file:
            self.assertIn("client-certificate: ../pki/admin.crt", file.read())
        for name in ("admin", "admin-embedded", "viewer", "viewer-tokenfile", "operator", "impersonate", "insecure",
                     "server-name", "exec", "many-contexts", "two-hundred-contexts"):
            said, code = kubectl(name, "get", "nodes", "-o", "name")
            self.assertEqual((code, said.count("node/ip-")), (0, 60), name + ": " + said)
        for name, words in {
                "nobody": 'User "nobody" cannot list resource "nodes"',
                "bad-token": "You must be logged in to the server",
                "stranger-cert": "You must be logged in to the server",
                "expired-cert": "You must be logged in to the server",
                "exec-fails": "credential plugin: no session, log in first",
                "wrong-ca": "certificate signed by unknown authority",
                "wrong-name": "not elsewhere.example.com"}.items():
            said, code = kubectl(name, "get", "nodes")
            self.assertNotEqual(code, 0, name)
            self.assertIn(words, said, name)

    def test_who_shows_nothing_may_only_ask_whether_it_lives(self):
        self.api.token = ""
        self.assertEqual([self.api.status(path) for path in ("/livez", "/version", NODES)], [200, 200, 403])

    def test_rights_differ(self):
        may = {}
        for name in ("viewer", "operator", "nobody"):
            may[name] = [what for what in (
                "list nodes", "patch nodes", "create pods --subresource=eviction", "patch deployments.apps",
                "patch deployments.apps --subresource=scale", "get pods --subresource=log", "get secrets")
                if kubectl(name, "auth", "can-i", *what.split(), "-A")[0].endswith("yes")]
        self.assertEqual(may, {
            "viewer": ["list nodes", "get pods --subresource=log"],
            "operator": ["list nodes", "patch nodes", "create pods --subresource=eviction", "patch deployments.apps",
                         "patch deployments.apps --subresource=scale", "get pods --subresource=log"],
            "nobody": []})

    def test_each_of_two_hundred_contexts_has_a_user_that_is_told_apart(self):
        kubectl("two-hundred-contexts", "--context", "cluster-117", "get", "namespaces")
        self.assertIn("user-117 list /api/v1/namespaces?limit=500 200", cluster("requests", "user-117")[0])
        self.assertEqual(cluster("requests", "user-118")[0], "")

    def test_containers_tell_what_they_wrote(self):
        said, _ = kubectl("viewer", "logs", "-n", "analytics", "-l", "app=etl", "--tail", "2", "--previous")
        self.assertIn("panic: no source", said)
        said, code = kubectl("viewer", "logs", "-n", "identity", "deploy/login", "--previous")
        self.assertEqual(code, 1)
        self.assertIn("not found", said)

    def test_metrics_are_told(self):
        usage = self.api.get("/apis/metrics.k8s.io/v1beta1/nodes")
        self.assertEqual((usage["kind"], len(usage["items"])), ("NodeMetricsList", 57))

    def test_an_evicted_pod_goes_away_unless_a_budget_forbids_it(self):
        nodes = self.api.get(NODES)["items"]
        well = {node["metadata"]["name"] for node in nodes if not node["spec"].get("unschedulable")
                and any(state["type"] == "Ready" and state["status"] == "True" for state in node["status"]["conditions"])
                and "rig.example.com/lease" not in node["metadata"]["annotations"]}

        def drain(namespace, app, timeout):
            pods = self.api.get("/api/v1/namespaces/%s/pods?labelSelector=app%%3D%s" % (namespace, app))["items"]
            pod = next(pod for pod in pods if pod["spec"]["nodeName"] in well)
            node = pod["spec"]["nodeName"]
            self.addCleanup(kubectl, "admin", "uncordon", node)
            said, code = kubectl("operator", "drain", node, "--ignore-daemonsets", "--timeout=" + timeout,
                                 "--pod-selector=app=" + app)
            return pod["metadata"]["name"], said, code

        pod, said, code = drain("web", "frontend-us-east-1", "60s")
        self.assertEqual(code, 0, said)
        self.assertEqual(self.api.status("/api/v1/namespaces/web/pods/" + pod), 404)
        pod, said, code = drain("payments", "gateway-us-east-1", "6s")
        self.assertEqual(code, 1)
        self.assertIn("Cannot evict pod as it would violate the pod's disruption budget", said)

    def test_it_dies_and_comes_back(self):
        cluster("fault", "kill")
        self.assertEqual(self.api.status("/livez"), "ConnectionRefusedError")
        cluster("fault", "restart")
        self.assertEqual(self.api.status("/livez"), 200)
        self.assertEqual(len(self.api.get(NODES)["items"]), 60)

    def test_it_freezes_and_thaws(self):
        cluster("fault", "freeze")
        self.assertIn(self.api.status("/livez", seconds=2), ("timeout", "TimeoutError"))
        cluster("fault", "thaw")
        self.assertEqual(self.api.status("/livez"), 200)

    def test_compaction_makes_tokens_of_pages_too_old(self):
        token = self.api.get(NODES + "?limit=5")["metadata"]["continue"]
        cluster("churn", "--seconds", "1", "--rate", "5", "--only", "pod")  # the newest version is never forgotten
        cluster("fault", "compact")
        self.assertEqual(self.api.status(NODES + "?limit=5&continue=" + token), 410)

    def test_what_is_forgotten_makes_watches_too_old(self):
        version = self.api.get(NODES)["metadata"]["resourceVersion"]
        cluster("churn", "--seconds", "1", "--rate", "10", "--only", "pod")
        cluster("fault", "forget")
        with self.api.open(NODES + "?watch=1&resourceVersion=" + version) as stream:
            event = json.loads(stream.readline())
        self.assertEqual((event["type"], event["object"]["code"]), ("ERROR", 410))

    def test_watches_are_cut(self):
        version = self.api.get(NODES)["metadata"]["resourceVersion"]
        with self.api.open(NODES + "?watch=1&resourceVersion=" + version, seconds=60) as stream:
            said, code = cluster("fault", "drop")
            if code == 77:
                self.skipTest(said)
            try:
                while stream.read1():
                    pass
            except (OSError, http.client.HTTPException):
                pass  # how it is told differs; a watch that was not cut would time out
            else:
                self.fail("the watch ended well")
        self.assertEqual(self.api.status("/livez"), 200)

    def test_churn_tells_every_change_and_takes_its_own_away(self):
        said, code = cluster("churn", "--seconds", "3", "--rate", "10", "--only", "node,pod", "--seed", "7")
        self.assertEqual(code, 0, said)
        changes = [json.loads(line) for line in said.splitlines()]
        self.assertEqual([change for change in changes if change.get("status") not in (200, 201, None)], [])
        self.assertGreater(len(changes), 20)
        self.assertEqual(len(self.api.get(NODES)["items"]), 60)


if __name__ == "__main__":
    unittest.main()
