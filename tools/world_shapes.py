#!/usr/bin/env python3
"""Makes apps/python/minefree/data/world.json, the shapes of the world map, from Natural Earth.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip install pycountry
    tools/world_shapes.py package/countries-110m.json

Natural Earth (naturalearthdata.com) is in the public domain; its 1:110 million countries come as TopoJSON in the
package world-atlas. Shapes are by ISO 3166 alpha-3, XKX for Kosovo; what has no code keeps its name. Each is a list
of rings, each ring a list of longitudes and latitudes in turn, in tenths of a degree.
"""

import json
import sys
from pathlib import Path

import pycountry

TARGET = Path(__file__).resolve().parent.parent / "apps/python/minefree/data/world.json"
SOURCE = "Natural Earth, Admin 0 countries 1:110m (public domain), through world-atlas 2.0.2"
CODES_OF_NAMES = {"Kosovo": "XKX"}


def arcs_of(topology):
    """Every arc as points in degrees; TopoJSON keeps differences on a grid."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        yield points


def ring_of(indices, arcs):
    points = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1 if points else 0:])
    # Fiji lies on both sides of the edge of the map; it is kept whole on one.
    over_the_edge = max(lon for lon, _ in points) - min(lon for lon, _ in points) > 300
    flat = []
    for lon, lat in points:
        lon += 360 if over_the_edge and lon < 0 else 0
        place = [round(lon * 10), round(lat * 10)]
        if flat[-2:] != place:
            flat.extend(place)
    return flat


def code_of(country):
    name = country["properties"]["name"]
    known = pycountry.countries.get(numeric=country.get("id") or "")
    return known.alpha_3 if known else CODES_OF_NAMES.get(name, name)


def main():
    topology = json.loads(Path(sys.argv[1]).read_text())
    arcs = list(arcs_of(topology))
    shapes = {}
    for country in topology["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        shapes[code_of(country)] = [ring_of(ring, arcs) for polygon in polygons for ring in polygon]
    lines = [f'  "{code}": {json.dumps(rings, separators=(",", ":"))}' for code, rings in sorted(shapes.items())]
    TARGET.write_text(f'{{"source": "{SOURCE}",\n "unit": "tenths of a degree, longitude and latitude in turn",\n'
                      ' "shapes": {\n' + ",\n".join(lines) + "\n}}\n", encoding="utf-8")


main()
