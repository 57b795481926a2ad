# Sourced by the scripts beside it: folders, versions, and what has to be installed.
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CLUSTER_HOME=${CLUSTER_HOME:-$HOME/.cache/cdk8s-datadog-cluster}
KUBERNETES=${KUBERNETES:-1.36}
NEWEST=1.36

fail() { echo "$(basename "$0"): $*" >&2; exit 1; }

[ -d "$HERE/src/k8s-$KUBERNETES" ] ||
  fail "KUBERNETES=$KUBERNETES has no module in e2e/cluster/src; choose one of: $(cd "$HERE/src" && echo k8s-* | sed 's/k8s-//g')"

# The newest components live in bin/, older ones beside them; kubectl and kwok always come from bin/.
TOOLS="$CLUSTER_HOME/bin"
if [ "$KUBERNETES" = "$NEWEST" ]; then BIN=$TOOLS; else BIN="$CLUSTER_HOME/bin-$KUBERNETES"; fi

# need COMMAND=DEBIAN_PACKAGE...: installs what is missing where that is possible, and says what is missing where it is not.
need() {
  local pair command missing=() packages=()
  for pair in "$@"; do
    command=${pair%%=*}
    command -v "$command" >/dev/null || { missing+=("$command"); packages+=("${pair#*=}"); }
  done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    fail "missing: ${missing[*]}. Install them (on Debian: sudo apt-get install ${packages[*]}) and run this again."
  fi
  echo "installing ${packages[*]}"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >/dev/null ||
    fail "apt-get could not install ${packages[*]}"
  for command in "${missing[@]}"; do
    command -v "$command" >/dev/null || fail "$command is still missing after installing ${packages[*]}"
  done
}

need_go() {
  command -v go >/dev/null || fail "missing: go (1.26 or newer). Install it and run this again."
}

# running NAME: the pid that start.sh wrote belongs to a live process of that name (a pid may have been given to another since).
running() {
  local pid line
  pid=$(cat "$CLUSTER_HOME/run/$1.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
  line=$({ tr '\0' ' ' <"/proc/$pid/cmdline"; } 2>/dev/null) || return 1
  [[ $line == *"$1"* ]]
}
