#!/usr/bin/env bash
# Loads the manifests of the public modules in e2e/public-manifests/modules.tsv beside Datadog, and fails where the rules find something
# that is not in expected.tsv there. The modules come from the Go proxy in pinned versions, so that the checksum database vouches
# for them; nothing of them is kept in this repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
command -v go >/dev/null || { echo 'public-manifests.sh: go is missing' >&2; exit 1; }

folders=()
while IFS=$'\t' read -r module version folder; do
  case $module in '#'* | '') continue ;; esac
  # A failure is in the JSON, in place of a folder.
  answer=$(cd "${TMPDIR:-/tmp}" && go mod download -json "$module@$version") || true
  dir=$(sed -n 's/^\t"Dir": "\(.*\)",*$/\1/p' <<<"$answer")
  [ -d "$dir/$folder" ] || { echo "public-manifests.sh: $module@$version has no folder '$folder': $answer" >&2; exit 1; }
  folders+=("$module=$dir/$folder")
done <e2e/public-manifests/modules.tsv

node node_modules/ts-node/dist/bin.js --transpile-only --project test/tsconfig.json e2e/public-manifests/check.ts "${folders[@]}"

# The YAML writer gives their bytes as cdk8s does, and at least 99 of 100 of each module without its help.
node node_modules/ts-node/dist/bin.js --transpile-only --project test/tsconfig.json test/yaml/compare.ts --documents 1 "${folders[@]#*=}"
