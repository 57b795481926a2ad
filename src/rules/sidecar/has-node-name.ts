import { PAGES } from '../../facts/pages';
import { envOf, fargateAgents } from '../../manifest/containers';
import { Rule } from '../rule';

const NODE_NAME = 'spec.nodeName';

export const hasNodeName: Rule = {
  id: 'sidecar/has-node-name',
  severity: 'error',
  title: 'DD_KUBERNETES_KUBELET_NODENAME tells the Agent in a Fargate pod the name of its node.',
  link: PAGES.fargateSidecar.source,
  check: ({ manifests }) => manifests.sidecars.flatMap(at => fargateAgents(at.pod)
    .filter(agent => envOf(agent, 'DD_KUBERNETES_KUBELET_NODENAME')?.valueFrom?.fieldRef?.fieldPath !== NODE_NAME)
    .map(agent => ({
      at,
      reason: `the container '${agent.name}' has no DD_KUBERNETES_KUBELET_NODENAME from the field ${NODE_NAME}, so the Agent finds no kubelet`,
      remedy: `Add { name: DD_KUBERNETES_KUBELET_NODENAME, valueFrom: { fieldRef: { fieldPath: ${NODE_NAME} } } } to its env, as datadog.instrument(...) does`,
    }))),
};
