import { injectionModel, webhookModel } from './injection-models';
import { describeInjection } from '../../../src/render/sidecar-injection/summary';

const ACCOUNTS = { serviceAccounts: [{ namespace: 'shop', name: 'web' }, { namespace: 'pay', name: 'api' }, { namespace: 'kube-system', name: 'coredns' }] };
const REST = [
  '  a pod that the policy or the webhook fails for starts without an Agent; to see those that have one:',
  "    kubectl get pods --all-namespaces --output 'custom-columns=NAMESPACE:.metadata.namespace,NAME:.metadata.name,CONTAINERS:.spec.containers[*].name'",
  '',
];

test('by Kubernetes itself', () => {
  expect(describeInjection(injectionModel()).split('\n')).toEqual([
    'Sidecar injection datadog-sidecar',
    expect.stringMatching(/^ {2}by: Kubernetes itself, with a MutatingAdmissionPolicy \(admissionregistration\.k8s\.io\/v1\)$/),
    '  pods: in shop with team=shop',
    '  Cluster Agent: https://datadog-cluster-agent.datadog.svc.cluster.local:5005',
    '  accounts that may reach the kubelet: shop/datadog-agent',
    '  pods that run already stay as they are:',
    '    kubectl rollout restart --namespace shop deployment/"${NAME:?of a Deployment}"',
    ...REST,
  ]);
});

test('by Kyverno, in namespaces that it leaves alone', () => {
  const model = injectionModel({ via: { kind: 'kyverno', version: '1.13' }, namespaces: ['kube-system', 'pay', 'shop'], podLabels: { team: 'shop', tier: 'front' }, ...ACCOUNTS });
  expect(describeInjection(model).split('\n')).toEqual([
    'Sidecar injection datadog-sidecar',
    '  by: Kyverno, with a ClusterPolicy',
    '  pods: in kube-system, pay, shop with team=shop, tier=front',
    '  Cluster Agent: https://datadog-cluster-agent.datadog.svc.cluster.local:5005',
    '  accounts that may reach the kubelet: shop/web, pay/api, kube-system/coredns',
    '  needed first: Kyverno leaves kube-system alone by default. In the values of its Helm chart:',
    '    config:',
    '      resourceFiltersExcludeNamespaces:',
    '        - kube-system',
    '      webhooks:',
    '        namespaceSelector:',
    '          matchExpressions:',
    '            - key: kubernetes.io/metadata.name',
    '              operator: NotIn',
    '              values: [kyverno]',
    '    From then on all policies of Kyverno see pods of kube-system: look at what those do, and keep more than one replica of its',
    '    admission controller, on nodes that need no pod of kube-system to start.',
    '  pods that run already stay as they are:',
    '    kubectl rollout restart --namespace kube-system deployment/"${NAME:?of a Deployment}"',
    '    kubectl rollout restart --namespace pay deployment/"${NAME:?of a Deployment}"',
    '    kubectl rollout restart --namespace shop deployment/"${NAME:?of a Deployment}"',
    ...REST,
  ]);
});

test("by Datadog's webhook, of profiles", () => {
  const fargateProfiles = [{ name: 'a', selectors: [{ namespace: 'shop', labels: {} }] }, { name: 'b', selectors: [{ namespace: 'shop', labels: { run: 'fargate' } }] }];
  expect(describeInjection(webhookModel())).toContain('  by: the webhook of the Cluster Agent, which has to run when the pod is made\n  pods: in shop with team=shop\n');
  const text = describeInjection(injectionModel({ namespaces: ['shop'], podLabels: undefined, fargateProfiles }));
  expect(text).toContain('  of the Fargate profiles: a, b; not pods with the annotation eks.amazonaws.com/compute-type: ec2\n');
});
