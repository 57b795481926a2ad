#!/usr/bin/env bash
# Stops exactly the processes whose pids start.sh wrote, and each only if that pid still is that program.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
for process in kwok kube-scheduler kube-controller-manager kube-apiserver etcd; do
  file="$CLUSTER_HOME/run/$process.pid"
  if running $process; then
    pid=$(cat "$file")
    kill "$pid"
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
    if kill -0 "$pid" 2>/dev/null; then kill -9 "$pid"; fi
    echo "stopped $process ($pid)"
  fi
  rm -f "$file"
done
