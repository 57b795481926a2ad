import { boundAccounts } from './manifests';
import { shellCommand, shellVariable } from '../../base/shell';
import { FARGATE_OPT_OUT } from '../../facts/fargate';
import { KYVERNO_EXCLUDED, KYVERNO_NAMESPACE } from '../../facts/sidecar-injection';
import { InjectionVia, PodGroup, SidecarInjectionModel } from '../../model/sidecar-injection';

/** Which pods get an Agent, by whom, and what is left to do, for people. */
export function describeInjection(model: SidecarInjectionModel): string {
  const { name, via, match, namespaces, cluster } = model;
  return [
    `Sidecar injection ${name}`,
    `  by: ${describeVia(via)}`,
    ...match.groups.map(group => `  pods: ${describeGroup(group)}`),
    ...match.profiles ? [`  of the Fargate profiles: ${match.profiles.join(', ')}; not pods with the annotation ${FARGATE_OPT_OUT.annotation}: ${FARGATE_OPT_OUT.value}`] : [],
    `  Cluster Agent: ${cluster.clusterAgentUrl}${addressOf(model)}`,
    `  accounts that may reach the kubelet: ${boundAccounts(model).map(account => `${account.namespace}/${account.name}`).join(', ')}`,
    ...via.kind === 'kyverno' ? describeExclusions(namespaces) : [],
    '  pods that run already stay as they are:',
    ...namespaces.map(namespace => `    ${shellCommand('kubectl', 'rollout', 'restart', '--namespace', namespace)} deployment/${shellVariable('NAME', 'of a Deployment')}`),
    '  a pod that the policy or the webhook fails for starts without an Agent; to see those that have one:',
    "    kubectl get pods --all-namespaces --output 'custom-columns=NAMESPACE:.metadata.namespace,NAME:.metadata.name,CONTAINERS:.spec.containers[*].name'",
    '',
  ].join('\n');
}

/** Policies choose it by the pod; the webhook has one address for all. */
function addressOf({ via, cluster: { clusterAgentUrl, clusterAgentAddressUrl: address } }: SidecarInjectionModel): string {
  return via.kind === 'datadogWebhook' || address === undefined || address === clusterAgentUrl ? '' : `; ${address} for pods that ask the DNS of their node`;
}

function describeVia(via: InjectionVia): string {
  switch (via.kind) {
    case 'datadogWebhook': return 'the webhook of the Cluster Agent, which has to run when the pod is made';
    case 'kyverno': return `Kyverno, with a ${via.policy}`;
    case 'mutatingAdmissionPolicy': return `Kubernetes itself, with a MutatingAdmissionPolicy (${via.apiVersion})`;
  }
}

function describeGroup({ namespaces, labels }: PodGroup): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return `in ${namespaces.join(', ')}${all.length > 0 ? ` with ${all.join(', ')}` : ''}`;
}

/** Kyverno never sees pods of these, until it is told otherwise in two places. */
function describeExclusions(namespaces: readonly string[]): string[] {
  const excluded = namespaces.filter(namespace => KYVERNO_EXCLUDED.namespaces.includes(namespace));
  if (excluded.length === 0) return [];
  return [
    `  needed first: Kyverno leaves ${excluded.join(', ')} alone by default. In the values of its Helm chart:`,
    '    config:',
    '      resourceFiltersExcludeNamespaces:',
    ...excluded.map(namespace => `        - ${namespace}`),
    '      webhooks:',
    '        namespaceSelector:',
    '          matchExpressions:',
    '            - key: kubernetes.io/metadata.name',
    '              operator: NotIn',
    `              values: [${KYVERNO_NAMESPACE.name}]`,
    ...excluded.includes('kube-system') ? [
      '    From then on all policies of Kyverno see pods of kube-system: look at what those do, and keep more than one replica of its',
      '    admission controller, on nodes that need no pod of kube-system to start.',
    ] : [],
  ];
}
