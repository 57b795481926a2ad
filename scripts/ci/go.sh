#!/usr/bin/env bash
# Builds the Go module, and checks that the Go example makes the bytes of the TypeScript one, that test/languages/go
# holds, and what an app that breaks a rule shows.
# Needs the dependencies of package.json, and Go 1.25 or newer with the proxy that it is set up for.
source "$(dirname "${BASH_SOURCE[0]}")/language.sh"

need go 'Go, 1.25 or newer'

# The example and the checks build every package of the module: once is enough.
JSII_BUILD_GO=0 pack go
module=$work/dist/go/cdk8sdatadog

typescript_example eks-fargate-plain

use_module() { # folder: Go is told of the module just built, and the files in the folder stay as they are
  cp "$1/go.mod" "$work/go.mod"
  cp "$1/go.sum" "$work/go.sum"
  go -C "$1" mod edit -replace "github.com/cdk8s-datadog/cdk8s-datadog-go/cdk8sdatadog=$module" "$work/go.mod"
  check "$1: go.mod and go.sum are tidy" go -C "$1" mod tidy -diff -modfile "$work/go.mod"
  check "$1: gofmt has nothing to say" [ -z "$(gofmt -l "$1")" ]
  check "$1: go vet has nothing to say" go -C "$1" vet -modfile "$work/go.mod" ./...
}

echo '== the module'
check 'it has the licence, the README and the version' test -s "$module/LICENSE" -a -s "$module/README.md" -a -s "$module/version"
check 'its README shows the example in Go' has_lines "$module/README.md" 'cdk8sdatadog.NewDatadogChart(app, jsii.String("datadog")'

echo '== the Go example'
use_module examples/languages/go
go -C examples/languages/go build -modfile "$work/go.mod" -o "$work/example" .
(cd examples/languages/go && CDK8S_OUTDIR="$work/go" "$work/example")
check 'the example makes the bytes of the TypeScript one' same_bytes "$work/go"

echo '== test/languages/go'
use_module test/languages/go
go -C test/languages/go test -modfile "$work/go.mod" -v . >"$work/log" 2>&1 || true
grep -E '^ *--- |_test\.go:|^panic' "$work/log" || true
counted "$(grep -c -e '--- PASS: ' "$work/log")" "$(grep -c -e '--- FAIL: ' -e '^panic' "$work/log")"

go -C test/languages/go build -modfile "$work/go.mod" -o "$work/bad-app" ./bad
tells_the_rule 'panic: Error: Validation failed' "$work/bad-app"

go -C test/languages/go build -modfile "$work/go.mod" -o "$work/mistake-app" ./mistake
tells_the_mistake "$work/mistake-app"

# The program is built beside the checks, with their go.mod, from a file that is in the folder of the stage.
node scripts/ci/mistakes.js go "$work/mistakes"
cat >"$work/overlay.json" <<END
{ "Replace": { "$PWD/test/languages/go/mistakes/main.go": "$work/mistakes/main.go" } }
END
go -C test/languages/go build -modfile "$work/go.mod" -overlay "$work/overlay.json" -o "$work/mistakes-app" ./mistakes
tells_every_mistake "$work/mistakes" "$work/mistakes-app"
