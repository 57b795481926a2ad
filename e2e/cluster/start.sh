#!/usr/bin/env bash
# Starts a control plane on loopback: etcd, kube-apiserver, kube-controller-manager, kube-scheduler, and kwok for the
# simulated nodes of nodes.yaml. Pids are in $CLUSTER_HOME/run, logs in $CLUSTER_HOME/log. stop.sh ends exactly these.
#   FRESH=1          start with an empty etcd
#   CRDS="eso ..."   apply these sets of fetch-crds.sh; CRDS=all applies all of them
#   KUBERNETES=1.33  the older components (build.sh k8s-1.33)
#   APISERVER_ARGS   more flags for the API server, for example a feature gate
#   PORT, ETCD_CLIENT_PORT, ETCD_PEER_PORT, CONTROLLER_PORT, SCHEDULER_PORT, KWOK_PORT   other ports
#   CLUSTER_HOME     where everything lives (default ~/.cache/cdk8s-datadog-cluster)
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
PORT=${PORT:-16443} ETCD_CLIENT_PORT=${ETCD_CLIENT_PORT:-12379} ETCD_PEER_PORT=${ETCD_PEER_PORT:-12380}
CONTROLLER_PORT=${CONTROLLER_PORT:-16257} SCHEDULER_PORT=${SCHEDULER_PORT:-16259} KWOK_PORT=${KWOK_PORT:-16247}
# Only written into objects, never listened on; the API server refuses a loopback address here. From a range for documentation.
NOWHERE=192.0.2.1

for process in etcd kube-apiserver kube-controller-manager kube-scheduler kwok; do
  running $process && fail "$process already runs (pid $(cat "$CLUSTER_HOME/run/$process.pid")); run $HERE/stop.sh first"
done
need etcd=etcd-server openssl=openssl curl=curl
for file in "$BIN"/{kube-apiserver,kube-controller-manager,kube-scheduler} "$TOOLS"/{kubectl,kwok}; do
  [ -x "$file" ] || fail "$file is missing; run $HERE/build.sh k8s$([ "$KUBERNETES" = "$NEWEST" ] || echo "-$KUBERNETES") first"
done
crds=()
for name in ${CRDS:-}; do
  [ "$name" = all ] && name='*' || true
  for file in "$CLUSTER_HOME"/crds/$name-*.yaml; do
    [ -f "$file" ] || fail "the CRDs '$name' are missing; run $HERE/fetch-crds.sh first"
    crds+=(-f "$file")
  done
done

umask 077 # keys and a kubeconfig of an administrator
mkdir -p "$CLUSTER_HOME"/{pki,run,log,data}
cd "$CLUSTER_HOME"
if [ "${FRESH:-0}" = 1 ]; then rm -rf data/etcd; fi

background() { # NAME COMMAND...
  local name=$1
  shift
  setsid nice -n 5 "$@" >"log/$name.log" 2>&1 </dev/null &
  echo $! >"run/$name.pid"
}
wait_for() { # NAME SECONDS COMMAND...: until the command succeeds
  local name=$1 seconds=$2 end
  shift 2
  end=$((SECONDS + seconds))
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "$(cat "run/$name.pid")" 2>/dev/null; then
      tail -20 "log/$name.log" >&2
      fail "$name ended; its log is $CLUSTER_HOME/log/$name.log"
    fi
    if [ $SECONDS -ge $end ]; then
      tail -20 "log/$name.log" >&2
      fail "$name is not ready after ${seconds} s; its log is $CLUSTER_HOME/log/$name.log"
    fi
    sleep 0.1
  done
}
began=${EPOCHREALTIME/[.,]/}
lap() {
  local tenths=$(((${EPOCHREALTIME/[.,]/} - began) / 100000))
  printf '%-24s %3d.%d s\n' "$1" $((tenths / 10)) $((tenths % 10))
}
kubectl() { "$TOOLS/kubectl" --kubeconfig "$CLUSTER_HOME/kubeconfig" "$@"; }

source "$HERE/pki.sh"
trap 'status=$?; [ $status -eq 0 ] || "$HERE/stop.sh" >&2; exit $status' EXIT

unsafe=()
if etcd --help 2>&1 | grep -q -- --unsafe-no-fsync; then unsafe=(--unsafe-no-fsync=true); fi
background etcd etcd --name default --data-dir "$CLUSTER_HOME/data/etcd" ${unsafe[@]+"${unsafe[@]}"} \
  --listen-client-urls "http://127.0.0.1:$ETCD_CLIENT_PORT" --advertise-client-urls "http://127.0.0.1:$ETCD_CLIENT_PORT" \
  --listen-peer-urls "http://127.0.0.1:$ETCD_PEER_PORT" --initial-advertise-peer-urls "http://127.0.0.1:$ETCD_PEER_PORT" \
  --initial-cluster "default=http://127.0.0.1:$ETCD_PEER_PORT"
