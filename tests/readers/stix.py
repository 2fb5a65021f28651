# Reads a bundle as people do: the validator of OASIS checks it, the library stix2 makes objects of it.
import collections
import json
import sys

import stix2
from stix2validator import ValidationOptions, validate_file

file = sys.argv[1]
# 103 wants UUIDv4, which is advice of the standard for those that have no reason for others; ours are of business keys.
# 302 wants a hash of each address, which nobody has of a page that changes.
report = validate_file(file, ValidationOptions(version="2.1", disabled=["103", "302"])).object_results
with open(file, encoding="utf-8") as opened:
    bundle = stix2.parse(opened, version="2.1")
objects = bundle.objects
of = lambda kind: [o for o in objects if o["type"] == kind]
print(
    json.dumps(
        {
            "valid": all(r.is_valid for r in report) if isinstance(report, list) else report.is_valid,
            "warnings": [str(w) for r in (report if isinstance(report, list) else [report]) for w in r.warnings],
            "types": collections.Counter(o["type"] for o in objects),
            "opinions": collections.Counter(o["opinion"] for o in of("opinion")),
            "confidences": sorted(o["confidence"] for o in objects if "confidence" in o),
            "parties": {o["name"]: len(o["object_refs"]) for o in of("grouping")},
            "countries": sorted(o["country"] for o in of("location") if "country" in o),
            "markings": [o["name"] for o in of("marking-definition")],
            "derived": sum("entente:derived" in o.get("labels", []) for o in of("relationship")),
            "referenced": all(o.get("external_references") for o in objects if "entente:stance=denies" in o.get("labels", [])),
        }
    )
)
