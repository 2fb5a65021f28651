# Reads a data package as people do: Frictionless checks it, pandas takes each table with the types that it declares.
import io
import json
import sys
import zipfile

import pandas
from frictionless import Package, validate

file = sys.argv[1]
report = validate(file, type="package")
errors = [error.message for task in report.tasks for error in task.errors] + [e.message for e in report.errors]

types = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
tables = {}
with zipfile.ZipFile(file) as archive:
    description = json.loads(archive.read("datapackage.json"))
    for resource in description["resources"]:
        fields = resource["schema"]["fields"]
        tables[resource["name"]] = pandas.read_csv(
            io.BytesIO(archive.read(resource["path"])),
            dtype={f["name"]: types[f["type"]] for f in fields if f["type"] in types},
            parse_dates=[f["name"] for f in fields if f["type"] == "date"],
            converters={
                f["name"]: lambda cell: json.loads(cell) if cell else None
                for f in fields
                if f["type"] in ("array", "object")
            },
            true_values=["true"],
            false_values=["false"],
            keep_default_na=False,
            na_values=resource["schema"]["missingValues"],
        )

claims, parties, statements = tables["claims"], tables["parties"], tables["statements"]
named = parties.merge(tables["entities"], left_on="entity", right_on="id")
trilateral = claims[claims["computed_principals"] == 3]
print(
    json.dumps(
        {
            "valid": report.valid,
            "errors": errors,
            "rows": {name: len(table) for name, table in tables.items()},
            "keys": {r.name: len(r.schema.foreign_keys) for r in Package(file).resources},
            "types": {
                "confidence": str(statements["confidence"].dtype),
                "stands": str(claims["computed_stands"].dtype),
                "lon": str(tables["entities"]["lon"].dtype),
                "earliest": str(claims["computed_earliest"].dtype),
            },
            "confidences": sorted(statements["confidence"].dropna().tolist()),
            "unknown": int(statements["confidence"].isna().sum()),
            "titles": claims["title"].tolist(),
            "named": len(named),
            "trilateral": len(trilateral),
        }
    )
)
