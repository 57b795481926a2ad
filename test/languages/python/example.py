"""The example in Python, beside the one in TypeScript."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Dict

MAIN = Path(__file__).resolve().parents[3] / "examples" / "languages" / "python" / "main.py"


def contents(folder: Path) -> Dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def the_example_makes_the_bytes_of_the_typescript_one(typescript: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(MAIN)], env={**os.environ, "CDK8S_OUTDIR": folder}, check=True)
        expected, actual = contents(typescript), contents(Path(folder))
    assert expected, f"nothing in {typescript}"
    different = sorted(name for name in expected.keys() | actual.keys() if expected.get(name) != actual.get(name))
    assert not different, f"different: {different}"
