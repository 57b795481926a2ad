#!/usr/bin/env bash
# Runs the policies of DatadogCredentials.kyvernoClone(...) and of SidecarInjection with Kyverno's own command line, and
# looks at the Secrets and the pods that they make. `bash e2e/cluster/build.sh kyverno` builds it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

cli=${KYVERNO:-${CLUSTER_HOME:-$HOME/.cache/cdk8s-datadog-cluster}/bin/kubectl-kyverno}
[ -x "$cli" ] || { echo "kyverno.sh: $cli is missing: run 'bash e2e/cluster/build.sh kyverno', or set KYVERNO" >&2; exit 1; }

for script in e2e/kyverno-clone.ts e2e/injection/kyverno.ts; do
  node node_modules/ts-node/dist/bin.js --transpile-only --project test/tsconfig.json "$script" "$cli"
done
