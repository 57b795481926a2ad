import { objectsAreUnique } from './app/objects-are-unique';
import { nameIsValid } from './cluster/name-is-valid';
import { haveARunner } from './cluster-checks/have-a-runner';
import { literalValue } from './credentials/literal-value';
import { noLiteralInPod } from './credentials/no-literal-in-pod';
import { secretInNamespace } from './credentials/secret-in-namespace';
import { tokenLength } from './credentials/token-length';
import { noDaemonSet } from './fargate/no-daemon-set';
import { FARGATE_POD_LIMIT_RULES } from './fargate/pod-limits';
import { bindingHasSubjects } from './rbac/binding-has-subjects';
import { Rule } from './rule';
import { clusterAgentNameResolves } from './sidecar/cluster-agent-name-resolves';
import { clusterAgentUrlIsHttps } from './sidecar/cluster-agent-url-is-https';
import { findsClusterAgent } from './sidecar/finds-cluster-agent';
import { hasNodeName } from './sidecar/has-node-name';
import { injectedOnce } from './sidecar/injected-once';
import { jobCanEnd } from './sidecar/job-can-end';
import { notAlsoByWebhook } from './sidecar/not-also-by-webhook';
import { runsAsSupportedUser } from './sidecar/runs-as-supported-user';
import { serviceAccountIsBound } from './sidecar/service-account-is-bound';
import { tokenIsMounted } from './sidecar/token-is-mounted';

/** Every rule, in the order in which findings are told. */
export const ALL_RULES: readonly Rule[] = [
  objectsAreUnique,
  nameIsValid,
  haveARunner,
  tokenLength,
  literalValue,
  noLiteralInPod,
  secretInNamespace,
  bindingHasSubjects,
  noDaemonSet,
  ...FARGATE_POD_LIMIT_RULES,
  injectedOnce,
  notAlsoByWebhook,
  tokenIsMounted,
  serviceAccountIsBound,
  hasNodeName,
  runsAsSupportedUser,
  findsClusterAgent,
  clusterAgentUrlIsHttps,
  clusterAgentNameResolves,
  jobCanEnd,
];
