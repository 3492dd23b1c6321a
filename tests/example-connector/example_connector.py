#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An out-of-tree connector: puts the sites of a JSON file on the map, and keeps them up to date while the file changes.

usage: example_connector.py SITES.json ADDRESS      ADDRESS: unix:///path or 127.0.0.1:PORT (0: any free one)
"""
import json
import os
import sys
import threading
import time
import uuid
from concurrent import futures

import control_pb2 as pb  # both generated from control.proto, see README.md
import control_pb2_grpc as rpc
import grpc

LOOK_EVERY_S = 0.5  # also the longest silence of a Watch
LIMIT_MS = 10_000  # what was not seen for so long is stale
CONDITIONS = {"up": pb.CONDITION_UP, "degraded": pb.CONDITION_DEGRADED, "down": pb.CONDITION_DOWN}


def now_ms():
    return int(time.time() * 1000)


class SiteFile:
    """The file as entities: {id: (field of Delta, message)}. Ids are stable: our own UUID, then what the file calls it."""

    def __init__(self, path):
        self.path = os.path.realpath(path)
        self.id = str(uuid.uuid5(uuid.NAMESPACE_URL, "file://" + self.path))
        self.entities = {}
        self.observed_ms = 0
        self.connection = pb.Connection(
            id=self.id + "/connection", name="sites file", type="example", address=self.path,
            keeper=self.id, origin=pb.ORIGIN_REAL, since_ms=now_ms())

    def read(self):
        """Errors are values: a file that cannot be read leaves the last known sites, which grow stale."""
        try:
            with open(self.path, encoding="utf-8") as file:
                sites = [self.site(entry) for entry in json.load(file)]
        except (OSError, ValueError, KeyError, TypeError) as error:
            self.connection.state = pb.CONNECTION_STATE_STALE
            self.connection.error.CopyFrom(pb.Error(
                kind=pb.ERROR_KIND_MALFORMED, fault=pb.FAULT_ENDPOINT, retry_after_ms=0,
                text="%s cannot be read: %r" % (self.path, error)))
        else:
            self.entities = {site.id: ("sites", site) for site in sites}
            self.observed_ms = now_ms()
            self.connection.state = pb.CONNECTION_STATE_LIVE
            self.connection.last_seen_ms = self.observed_ms
            self.connection.ClearField("error")

    def site(self, entry):
        site = pb.Site(
            id="%s/site/%s" % (self.id, entry["name"]), name=entry["name"], region=entry.get("region", ""),
            kind=pb.SITE_KIND_EDGE, condition=CONDITIONS[entry.get("state", "up")],
            condition_text=entry.get("text", ""), feeds=[self.id + "/feed"], origin=pb.ORIGIN_REAL)
        site.place.country = entry.get("country", "")
        if "lat" in entry:  # a site without a position is listed as unplaced
            site.place.latitude, site.place.longitude = entry["lat"], entry["lon"]
            site.place.evidence, site.place.source = pb.EVIDENCE_DECLARED, os.path.basename(self.path)
        return site

    def snapshot(self):
        feed = pb.Feed(id=self.id + "/feed", connection=self.connection.id, name="file", limit_ms=LIMIT_MS,
                       observed_at_ms=self.observed_ms, complete=self.observed_ms > 0)
        connection = pb.Connection()
        connection.CopyFrom(self.connection)
        return {connection.id: ("connections", connection), feed.id: ("feeds", feed), **self.entities}


class Control(rpc.ControlServicer):
    def __init__(self, path):
        self.path = path
        self.stopped = threading.Event()
        self.epoch = now_ms()

    def Describe(self, request, context):
        keeper = SiteFile(self.path).id
        return pb.Description(keeper_id=keeper, name="example", version="1", epoch=self.epoch, at_ms=now_ms(),
                              keeper_path=[keeper], capabilities=["watch"], permissions=["view"])

    def Watch(self, request, context):
        """First everything, then what changed; something at least every LOOK_EVERY_S, so that silence means trouble."""
        file, sent, number = SiteFile(self.path), {}, 0
        while context.is_active() and not self.stopped.is_set():
            file.read()
            entities, number = file.snapshot(), number + 1
            reply = pb.WatchReply(reset=number == 1, at_ms=now_ms(), complete=True,
                                  heartbeat_ms=int(LOOK_EVERY_S * 2000),
                                  revision=pb.Revision(keeper=file.id, epoch=self.epoch, number=number))
            for key, (kind, entity) in entities.items():
                if sent.get(key) != (kind, entity):
                    getattr(reply.delta, kind).append(entity)
            for key, (kind, _) in sent.items():
                if key not in entities:
                    getattr(reply.delta, "removed_" + kind).append(key)
            sent = entities
            yield reply
            self.stopped.wait(LOOK_EVERY_S)


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=8))
    rpc.add_ControlServicer_to_server(Control(sys.argv[1]), server)
    port = server.add_insecure_port(sys.argv[2])  # within one machine; beyond it: add_secure_port
    if not port:
        print("Cannot listen at %s; is it taken?" % sys.argv[2], file=sys.stderr)
        return 1
    server.start()
    address = sys.argv[2] if sys.argv[2].startswith("unix:") else "127.0.0.1:%d" % port
    print("graticule connect grpc " + address, flush=True)
    server.wait_for_termination()
    return 0


if __name__ == "__main__":
    sys.exit(main())
