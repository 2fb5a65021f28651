# Reads lines as people do: the library followthemoney checks and cleans each, and keeps what it does not know.
import collections
import json
import sys

from followthemoney import model

with open(sys.argv[1], encoding="utf-8") as opened:
    lines = [json.loads(line) for line in opened]
proxies = {line["id"]: model.get_proxy(line, cleaned=False) for line in lines}
lost, misplaced, errors = [], [], []
for line in lines:
    proxy = proxies[line["id"]]
    for name, values in line["properties"].items():
        if sorted(proxy.get(name)) != sorted(set(values)):
            lost.append([line["schema"], name, values])
    for prop in proxy.iterprops():
        if prop.type.name == "entity":
            for value in proxy.get(prop):
                if value not in proxies or not proxies[value].schema.is_a(prop.range):
                    misplaced.append([line["schema"], prop.name, value])
    try:
        proxy.schema.validate(line)
    except Exception as error:
        errors.append(str(error))
events = [p for p in proxies.values() if p.schema.name == "Event"]
links = collections.Counter(p.first("object") for p in proxies.values() if p.schema.name == "UnknownLink")
print(
    json.dumps(
        {
            "lost": lost,
            "misplaced": misplaced,
            "errors": errors,
            "schemata": collections.Counter(p.schema.name for p in proxies.values()),
            "kept": sum(proxies[line["id"]].to_dict().get("entente") == line["entente"] for line in lines),
            "statuses": collections.Counter(p.first("status") for p in proxies.values() if p.schema.name == "Documentation"),
            "links": {p.caption: links[p.id] for p in events},
            "dated": sum(1 for p in events if p.temporal_start is not None),
        }
    )
)
