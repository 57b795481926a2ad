#!/usr/bin/env bash
# Fetches the CustomResourceDefinitions of others into $CLUSTER_HOME/crds/: fetch-crds.sh [SET...] (default: every set).
# They come out of pinned Go modules, so that the checksum database vouches for them. crds/SOURCES.tsv says what came
# from where (file, module@version, path in the module); a set that is there in the pinned version is left alone.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_go

SETS=(eso kyverno istio argocd rollouts datadog openshift)
describe() { # SET: module@version, then globs of files in it
  case $1 in
    eso) echo 'github.com/external-secrets/external-secrets@v1.3.2 config/crds/bases/*.yaml' ;;
    kyverno) echo 'github.com/kyverno/kyverno@v1.18.2 config/crds/*/*.yaml' ;;
    istio) echo 'istio.io/api@v1.31.1 kubernetes/customresourcedefinitions.gen.yaml' ;;
    argocd) echo 'github.com/argoproj/argo-cd/v3@v3.5.7 manifests/crds/*-crd.yaml' ;;
    rollouts) echo 'github.com/argoproj/argo-rollouts@v1.9.2 manifests/crds/rollout-crd.yaml' ;;
    datadog) echo 'github.com/DataDog/datadog-operator@v1.31.0 config/crd/bases/v1/*.yaml' ;;
    openshift) echo 'github.com/openshift/api@v0.0.0-20240124164020-e2ce40831f2e payload-manifests/crds/0000_03_security-openshift_01_scc.crd.yaml' ;;
    *) fail "unknown set '$1'; known: ${SETS[*]}" ;;
  esac
}

mkdir -p "$CLUSTER_HOME/crds"
cd "$CLUSTER_HOME/crds"
touch SOURCES.tsv

present() { # SET MODULE
  local file source found=1
  while IFS=$'\t' read -r file source _; do
    case $file in "$1"-*) ;; *) continue ;; esac
    [ "$source" = "$2" ] && [ -s "$file" ] || return 1
    found=0
  done <SOURCES.tsv
  return $found
}

fetch() { # SET MODULE GLOB
  local set=$1 module=$2 glob=$3 folder file name
  echo "fetching $set from $module"
  folder=$(go mod download -json "$module" | sed -n 's/^\t"Dir": "\(.*\)",*$/\1/p') || true
  [ -n "$folder" ] || fail "$module could not be downloaded"
  rm -f "$set"-*.yaml
  grep -v "^$set-" SOURCES.tsv >SOURCES.new || true
  for file in "$folder"/$glob; do
    case $file in *kustom*) continue ;; esac
    [ -f "$file" ] || fail "$module has no $glob"
    name=$set-$(basename "$file")
    install -m 644 "$file" "$name"
    printf '%s\t%s\t%s\n' "$name" "$module" "${file#"$folder"/}" >>SOURCES.new
  done
  mv SOURCES.new SOURCES.tsv
}

[ $# -gt 0 ] || set -- "${SETS[@]}"
for name in "$@"; do
  description=$(describe "$name")
  read -r module glob <<<"$description"
  present "$name" "$module" || fetch "$name" "$module" "$glob"
done
