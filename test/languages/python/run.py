"""Runs every check and tells the count: `python run.py <output of the TypeScript example>`."""

import sys
import traceback
from functools import partial
from pathlib import Path
from typing import Callable

import door
import example
from outputs import OUTPUTS


def passes(name: str, check: Callable[[], None]) -> bool:
    try:
        check()
    except Exception:
        print(f"FAIL  {name}")
        traceback.print_exc(file=sys.stdout)
        return False
    print(f"ok    {name}")
    return True


def words(check: Callable[..., None]) -> str:
    return check.__name__.replace("_", " ")


bytes_check = example.the_example_makes_the_bytes_of_the_typescript_one
checks = [(words(bytes_check), partial(bytes_check, Path(sys.argv[1])))]
checks += [(f"{words(check)}: {output.name}", partial(check, output)) for check in door.FOR_EVERY_OUTPUT for output in OUTPUTS]
checks += [(words(check), check) for check in door.ONCE]
results = [passes(name, check) for name, check in checks]
print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
sys.exit(0 if all(results) else 1)
