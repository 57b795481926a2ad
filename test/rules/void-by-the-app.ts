import { agent, deployment, env, instrumented, job, object } from './fixtures';
import { Manifest } from '../../src/manifest/manifest';

const HOST = { fieldRef: { fieldPath: 'status.hostIP' } };
const TARGET = { kind: 'Deployment', name: 'scaled' };

/** What an app has beside Datadog that makes void what Datadog needs, or was never what its author meant. */
export function voidByTheApp(): Manifest[] {
  const annotations = { 'ad.datadoghq.com/x.checks': '{"redisdb":{"instances":[{"password":"%%env_SECRET%%","user":"ENC[x]"}],"logs":[{"source":"x"}]}}' };
  const scaled = instrumented('void/scaled', { pod: { shareProcessNamespace: true, dnsPolicy: 'None', dnsConfig: { nameservers: ['1.1.1.1'] }, containers: [{ name: 'x', command: ['/init'], securityContext: { runAsUser: 0 } }, { name: 'by-image' }, agent()] } });
  return [
    { ...scaled, spec: { template: { ...scaled.spec.template, metadata: { annotations } } } },
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'void/scaled', { spec: { scaleTargetRef: TARGET, metrics: [{ type: 'Resource', resource: { name: 'cpu' } }, { external: { metric: { name: 'datadogmetric@a:b' } } }] } }),
    object('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', 'void/scaled', { spec: { targetRef: TARGET } }),
    object('v1', 'LimitRange', 'void/limits', { spec: { limits: [{ type: 'Container', min: { cpu: '1' } }] } }),
    object('v1', 'ResourceQuota', 'void/quota', { spec: { hard: { 'requests.memory': '100Mi' } } }),
    deployment('void/cluster-agent', { containers: [{ name: 'x' }] }, { 'agent.datadoghq.com/component': 'cluster-agent' }),
    object('keda.sh/v1alpha1', 'ScaledObject', 'void/keda', { spec: { triggers: [{ type: 'cpu' }] } }),
    object('apiregistration.k8s.io/v1', 'APIService', 'external', { spec: { group: 'external.metrics.k8s.io', service: { namespace: 'void' } } }),
    deployment('void/host', { containers: [{ name: 'x', env: env({ DD_AGENT_HOST: HOST }) }], nodeSelector: { 'kubernetes.io/arch': 'arm64' } }, { 'admission.datadoghq.com/enable': 'true' }),
    object('networking.k8s.io/v1', 'NetworkPolicy', 'void/closed', { spec: { podSelector: {}, policyTypes: ['Egress'] } }),
    job('void/large', { containers: [{ name: 'x', args: [570, NaN], resources: { requests: { 'nvidia.com/gpu': 1, 'ephemeral-storage': '200Gi' } }, securityContext: { capabilities: { add: ['NET_ADMIN'] } } }, {}], volumes: [{ ephemeral: {} }] }),
    object('apps/v1', 'StatefulSet', 'void/db', { spec: { template: { spec: { containers: [] } }, volumeClaimTemplates: [{ spec: { storageClassName: 'gp3' } }] } }),
    object('example.org/v1', 'Custom', 'void/number', { metadata: { name: 'number', generateName: 'n-' }, spec: { a: 2 ** 63 } }),
    object('v1', 'Service', 'void/web', {
      metadata: { namespace: 'void', name: 'web', annotations: { 'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'instance' } }, spec: { selector: { app: 'web' } },
    }),
    object('example.org/v1', 'Custom', 'void/texts', { spec: { a: '0o17', b: '\u2028' } }),
    object('extensions/v1beta1', 'DaemonSet', 'void/old', {}),
    object('external-secrets.io/v1alpha1', 'SecretStore', 'void/store', {}),
    object('argoproj.io/v1alpha1', 'Application', 'void/app', { spec: { source: { chart: 'datadog', helm: { values: 'a: b' } } } }),
    object('v1', 'Service', 'default/kubernetes', { spec: {} }),
    object('networking.istio.io/v1', 'ServiceEntry', 'void/entry', { spec: { hosts: ['*.agent.datadoghq.com'] } }),
  ];
}
