#!/usr/bin/env bash
# Builds the Python package, installs it with the newest and with the oldest cdk8s that it allows, and checks with each
# that the Python example makes the bytes of the TypeScript one and that test/languages/python holds; then what an app
# that breaks a rule shows.
# Needs the dependencies of package.json, and Python 3.10 or newer with the registry that pip is set up for.
source "$(dirname "${BASH_SOURCE[0]}")/language.sh"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1

need python3 'Python, 3.10 or newer'

pack python
typescript_example eks-fargate

echo '== the package'
python3 -m zipfile -e "$work"/dist/python/*.whl "$work/wheel"
check 'its page shows the example in Python' has_lines "$work/wheel/cdk8s_datadog-0.0.0.dist-info/METADATA" \
  'Name: cdk8s-datadog' 'datadog = DatadogChart(app, "datadog",'

python3 -m venv "$work/venv"
python=$work/venv/bin/python

with() { # what is to be installed beside the package
  echo "== install $*"
  "$python" -m pip install --quiet "$work"/dist/python/*.whl "$@"
  "$python" -m pip list 2>/dev/null | grep -E '^(cdk8s|constructs|jsii)'
  "$python" test/languages/python/run.py "$work/typescript" | tee "$work/log" || true
  local ok bad
  read -r ok bad < <(sed -nE '$s/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$work/log") || true
  counted "$ok" "$bad"
}

oldest() { # name of a peer dependency
  node -p "require('./package.json').peerDependencies['$1'].replace('^', '')"
}

with -r examples/languages/python/requirements.txt -r test/languages/python/requirements.txt
with "cdk8s==$(oldest cdk8s)" "constructs==$(oldest constructs)"

tells_the_rule 'RuntimeError: Error: Validation failed' "$python" test/languages/python/bad.py
tells_the_mistake "$python" test/languages/python/mistake.py

# jsii chains two exceptions, and Python prints both where no program catches them: the first has the stack from JavaScript without the
# message, the second has the message behind a traceback through the code of jsii. That traceback is not the library's. The program
# counts how often the message is printed, and measures the stack.
echo '== every mistake that Python lets through'
node scripts/ci/mistakes.js python "$work/mistakes"
"$python" test/languages/python/mistakes.py "$work/mistakes/mistakes.json" | tee "$work/log" || true
read -r ok bad < <(sed -nE '$s/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$work/log") || true
counted "${ok:-}" "${bad:-}"
