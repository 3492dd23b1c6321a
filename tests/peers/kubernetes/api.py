# SPDX-License-Identifier: GPL-3.0-or-later
"""The API server as the fleet's own user, rig-fleet, sees it. Standard library only."""
import http.client
import json
import os
import ssl
import threading
import urllib.parse
from datetime import datetime, timezone

LEASES = "/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases"


def now():
    return datetime.now(timezone.utc)


def stamp(moment=None):
    return (moment or now()).strftime("%Y-%m-%dT%H:%M:%SZ")


def micro_stamp():
    return now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Api:
    """Calls from any thread: each has a connection of its own that it keeps."""

    def __init__(self, state):
        with open(os.path.join(state, "ports"), encoding="ascii") as ports:
            self.ports = {name: int(port) for name, port in map(str.split, ports)}
        self.pki = os.path.join(state, "pki")
        self.tls = ssl.create_default_context(cafile=os.path.join(self.pki, "ca.crt"))
        self.tls.load_cert_chain(os.path.join(self.pki, "fleet.crt"), os.path.join(self.pki, "fleet.key"))
        self.own = threading.local()
        self.pause = threading.Event()

    def connect(self, timeout):
        return http.client.HTTPSConnection("127.0.0.1", self.ports["apiserver"], context=self.tls, timeout=timeout)

    def exchange(self, method, path, data, headers):
        """Status, headers and body; a connection that broke is made anew, three times."""
        for attempt in range(4):
            try:
                if getattr(self.own, "connection", None) is None:
                    self.own.connection = self.connect(60)
                self.own.connection.request(method, path, data, headers)
                answer = self.own.connection.getresponse()
                return answer.status, answer.headers, answer.read()
            except (OSError, http.client.HTTPException):
                self.own.connection = None
                if attempt == 3:
                    raise
                self.pause.wait(0.2 * (attempt + 1))
        raise AssertionError

    def call(self, method, path, body=None, kind="application/json", accept=()):
        """The answer as an object, with its status as "_status"; a status that is neither good nor in `accept` raises."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Accept": "application/json", "User-Agent": "rig"}
        if data is not None:
            headers["Content-Type"] = kind
        while True:
            status, said, text = self.exchange(method, path, data, headers)
            if status != 429 or "Retry-After" not in said or b"disruption" in text:
                break
            self.pause.wait(float(said["Retry-After"]))
        try:
            answer = json.loads(text)
        except ValueError:
            answer = {"message": text.decode(errors="replace")}
        if status not in (200, 201, 202) and status not in accept:
            raise RuntimeError("%s %s: %d %s" % (method, path, status, answer.get("message")))
        answer["_status"] = status
        return answer

    def create(self, path, thing):
        return self.call("POST", path, thing, accept=(409,))

    def merge(self, path, patch, accept=(404,)):
        return self.call("PATCH", path, patch, "application/merge-patch+json", accept)

    def strategic(self, path, patch, accept=(404,)):
        return self.call("PATCH", path, patch, "application/strategic-merge-patch+json", accept)

    def pages(self, path, limit=500):
        token = ""
        while True:
            query = urllib.parse.urlencode(dict({"limit": limit}, **({"continue": token} if token else {})))
            page = self.call("GET", path + ("&" if "?" in path else "?") + query)
            yield page
            token = page["metadata"].get("continue", "")
            if not token:
                return

    def items(self, path):
        for page in self.pages(path):
            yield from page["items"]

    def watch(self, path, version):
        """The events from that version on, until the server ends the stream or one is an error."""
        connection = self.connect(400)
        query = {"watch": 1, "allowWatchBookmarks": "true", "resourceVersion": version, "timeoutSeconds": 300}
        connection.request("GET", path + "?" + urllib.parse.urlencode(query))
        answer = connection.getresponse()
        try:
            if answer.status != 200:
                raise RuntimeError("watch %s: %d" % (path, answer.status))
            for line in answer:
                event = json.loads(line)
                if event["type"] == "ERROR":
                    raise RuntimeError(event["object"].get("message"))
                yield event
        finally:
            connection.close()

    def until(self, condition, seconds, every=0.2):
        """Asks until the condition holds; raises when the seconds are over."""
        for _ in range(int(seconds / every)):
            if condition():
                return
            self.pause.wait(every)
        raise RuntimeError("not within %d s: %s" % (seconds, condition.__doc__ or condition.__name__))

    def minor(self):
        return int("".join(filter(str.isdigit, self.call("GET", "/version")["minor"])))

    def await_account(self, namespace):
        """Pods wait for their namespace's service account, which up to 1.23 waits for its token."""
        with_token = self.minor() < 24

        def ready():
            account = self.call("GET", "/api/v1/namespaces/%s/serviceaccounts/default" % namespace, accept=(404,))
            return account["_status"] == 200 and (account.get("secrets") or not with_token)
        self.until(ready, 60)
