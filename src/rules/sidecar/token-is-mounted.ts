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
    const where = at.pod.automountServiceAccountToken === false ? 'the pod' : `the ServiceAccount '${account}'`;
    return [{
      at,
      reason: `'automountServiceAccountToken' of ${where} is false, so the Agent has no token and cannot reach the kubelet`,
      remedy: `Set it to true on the pod, or mount a projected token into the Agent's container at ${SERVICE_ACCOUNT_TOKEN.mountPath}`,
    }];
  }),
};