wait_for etcd 30 curl -fsS -m 2 "http://127.0.0.1:$ETCD_CLIENT_PORT/health"
lap etcd

# WatchList off: with it the API server refuses every watch from the beginning when etcd is older than 3.4.31 (Debian's is),
# and kwok, which opens its watches like that, would see a pod only at its next attempt, up to half a minute later.
# shellcheck disable=SC2086 # APISERVER_ARGS is several words
background kube-apiserver "$BIN/kube-apiserver" --etcd-servers="http://127.0.0.1:$ETCD_CLIENT_PORT" \
  --bind-address=127.0.0.1 --secure-port="$PORT" --advertise-address=$NOWHERE --endpoint-reconciler-type=none \
  --tls-cert-file=pki/apiserver.crt --tls-private-key-file=pki/apiserver.key --client-ca-file=pki/ca.crt \
  --authorization-mode=Node,RBAC --anonymous-auth=false \
  --service-account-issuer=https://kubernetes.default.svc.cluster.local \
  --service-account-key-file=pki/service-accounts.pub --service-account-signing-key-file=pki/service-accounts.key \
  --requestheader-client-ca-file=pki/front-proxy-ca.crt --requestheader-allowed-names=front-proxy-client \
  --requestheader-extra-headers-prefix=X-Remote-Extra- --requestheader-group-headers=X-Remote-Group \
  --requestheader-username-headers=X-Remote-User \
  --proxy-client-cert-file=pki/front-proxy.crt --proxy-client-key-file=pki/front-proxy.key \
  --service-cluster-ip-range=10.96.0.0/16 --allow-privileged=true --profiling=false --feature-gates=WatchList=false ${APISERVER_ARGS:-}
wait_for kube-apiserver 90 kubectl get --raw /readyz
lap kube-apiserver

# As the servers themselves ask who may read their metrics: remembered for a second, where ten would be waited for in each test.
remember=(--authorization-webhook-cache-authorized-ttl=1s --authorization-webhook-cache-unauthorized-ttl=1s)
background kube-controller-manager "$BIN/kube-controller-manager" --kubeconfig=run/controllers.kubeconfig \
  --authentication-kubeconfig=run/controllers.kubeconfig --authorization-kubeconfig=run/controllers.kubeconfig \
  --bind-address=127.0.0.1 --secure-port="$CONTROLLER_PORT" --leader-elect=false --use-service-account-credentials=true \
  --service-account-private-key-file=pki/service-accounts.key --root-ca-file=pki/ca.crt --controllers='*' \
  --kube-api-qps=500 --kube-api-burst=1000 "${remember[@]}" --cluster-signing-cert-file=pki/ca.crt --cluster-signing-key-file=pki/ca.key
background kube-scheduler "$BIN/kube-scheduler" --kubeconfig=run/scheduler.kubeconfig \
  --authentication-kubeconfig=run/scheduler.kubeconfig --authorization-kubeconfig=run/scheduler.kubeconfig \
  --bind-address=127.0.0.1 --secure-port="$SCHEDULER_PORT" --leader-elect=false --kube-api-qps=500 --kube-api-burst=1000 "${remember[@]}"
wait_for kube-controller-manager 60 kubectl -n default get serviceaccount default
wait_for kube-scheduler 60 curl -fsSk -m 2 "https://127.0.0.1:$SCHEDULER_PORT/healthz"
lap 'controllers, scheduler'

background kwok "$TOOLS/kwok" --kubeconfig="$CLUSTER_HOME/kubeconfig" --config "$TOOLS/kwok-stages.yaml" --manage-all-nodes=false \
  --manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake --node-lease-duration-seconds=40 \
  --cidr=10.244.0.1/16 --node-ip=$NOWHERE --server-address="127.0.0.1:$KWOK_PORT"
kubectl apply -f "$HERE/nodes.yaml" >/dev/null
wait_for kwok 60 kubectl wait --for=condition=Ready node --all --timeout=2s
lap 'simulated nodes'

if [ ${#crds[@]} -gt 0 ]; then
  kubectl apply --server-side --force-conflicts "${crds[@]}" >/dev/null
  # One look at all of them: `kubectl wait` looks at one after the other, which takes as long as applying them.
  established() {
    local told
    told=$(kubectl get crd -o jsonpath='{range .items[*]}{.status.conditions[?(@.type=="Established")].status}{"\n"}{end}') || return 1
    [ -n "$told" ] && ! grep -qvx True <<<"$told"
  }
  wait_for kube-apiserver 90 established
  lap CRDs
fi
echo "export KUBECONFIG=$CLUSTER_HOME/kubeconfig"
