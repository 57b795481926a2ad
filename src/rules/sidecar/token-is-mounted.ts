import { SERVICE_ACCOUNT_TOKEN } from '../../facts/sidecar';
import { isFargateAgent, allContainers } from '../../manifest/containers';
import { hasToken, serviceAccountOf } from '../../manifest/service-account';
import { Rule } from '../rule';

export const tokenIsMounted: Rule = {
  id: 'sidecar/token-is-mounted',
  severity: 'error',
  title: 'The Agent in a Fargate pod has a ServiceAccount token, which it needs to reach the kubelet.',
  link: SERVICE_ACCOUNT_TOKEN.source,
  check: ({ manifests }) => manifests.sidecars.flatMap(at => {
    const account = serviceAccountOf(at.pod);
    const agents = allContainers(at.pod).filter(isFargateAgent);
    if (agents.every(agent => hasToken(at.pod, agent, manifests.find('ServiceAccount', at.namespace, account)))) return [];
    const ofPod = at.pod.automountServiceAccountToken === false;
    const where = ofPod ? 'the pod' : `the ServiceAccount '${account}'`;
    const mount = `mount a projected token into the Agent's container at ${SERVICE_ACCOUNT_TOKEN.mountPath}`;
    return [{
      at,
      reason: `'automountServiceAccountToken' of ${where} is false, so the Agent has no token and cannot reach the kubelet`,
      // A pod that says so itself is given a token for the Agent alone; one that leaves it to its account is not.
      remedy: ofPod
        ? `Let datadog.instrument(...) put the Agent into the workload, which then mounts a token into its container alone; or ${mount}; or set it to true on the pod`
        : `Set 'automountServiceAccountToken: false' on the pod as well: datadog.instrument(...) then mounts a token into the Agent's container alone; or ${mount}; or set it to true on the pod, which gives a token to every container`,
    }];
  }),
};
