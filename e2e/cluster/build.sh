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
pinned() { awk -v module="$2" '$1 == "require" && $2 == module { print $3 }' "$HERE/src/$1/go.mod"; }

# built FILE MODULE VERSION: Go binaries carry the version of the module they were built from.
built() {
  [ "${FORCE:-0}" != 1 ] && [ -x "$1" ] && go version -m "$1" | grep -q "	mod	$2	$3	"
}

# build SOURCE FOLDER MODULE LINKER_FLAGS COMMAND...
build() {
  local source=$1 folder=$2 module=$3 flags=$4 version command todo=()
  shift 4
  version=$(pinned "$source" "$module")
  mkdir -p "$folder"
  for command in "$@"; do built "$folder/$command" "$module" "$version" || todo+=("$command"); done
  for command in ${todo[@]+"${todo[@]}"}; do
    echo "building $command $version"
    # Written beside its place and moved: an interrupted build leaves nothing that looks finished.
    (cd "$HERE/src/$source" &&
      nice -n 10 go build -p "${JOBS:-2}" -trimpath -ldflags "-s -w $flags" -o "$folder/.$command.new" "$module/cmd/${PACKAGE:-$command}")
    mv "$folder/.$command.new" "$folder/$command"
  done
}

# Kubernetes takes its own version from the linker, and API compatibility depends on it.
kubernetes() { # SOURCE FOLDER COMMAND...
  local source=$1 folder=$2 version package=k8s.io/component-base/version
  shift 2
  version=$(pinned "$source" k8s.io/kubernetes)
  build "$source" "$folder" k8s.io/kubernetes \
    "-X $package.gitVersion=$version -X $package.gitMajor=1 -X $package.gitMinor=$(echo "$version" | cut -d. -f2) -X $package.gitTreeState=clean" "$@"
}

COMPONENTS=(kube-apiserver kube-controller-manager kube-scheduler)
newest() {
  kubernetes "k8s-$NEWEST" "$TOOLS" "${COMPONENTS[@]}" kubectl
  # kwok needs the modules of the Kubernetes release that it was written against.
  build k8s-1.33 "$TOOLS" sigs.k8s.io/kwok '' kwok
}
older() { kubernetes k8s-1.33 "$CLUSTER_HOME/bin-1.33" "${COMPONENTS[@]}"; }
kyverno() {
  local module=github.com/kyverno/kyverno
  PACKAGE=cli/kubectl-kyverno build kyverno "$TOOLS" $module "-X $module/pkg/version.BuildVersion=$(pinned kyverno $module)" kubectl-kyverno
}

case ${1:-k8s} in
  k8s) newest ;;
  k8s-1.33) older ;;
  kyverno) kyverno ;;
  all) newest; older; kyverno ;;
  *) fail "unknown target '$1': k8s, k8s-1.33, kyverno or all" ;;
esac
