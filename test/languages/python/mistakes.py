"""Runs the mistakes that were made from the assembly, and tells the count: `python mistakes.py <file of mistakes.js>`."""

import json
import re
import statistics
import sys
import traceback

import cdk8s
import cdk8s_datadog

LARGEST_STACK = 1000
# The construct or the function, the rule, then what is wrong, what to write instead and a page.
MESSAGE = re.compile(r"^(ViolationError: )?(\[[^\]]+\] )?((new )?\w+(\.\w+)?\(\): )?[a-z-]+/[a-z0-9-]+: .+\.\n  \S.+\.\n  See https://\S+$")


def error_of(text: str) -> BaseException | None:
    try:
        exec(text, {"cdk8s": cdk8s, "d": cdk8s_datadog})
    except Exception as error:
        return error
    return None


def fault_of(mistake: dict[str, str], error: BaseException | None) -> str | None:
    if error is None:
        return "it passes"
    # Python itself refuses some values before they reach the library.
    if error.__cause__ is None:
        return None
    if not MESSAGE.match(str(error)):
        return f"its message is not complete: {error}"
    shown = uncaught(error)
    # In the other exception, Python indents the lines.
    times = max(shown.count(line.strip()) for line in str(error).removeprefix("ViolationError: ").splitlines())
    if times != 1:
        return f"what Python prints has the message {times} times: {shown}"
    stack = stack_of(error)
    if len(stack.encode()) > LARGEST_STACK:
        return f"the stack has {len(stack.encode())} bytes"
    if "cdk8s-datadog/lib" in stack:
        return f"the stack shows the inside of the library: {stack}"
    if mistake["rule"] and f"{mistake['rule']}: " not in str(error):
        return f"it is not refused by {mistake['rule']}: {error}"
    return None


def uncaught(error: BaseException) -> str:
    """What Python prints where no program catches the error."""
    return "".join(traceback.format_exception(error))


def stack_of(error: BaseException) -> str:
    return "".join(re.findall(r"^ +at .*\n?", str(error.__cause__), re.MULTILINE))


with open(sys.argv[1], encoding="utf-8") as file:
    mistakes = json.load(file)

failed = 0
printed = []
uncaught_bytes = []
refused_by_python = 0
for mistake in mistakes:
    error = error_of(mistake["text"])
    fault = fault_of(mistake, error)
    if error is not None and error.__cause__ is None:
        refused_by_python += 1
    elif error is not None:
        printed.append(len(f"{error}\n{stack_of(error)}".encode()))
        uncaught_bytes.append(len(uncaught(error).encode()))
    if fault is not None:
        failed += 1
        print(f"FAIL  {mistake['kind']} in {mistake['struct']}: {fault}\n      {mistake['text']}")
        if error is not None and error.__cause__ is None:
            traceback.print_exception(error, file=sys.stdout)
print(f"Python itself refused {refused_by_python}; message and stack: {statistics.median(printed)} bytes, at most {max(printed)}")
print(f"with both exceptions and the traceback of jsii: {statistics.median(uncaught_bytes)} bytes, at most {max(uncaught_bytes)}")
print(f"{len(mistakes) - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
