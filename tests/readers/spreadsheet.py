# Opens a CSV in LibreOffice Calc as a user does, and tells what its cells are: rows, formulas, and the type of each column.
import json
import os
import subprocess
import sys
import tempfile

from openpyxl import load_workbook

file = sys.argv[1]
office = os.environ.get("SOFFICE", "soffice")
with tempfile.TemporaryDirectory() as folder:
    # Separated by commas, quoted by ", UTF-8, evaluating formulas: the worst that a hasty click allows.
    settings = "CSV:44,34,76,1,,0,false,true,false,false,true,-1,true"
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", f"--infilter={settings}"]
        + ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, file],
        check=True,
        capture_output=True,
    )
    made = [name for name in os.listdir(folder) if name.endswith(".xlsx")]
    sheet = load_workbook(os.path.join(folder, made[0])).active

heads, *rows = list(sheet.iter_rows(max_col=sheet.max_column))
names = [head.value for head in heads]
cells = [{name: cell for name, cell in zip(names, row)} for row in rows]
print(
    json.dumps(
        {
            "columns": names,
            "formulas": sum(cell.data_type == "f" for row in rows for cell in row),
            "types": {
                name: sorted({row[name].data_type for row in cells if row[name].value is not None})
                for name in names
            },
            "rows": [
                {name: cell.value if isinstance(cell.value, (str, int, float)) else None for name, cell in row.items()}
                for row in cells
            ],
        },
        default=str,
    )
)
