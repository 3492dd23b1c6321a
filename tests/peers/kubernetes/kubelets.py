# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the kubelets of a fleet: renews leases, takes up pods, finishes deletions, tells what containers wrote."""
import http.server
import os
import ssl
import sys
import threading
import time
import traceback
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import nodes
import pods
from api import LEASES, micro_stamp, now

PERIOD = 10  # seconds between two renewals of a lease


class Kubelets:
    def __init__(self, api, leases):
        self.api = api
        self.leases = leases
        self.silent = {}  # of each node of the fleet by name
        self.lock = threading.Lock()

    def on_node(self, kind, node):
        meta = node["metadata"]
        if meta.get("labels", {}).get("rig.example.com/fleet") != "plain":
            return
        with self.lock:
            if kind == "DELETED":
                self.silent.pop(meta["name"], None)
                return
            silent = meta.get("annotations", {}).get("rig.example.com/lease") == "stopped"
            fresh = meta["name"] not in self.silent
            self.silent[meta["name"]] = silent
        if fresh and self.leases:
            self.renew(meta["name"])
        states = [each["status"] for each in node["status"].get("conditions", []) if each["type"] == "Ready"]
        if states == ["Unknown"] and not silent:
            well = {"status": {"conditions": nodes.conditions(since=now())}}
            self.api.strategic("/api/v1/nodes/%s/status" % meta["name"], well)

    def on_pod(self, kind, pod):
        node = pod["spec"].get("nodeName")
        with self.lock:
            silent = self.silent.get(node, True)
        if kind == "DELETED" or not node or silent:
            return
        uid = pod["metadata"]["uid"]
        if "deletionTimestamp" in pod["metadata"]:
            at_once = {"kind": "DeleteOptions", "apiVersion": "v1", "gracePeriodSeconds": 0, "preconditions": {"uid": uid}}
            self.api.call("DELETE", pods.path(pod), at_once, accept=(404, 409))
        elif pod["status"].get("phase") == "Pending" and not pod["status"].get("containerStatuses"):
            status = pods.status(pod, node, restarts=6 if pods.behaviour(pod) == "crashloop" else 0)
            self.api.strategic(pods.path(pod, "/status"), {"metadata": {"uid": uid}, "status": status}, accept=(404, 409))
            pods.post_event(self.api, pod, node)

    def renew(self, node):
        spec = {"holderIdentity": node, "leaseDurationSeconds": 40, "renewTime": micro_stamp()}
        if self.api.merge("%s/%s" % (LEASES, node), {"spec": spec})["_status"] == 404:
            self.api.create(LEASES, {"metadata": {"name": node, "namespace": "kube-node-lease"}, "spec": spec})

    def renew_all(self):
        """Each lease once in a period, evenly spread."""
        while True:
            began = time.monotonic()
            with self.lock:
                talking = [name for name, silent in self.silent.items() if not silent]
            for number, name in enumerate(talking, 1):
                guarded(self.renew, name)
                self.api.pause.wait(max(0, began + PERIOD * number / (len(talking) + 1) - time.monotonic()))
            self.api.pause.wait(max(0.2, began + PERIOD - time.monotonic()))

    def follow(self, path, handle, listed):
        """The list, then its changes, for ever; a watch that ended or came too late begins with the list again."""
        with ThreadPoolExecutor(4) as workers:
            while True:
                try:
                    version = None
                    for page in self.api.pages(path):
                        version = page["metadata"]["resourceVersion"]
                        for thing in page["items"]:
                            workers.submit(guarded, handle, "ADDED", thing)
                    listed.set()
                    while True:
                        for event in self.api.watch(path, version):
                            version = event["object"]["metadata"]["resourceVersion"]
                            if event["type"] != "BOOKMARK":
                                workers.submit(guarded, handle, event["type"], event["object"])
                except Exception as error:  # pylint: disable=broad-except
                    print(micro_stamp(), path, error, flush=True)
                    self.api.pause.wait(1)


def guarded(what, *arguments):
    """An update that is lost is made up for by the next event."""
    try:
        what(*arguments)
    except Exception:  # pylint: disable=broad-except
        traceback.print_exc()
        sys.stderr.flush()


class Words(http.server.BaseHTTPRequestHandler):
    """GET /containerLogs/NAMESPACE/POD/CONTAINER as a kubelet answers it: a line a second, the last of now."""
    protocol_version = "HTTP/1.1"
    api = None

    def do_GET(self):  # pylint: disable=invalid-name
        address = urllib.parse.urlparse(self.path)
        asked = dict(urllib.parse.parse_qsl(address.query))
        parts = address.path.strip("/").split("/")
        if len(parts) != 4 or parts[0] != "containerLogs":
            self.refuse(404, "404 page not found")
            return
        pod = self.api.call("GET", "/api/v1/namespaces/%s/pods/%s" % (parts[1], parts[2]), accept=(404,))
        crashing = pod["_status"] == 200 and pods.behaviour(pod) == "crashloop"
        if asked.get("previous") == "true" and not crashing:
            self.refuse(400, 'previous terminated container "%s" in pod "%s" not found' % (parts[3], parts[2]))
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for line in self.lines(parts[2], asked, crashing):
                data = line.encode()
                self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
                self.wfile.flush()
            self.wfile.write(b"0\r\n\r\n")
        except OSError:
            self.close_connection = True  # who followed has gone

    def lines(self, pod, asked, crashing):
        when = datetime.now(timezone.utc).replace(microsecond=0)
        kept = 20 if crashing else 600
        for ago in range(min(kept, int(asked.get("tailLines", kept))), 0, -1):
            last = ago == 1 and crashing
            yield self.line(when - timedelta(seconds=ago), "panic: no source" if last else "%s did step %d" % (pod, ago), asked)
        while asked.get("follow") == "true" and not crashing:
            self.api.pause.wait(1)
            yield self.line(datetime.now(timezone.utc), "%s goes on" % pod, asked)

    @staticmethod
    def line(when, text, asked):
        stamp = when.strftime("%Y-%m-%dT%H:%M:%S.%f000Z ") if asked.get("timestamps") == "true" else ""
        return stamp + text + "\n"

    def refuse(self, status, text):
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):  # pylint: disable=arguments-differ
        pass


def tell_words(api):
    Words.api = api
    server = http.server.ThreadingHTTPServer(("127.0.0.1", api.ports["kubelet"]), Words)
    server.daemon_threads = True
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(os.path.join(api.pki, "kubelet.crt"), os.path.join(api.pki, "kubelet.key"))
    server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.serve_forever()


def run(api, leases):
    kubelets, known = Kubelets(api, leases), threading.Event()

    def start(what, *arguments):
        threading.Thread(target=what, args=arguments, daemon=True).start()
    start(tell_words, api)
    start(kubelets.follow, "/api/v1/nodes", kubelets.on_node, known)
    known.wait()
    start(kubelets.follow, "/api/v1/pods", kubelets.on_pod, threading.Event())
    if leases:
        start(kubelets.renew_all)
    threading.Event().wait()
