# What networkx and igraph find in a graph file: counts by type and kind, confidences, and what is dated.
import json
import sys
from collections import Counter

import igraph
import networkx


def told(nodes, edges):
    return {
        "types": Counter(n["type"] for n in nodes if n["type"] != "joint"),
        "kinds": Counter(e["kind"] for e in edges if e["kind"] != "continues"),
        "confidences": sorted(n["statement_confidence"] for n in nodes if n.get("statement_confidence") is not None),
        "numbers": all(
            isinstance(n["statement_confidence"], (int, float))
            for n in nodes
            if n.get("statement_confidence") is not None
        ),
        "when": sorted(n["claim_when"] for n in nodes if n.get("claim_when")),
        "incomplete": sum(n.get("claim_incomplete") is True for n in nodes if n["type"] == "claim"),
        "timeline": sum("start" in n or "end" in n for n in nodes),
        "spells": sorted(f"{e.get('from') or ''}/{e.get('until') or ''}" for e in edges if e["kind"] == "party"),
    }


def with_networkx(form, path):
    if form == "cyjs":
        with open(path) as file:
            graph = networkx.cytoscape_graph(json.load(file))
    else:
        graph = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[form](path)
    return told([d for _, d in graph.nodes(data=True)], [d for *_, d in graph.edges(data=True)])


def present(attributes):
    return {k: v for k, v in attributes.items() if v == v and v is not None and v != ""}


def with_igraph(path):
    graph = igraph.Graph.Read_GraphML(path)
    nodes = [present(v.attributes()) for v in graph.vs]
    for n in nodes:
        n.setdefault("claim_incomplete", False)
    return told(nodes, [present(e.attributes()) for e in graph.es])


form, path = sys.argv[1:]
found = {"networkx": with_networkx(form, path)}
if form == "graphml":
    found["igraph"] = with_igraph(path)
print(json.dumps(found))
