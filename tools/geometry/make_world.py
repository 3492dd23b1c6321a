#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns npm world-atlas 2.0.2 (countries-50m.json) into resources/map/world.bin.

    make_world.py WORLD_ATLAS_DIR ISO_3166_1_JSON OUT

ISO_3166_1_JSON is iso_3166-1.json of Debian's package iso-codes (numeric code -> two letters). The result is a pure
function of its inputs. Building Graticule does not need this program: its output is committed. The format is described
in resources/map/README.md; whoever changes one changes the other, and the reader resources/map/worldfile.cpp.
"""
import heapq
import json
import math
import pathlib
import sys

CENTRAL_MERIDIAN = 11  # degrees east; the cut, 169 W, falls into the Bering Strait
UNITS_PER_DEGREE = 500
MAGIC = b"GRATMAP1"
# Visvalingam's triangle area in square degrees below which a point is dropped, per detail level; 0 keeps all.
LEVELS = (0.015, 0)
# Natural Earth draws these without an ISO code. XK is the user-assigned code in common use.
KEYS_WITHOUT_ISO = {
    "Kosovo": "XK",
    "N. Cyprus": "x-north-cyprus",
    "Somaliland": "x-somaliland",
    "Indian Ocean Ter.": "x-indian-ocean-territories",
    "Siachen Glacier": "x-siachen",
}


def decoded_arcs(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def unwrapped(points):
    """The same line without jumps of 360 degrees: its longitudes may leave -180..180."""
    out = [points[0]]
    for lon, lat in points[1:]:
        previous = out[-1][0]
        out.append((lon + 360 * round((previous - lon) / 360), lat))
    return out


def simplified(points, smallest):
    """Visvalingam: drops the least important point again and again. Ends stay, so neighbours still meet."""
    if smallest <= 0 or len(points) < 3:
        return points

    def area(a, b, c):
        return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2

    flat = unwrapped(points)
    before, after = list(range(-1, len(flat) - 1)), list(range(1, len(flat) + 1))
    weight = [math.inf] * len(flat)
    heap = []
    for i in range(1, len(flat) - 1):
        weight[i] = area(flat[i - 1], flat[i], flat[i + 1])
        heapq.heappush(heap, (weight[i], i))
    alive = [True] * len(flat)
    while heap:
        w, i = heapq.heappop(heap)
        if not alive[i] or w != weight[i]:
            continue
        if w >= smallest:
            break
        alive[i] = False
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < len(flat) - 1:
                weight[j] = max(w, area(flat[before[j]], flat[j], flat[after[j]]))
                heapq.heappush(heap, (weight[j], j))
    return [p for p, keep in zip(points, alive) if keep]


def ring_of(arc_numbers, arcs):
    points = []
    for number in arc_numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc if not points else arc[1:]
    return points[:-1]  # the last point repeats the first


def clipped(ring, bound, keep_below):
    """Sutherland-Hodgman against one meridian. Pieces stay joined by edges on the meridian, which no fill shows."""
    inside = (lambda p: p[0] <= bound) if keep_below else (lambda p: p[0] >= bound)
    out = []
    for a, b in zip(ring[-1:] + ring[:-1], ring):
        if inside(a) != inside(b):
            t = (bound - a[0]) / (b[0] - a[0])
            out.append((bound, a[1] + t * (b[1] - a[1])))
        if inside(b):
            out.append(b)
    return out


def cut_ring(ring):
    """The ring, relative to the central meridian, cut where the map is cut: pieces within -180..180."""
    flat = unwrapped([(lon - CENTRAL_MERIDIAN, lat) for lon, lat in ring + ring[:1]])
    turn = flat[-1][0] - flat[0][0]
    flat = flat[:-1] if abs(turn) < 180 else flat + [(flat[-1][0], -90), (flat[0][0], -90)]  # around the South Pole
    low, high = min(p[0] for p in flat), max(p[0] for p in flat)
    pieces = []
    for k in range(math.floor((low + 180) / 360), math.ceil((high - 180) / 360) + 1):
        piece = clipped(flat, 360 * k - 180, keep_below=False)
        piece = clipped(piece, 360 * k + 180, keep_below=True) if piece else []
        pieces.append([(lon - 360 * k, lat) for lon, lat in piece])
    return pieces


def cut_line(line):
    flat = unwrapped([(lon - CENTRAL_MERIDIAN, lat) for lon, lat in line])
    pieces, piece = [], []
    for a, b in zip(flat, flat[1:]):
        ka, kb = math.floor((a[0] + 180) / 360), math.floor((b[0] + 180) / 360)
        piece = piece or [(a[0] - 360 * ka, a[1])]
        if ka != kb:
            bound = 360 * max(ka, kb) - 180
            lat = a[1] + (bound - a[0]) / (b[0] - a[0]) * (b[1] - a[1])
            piece.append((bound - 360 * ka, lat))
            pieces.append(piece)
            piece = [(bound - 360 * kb, lat)]
        piece.append((b[0] - 360 * kb, b[1]))
    return pieces + [piece]


def rounded(points, closed):
    out = []
    for lon, lat in points:
        p = (round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE))
        if not out or out[-1] != p:
            out.append(p)
    if closed and len(out) > 1 and out[0] == out[-1]:
        out.pop()
    return out


def doubled_area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring[-1:] + ring[:-1], ring)))


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    out.append(n)
    return bytes(out)


def text(s):
    return varint(len(s.encode())) + s.encode()


def points_bytes(points):
    out = [varint(len(points))]
    x = y = 0
    for px, py in points:
        for d in (px - x, py - y):
            out.append(varint(d << 1 if d >= 0 else (-d << 1) - 1))
        x, y = px, py
    return b"".join(out)


def arc_numbers_of(geometry):
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    return [ring for polygon in polygons for ring in polygon]


def level_bytes(smallest, geometries, all_arcs, key_of, countries):
    arcs = [simplified(arc, smallest) for arc in all_arcs]
    rings, owners = [], {}
    for geometry in geometries:
        key = key_of(geometry)
        for numbers in arc_numbers_of(geometry):
            for n in numbers:
                owners.setdefault(n if n >= 0 else ~n, set()).add(key)
            for piece in cut_ring(ring_of(numbers, arcs)):
                piece = rounded(piece, closed=True)
                if len(piece) > 2 and doubled_area(piece) > 0:
                    rings.append(varint(countries.index(key)) + points_bytes(piece))
    shared = [arcs[n] for n in sorted(owners) if len(owners[n]) > 1]
    borders = [rounded(piece, closed=False) for arc in shared for piece in cut_line(arc)]
    borders = [points_bytes(b) for b in borders if len(b) > 1]
    print(f"level {smallest}: {len(rings)} rings, {len(borders)} borders, {sum(map(len, arcs))} points in arcs")
    return varint(len(rings)) + b"".join(rings) + varint(len(borders)) + b"".join(borders)


def main():
    atlas, iso_file, out = map(pathlib.Path, sys.argv[1:4])
    topology = json.loads((atlas / "countries-50m.json").read_text())
    iso = {c["numeric"]: c["alpha_2"] for c in json.loads(iso_file.read_text())["3166-1"]}
    geometries = topology["objects"]["countries"]["geometries"]

    def key_of(geometry):
        return iso[geometry["id"]] if "id" in geometry else KEYS_WITHOUT_ISO[geometry["properties"]["name"]]

    named = {}
    for geometry in geometries:
        if geometry.get("arcs"):
            named.setdefault(key_of(geometry), (int(geometry.get("id", 0)), geometry["properties"]["name"]))
    countries = sorted(named)
    arcs = decoded_arcs(topology)
    body = [MAGIC, varint(CENTRAL_MERIDIAN), varint(UNITS_PER_DEGREE), varint(len(countries))]
    body += [text(key) + varint(named[key][0]) + text(named[key][1]) for key in countries]
    body.append(varint(len(LEVELS)))
    body += [level_bytes(smallest, geometries, arcs, key_of, countries) for smallest in LEVELS]
    out.write_bytes(b"".join(body))
    print(f"{out}: {out.stat().st_size} bytes, {len(countries)} countries")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main()
