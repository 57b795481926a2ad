#!/usr/bin/env bash
# Builds the Python package, installs it with the newest and with the oldest cdk8s that it allows, and checks with each
# that the Python example makes the bytes of the TypeScript one and that test/languages/python holds.
# Needs the dependencies of package.json, and Python 3.9 or newer with the registry that pip is set up for.
set -euo pipefail
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d) passed=0 failed=0
finish() {
  local status=$?
  rm -rf "$work"
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  printf '%d passed, %d failed\n' "$passed" "$failed"
  exit $((failed > 0))
}
trap finish EXIT

[ -x node_modules/.bin/jsii-pacmak ] || { echo 'The dependencies are not installed: run `npm ci` first.' >&2; exit 1; }
export PATH="$PWD/node_modules/.bin:$PATH"
# jsii tells on every run that Node 20 is past its end of life; the package supports it all the same.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20
export TMPDIR=$work PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1

echo '== compile and pack'
jsii --silence-warnings=reserved-word
jsii-pacmak --target python --outdir "$work/dist"

echo '== the TypeScript example'
CDK8S_OUTDIR="$work/typescript" ts-node --transpile-only --project test/tsconfig.json examples/eks-fargate/main.ts

python3 -m venv "$work/venv"
python=$work/venv/bin/python

check() { # what is to be installed beside the package
  echo "== install $*"
  "$python" -m pip install --quiet "$work"/dist/python/*.whl "$@"
  "$python" -m pip list 2>/dev/null | grep -E '^(cdk8s|constructs|jsii)'
  local status=0 counts
  "$python" test/languages/python/run.py "$work/typescript" | tee "$work/log" || status=$?
  counts=$(tail -n 1 "$work/log")
  if [[ $counts =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
  else
    status=1
  fi
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
}

oldest() { # name of a peer dependency
  node -p "require('./package.json').peerDependencies['$1'].replace('^', '')"
}

check -r examples/languages/python/requirements.txt -r test/languages/python/requirements.txt
check "cdk8s==$(oldest cdk8s)" "constructs==$(oldest constructs)"
