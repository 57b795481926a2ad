# What the stages of the languages share. Sourced, not run: it goes to the root of the repository, makes a folder for
# the stage in `work`, counts checks, and tells the count at the end.
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

export PATH="$PWD/node_modules/.bin:$PATH" TMPDIR=$work
# jsii tells on every run that Node 20 is past its end of life; the package supports it all the same.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=20

need() { # command, what brings it
  command -v "$1" >/dev/null || { echo "'$1' is missing: install $2." >&2; exit 1; }
}

pack() { # language, more arguments of jsii-pacmak
  [ -x node_modules/.bin/jsii-pacmak ] || { echo 'The dependencies are not installed: run `npm ci` first.' >&2; exit 1; }
  echo '== compile and pack'
  # The last of what compiling writes; the stages of .ci/run come one after the other, and the first has compiled.
  if [ ! -e .jsii.tabl.json ] || [ -n "$(find src test/docs/reader README.md package.json -newer .jsii.tabl.json -print -quit)" ]; then
    node scripts/build.js
    projen rosetta
  fi
  jsii-pacmak --target "$1" --outdir "$work/dist" "${@:2}"
}

typescript_example() { # name
  echo "== the TypeScript example $1"
  CDK8S_OUTDIR="$work/typescript" NODE_OPTIONS="--require $PWD/scripts/self.js" ts-node --transpile-only --project test/tsconfig.json "examples/$1/main.ts"
}

check() { # what holds, command...
  local words=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
    echo "ok    $words"
  else
    failed=$((failed + 1))
    echo "FAIL  $words"
  fi
}

counted() { # how many passed, how many failed; nothing where a runner told no count
  if [[ ${1:-} =~ ^[0-9]+$ && ${2:-} =~ ^[0-9]+$ && $(($1 + $2)) -gt 0 ]]; then
    passed=$((passed + $1)) failed=$((failed + $2))
  else
    echo 'FAIL  the checks told no count'
    failed=$((failed + 1))
  fi
}

has_lines() { # file, text...
  local file=$1 text
  shift
  for text in "$@"; do
    grep -qF -- "$text" "$file" || { echo "no '$text' in $(basename "$file")"; return 1; }
  done
}

same_bytes() { # folder
  [ -n "$(ls -A "$work/typescript")" ] && diff -r "$work/typescript" "$1"
}

# The app that breaks a rule: how its own language tells the error, and that nothing is written.
tells_the_rule() { # the line with which the language begins, command...
  local first=$1 status=0
  shift
  echo '== an app that breaks a rule'
  CDK8S_OUTDIR="$work/bad" "$@" >"$work/bad.log" 2>&1 || status=$?
  cat "$work/bad.log"
  check 'it ends with an error' [ "$status" -ne 0 ]
  check 'the error names object, rule, reason, remedy and page' has_lines "$work/bad.log" \
    "$first" "[shop/web] fargate/no-host-network: Deployment shop/web: 'hostNetwork' is true" 'Remove it: ' 'See https://'
  check 'the error is printed once' [ "$(grep -cF "'hostNetwork' is true" "$work/bad.log")" -eq 1 ]
  check 'nothing is written' [ -z "$(find "$work/bad" -type f 2>/dev/null)" ]
}

# The app whose cluster has a bad name: the message is complete, and the inside of the library adds little to it.
tells_the_mistake() { # command...
  local status=0
  echo '== an app with a mistake in an option'
  "$@" >"$work/mistake.log" 2>&1 || status=$?
  cat "$work/mistake.log"
  check 'a mistake ends the app' [ "$status" -ne 0 ]
  check 'its error names construct, rule, reason, remedy and page' has_lines "$work/mistake.log" \
    "[tokyo] cluster/name-is-valid: the Agent " "ignores the cluster name 'Bad Name'" "Write the name in that form, for example 'bad-name'." \
    'See https://docs.datadoghq.com/containers/cluster_agent/setup/#cluster-name'
  check 'its error is printed once' [ "$(grep -cF "ignores the cluster name 'Bad Name'" "$work/mistake.log")" -eq 1 ]
  check 'the stack from JavaScript has at most 1,000 bytes' [ "$(grep -E '^[[:space:]]*at .*(\.js:|node:)[0-9a-z/_]+' "$work/mistake.log" | wc -c)" -le 1000 ]
  check 'no line of the stack is of the library' [ "$(grep -cE 'at .*cdk8s-datadog/lib/' "$work/mistake.log")" -eq 0 ]
}

# Every mistake that the language lets through: what its program printed of each is complete, and adds little to the message.
tells_every_mistake() { # folder with the list, command...
  local folder=$1 ok bad
  shift
  echo '== every mistake that the language lets through'
  "$@" >"$folder/printed" 2>"$folder/errors" || { echo 'FAIL  the program of the mistakes ends early'; tail -5 "$folder/errors"; failed=$((failed + 1)); }
  node scripts/ci/mistakes.js judge "$folder" <"$folder/printed" | tee "$work/log" || true
  read -r ok bad < <(sed -nE '$s/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$work/log") || true
  counted "${ok:-}" "${bad:-}"
}
