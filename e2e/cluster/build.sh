#!/usr/bin/env bash
# Builds the binaries of the cluster from the Go modules pinned in src/ (minutes, about 3 GiB of memory at the peak):
#   build.sh k8s       kube-apiserver, kube-controller-manager, kube-scheduler, kubectl and kwok (the default)
#   build.sh k8s-1.33  the three components of an older Kubernetes, into bin-1.33 (start with KUBERNETES=1.33)
#   build.sh kyverno   kubectl-kyverno
#   build.sh all       all of these
# What is already there in the pinned version is left alone; FORCE=1 builds it again. JOBS is the number of parallel compilations.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
need_go
# GOTOOLCHAIN: the compiler of this machine or an error, never one downloaded on the way.
export CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS='-buildvcs=false -mod=readonly'

# pinned SOURCE MODULE: the version that src/SOURCE/go.mod asks for.
pinned() { awk -v module="$2" '$1 == "require" { $0 = substr($0, 8) } $1 == module { print $2; exit }' "$HERE/src/$1/go.mod"; }

# built FILE MODULE VERSION: Go binaries carry the version of the module they were built from.
built() {
  [ "${FORCE:-0}" != 1 ] && [ -x "$1" ] && go version -m "$1" | grep -q "	mod	$2	$3	"
}

# build SOURCE FOLDER LINKER_FLAGS MODULE/cmd/COMMAND...: all in one go, so that one is linked while another is compiled.
build() {
  local source=$1 folder=$2 flags=$3 package module command packages=() new
  shift 3
  for package in "$@"; do
    module=${package%%/cmd/*} command=${package##*/}
    built "$folder/$command" "$module" "$(pinned "$source" "$module")" || packages+=("$package")
  done
  [ ${#packages[@]} -gt 0 ] || return 0
  echo "building ${packages[*]##*/} in $folder"
  # Written beside their places and moved: an interrupted build leaves nothing that looks finished. Nobody debugs these
  # binaries: without what debuggers want, the compiler has an eighth less to do.
  new="$folder/.new"
  mkdir -p "$new"
  (cd "$HERE/src/$source" &&
    nice -n 10 go build -p "${JOBS:-2}" -trimpath -gcflags=all=-dwarf=false -ldflags "-s -w $flags" -o "$new/" "${packages[@]}")
  mv "$new"/* "$folder/"
  rmdir "$new"
}

# Kubernetes takes its own version from the linker, and API compatibility depends on it.
kubernetes() { # SOURCE FOLDER PACKAGE...
  local source=$1 folder=$2 version package=k8s.io/component-base/version
  shift 2
  version=$(pinned "$source" k8s.io/kubernetes)
  build "$source" "$folder" \
    "-X $package.gitVersion=$version -X $package.gitMajor=1 -X $package.gitMinor=$(echo "$version" | cut -d. -f2) -X $package.gitTreeState=clean" "$@"
}

COMPONENTS=(k8s.io/kubernetes/cmd/kube-{apiserver,controller-manager,scheduler})
# kwok is of a release that was written against the newest Kubernetes, so that both are made of the same modules, compiled once.
newest() {
  kubernetes "k8s-$NEWEST" "$TOOLS" "${COMPONENTS[@]}" k8s.io/kubernetes/cmd/kubectl sigs.k8s.io/kwok/cmd/kwok
  stages
}
# What kwok does to nodes and pods is in files of its module: nodes are ready and stay so, pods run at once, and those of Jobs end.
stages() {
  local folder file
  folder=$(cd "$HERE/src/k8s-$NEWEST" && go mod download sigs.k8s.io/kwok && go list -m -f '{{.Dir}}' sigs.k8s.io/kwok)/kustomize/stage
  for file in "$folder"/node/{fast,heartbeat}/node-*.yaml "$folder"/pod/fast/pod-*.yaml; do
    echo ---
    cat "$file"
  done >"$TOOLS/kwok-stages.yaml"
}
older() { kubernetes k8s-1.33 "$CLUSTER_HOME/bin-1.33" "${COMPONENTS[@]}"; }
kyverno() {
  local module=github.com/kyverno/kyverno
  build kyverno "$TOOLS" "-X $module/pkg/version.BuildVersion=$(pinned kyverno $module)" $module/cmd/cli/kubectl-kyverno
}

case ${1:-k8s} in
  k8s) newest ;;
  k8s-1.33) older ;;
  kyverno) kyverno ;;
  all) newest; older; kyverno ;;
  *) fail "unknown target '$1': k8s, k8s-1.33, kyverno or all" ;;
esac
