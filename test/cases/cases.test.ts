import { affinity, annotated, apiService, cronJob, database, hook, hostIP, hpa, job, OWN_PASSWORD, policy, REDIS, scaledObject, withEnv } from './shapes';
import { container, RESOURCES, Situation, workload } from './situation';
import { Platform } from '../../src';

/** What the library answers, and the same situation with its cause removed. Shapes come from public bug reports. */
interface Case {
  readonly on: keyof typeof clusters;
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly object: string;
  readonly yaml: string;
  readonly corrected: string;
  /** It is not given to instrument(...). */
  readonly plain: boolean;
}

const clusters = {
  fargate: new Situation(Platform.eksFargate({ kubernetesVersion: '1.36', serviceCidr: '10.96.0.0/16' })),
  nodes: new Situation(Platform.eks({ kubernetesVersion: '1.36' })),
  metrics: new Situation(Platform.eks(), { features: { externalMetrics: { enabled: true } } }),
  openShift: new Situation(Platform.openShift4()),
};

const WEB = 'Deployment shop/web';
const app = workload(`{ containers: [${container()}] }`);

function found(on: Case['on'], rule: string, severity: Case['severity'], object: string, plain = false) {
  return { on, rule, severity, object, plain };
}

const CASES: { readonly [name: string]: Case } = {
  'a hook signals process 1': {
    ...found('fargate', 'sidecar/nothing-needs-process-one', 'warning', WEB),
    yaml: hook('sh, -c, "kill -QUIT 1; sleep 10"'),
    corrected: hook('nginx, -s, quit'),
  },
  'an image starts an init program': {
    ...found('fargate', 'sidecar/nothing-needs-process-one', 'warning', WEB),
    yaml: workload(`{ containers: [${container('', 'web', 'lscr.io/linuxserver/nginx:1.29')}] }`),
    corrected: app,
  },
  'an HPA measures the whole pod': {
    ...found('fargate', 'sidecar/autoscaler-names-a-container', 'warning', 'HorizontalPodAutoscaler shop/web'),
    yaml: app + hpa('{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }'),
    corrected: app + hpa('{ type: ContainerResource, containerResource: { name: cpu, container: web, target: { type: Utilization, averageUtilization: 70 } } }'),
  },
  'KEDA measures the whole pod': {
    ...found('fargate', 'sidecar/autoscaler-names-a-container', 'warning', 'ScaledObject shop/web'),
    yaml: app + scaledObject('{ type: cpu, metadata: { value: "50" } }'),
    corrected: app + scaledObject('{ type: cpu, metadata: { value: "50", containerName: web } }'),
  },
  'traces go to the host on Fargate': {
    ...found('fargate', 'fargate/no-agent-of-the-node', 'warning', WEB),
    yaml: withEnv(`{ name: DD_AGENT_HOST, valueFrom: ${hostIP} }, { name: DD_TRACE_AGENT_URL, value: "http://$(DD_AGENT_HOST):8126" }`),
    corrected: app,
  },
  'metrics go to the host on Fargate': {
    ...found('fargate', 'fargate/no-agent-of-the-node', 'warning', WEB),
    yaml: withEnv(`{ name: NODE, valueFrom: ${hostIP} }, { name: DD_DOGSTATSD_URL, value: "udp://$(NODE):8125" }`),
    corrected: withEnv('{ name: MODE, value: fast }'),
  },
  'the port of the node is shut': {
    ...found('nodes', 'placement/node-port-is-open', 'warning', WEB, true),
    yaml: withEnv(`{ name: DD_AGENT_HOST, valueFrom: ${hostIP} }`),
    corrected: app,
  },
  'the port in a URL is shut': {
    ...found('nodes', 'placement/node-port-is-open', 'warning', WEB, true),
    yaml: withEnv(`{ name: IP, valueFrom: ${hostIP} }, { name: DD_TRACE_AGENT_URL, value: "http://$(IP):8126" }`),
    corrected: withEnv('{ name: DD_TRACE_AGENT_URL, value: "unix:///var/run/datadog/apm.socket" }'),
  },
  'a check takes an env var that only the application has': {
    ...found('fargate', 'autodiscovery/env-is-the-agents', 'error', WEB),
    yaml: annotated(REDIS, OWN_PASSWORD),
    corrected: annotated(REDIS.replace(',"password":"%%env_REDIS_PASSWORD%%"', '')),
  },
  'a check on a node takes one': {
    ...found('nodes', 'autodiscovery/env-is-the-agents', 'error', WEB),
    yaml: annotated(REDIS, OWN_PASSWORD),
    corrected: app,
  },
  'logs are asked for while they are off': {
    ...found('nodes', 'autodiscovery/logs-are-collected', 'warning', WEB),
    yaml: annotated('ad.datadoghq.com/web.logs: \'[{"source":"nginx"}]\''),
    corrected: app,
  },
  'logs are asked for with a check': {
    ...found('fargate', 'autodiscovery/logs-are-collected', 'warning', WEB),
    yaml: annotated('ad.datadoghq.com/web.checks: \'{"nginx":{"instances":[{}],"logs":[{"source":"nginx"}]}}\''),
    corrected: annotated('ad.datadoghq.com/web.checks: \'{"nginx":{"instances":[{}]}}\''),
  },
  'a StatefulSet on Fargate claims volumes of EBS': {
    ...found('fargate', 'fargate/claims-can-be-mounted', 'warning', 'StatefulSet shop/web'),
    yaml: database('storageClassName: gp3'),
    corrected: database('storageClassName: "", volumeName: files'),
  },
  'a StatefulSet on Fargate claims volumes of the default class': {
    ...found('fargate', 'fargate/claims-can-be-mounted', 'warning', 'StatefulSet shop/web'),
    yaml: database('resources: { requests: { storage: 8Gi } }'),
    corrected: database('storageClassName: "", selector: { matchLabels: { app: web } }'),
  },
  'pods on Fargate are for Arm': {
    ...found('fargate', 'fargate/no-arm', 'error', WEB),
    yaml: workload(`{ nodeSelector: { kubernetes.io/arch: arm64 }, containers: [${container()}] }`),
    corrected: workload(`{ nodeSelector: { kubernetes.io/arch: amd64 }, containers: [${container()}] }`),
  },
  'pods on Fargate need a GPU': {
    ...found('fargate', 'fargate/no-device', 'error', WEB),
    yaml: workload('{ containers: [{ name: web, image: "nginx:1.29", resources: { requests: { cpu: 1, memory: 1Gi, nvidia.com/gpu: 1 }, limits: { cpu: 1, memory: 1Gi, nvidia.com/gpu: 1 } } }] }'),
    corrected: app,
  },
  'a policy closes the way to the node': {
    ...found('openShift', 'placement/egress-reaches-the-agent', 'warning', WEB, true),
    yaml: withEnv(`{ name: DD_AGENT_HOST, valueFrom: ${hostIP} }`) + policy('{ to: [{ podSelector: {} }] }'),
    corrected: app + policy('{ to: [{ podSelector: {} }] }'),
  },
  'a policy lets out other ports': {
    ...found('nodes', 'placement/egress-reaches-the-agent', 'warning', WEB, true),
    yaml: withEnv(`{ name: DD_AGENT_HOST, valueFrom: ${hostIP} }`) + policy('{ ports: [{ port: 53, protocol: UDP }] }'),
    corrected: app + policy('{ ports: [{ port: 53, protocol: UDP }] }, { ports: [{ port: 8126 }] }'),
  },
  'values that cdk8s changed': {
    ...found('fargate', 'kubernetes/texts-are-texts', 'error', WEB),
    yaml: workload(`{ containers: [${container(', args: [--window, 09:30]')}] }`),
    corrected: workload(`{ containers: [${container(', args: [--window, "09:30"]')}] }`),
  },
  'a dot that became NaN': {
    ...found('fargate', 'kubernetes/numbers-are-finite', 'error', 'Custom shop/a'),
    yaml: 'apiVersion: example.org/v1\nkind: Custom\nmetadata: { name: a }\nspec: { path: . }\n',
    corrected: 'apiVersion: example.org/v1\nkind: Custom\nmetadata: { name: a }\nspec: { path: "." }\n',
  },
  'a number beyond 2^53': {
    ...found('fargate', 'kubernetes/numbers-are-exact', 'warning', 'KafkaTopic shop/t'),
    yaml: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: t }\nspec: { config: { retention.ms: 9223372036854775807 } }\n',
    corrected: 'apiVersion: kafka.strimzi.io/v1\nkind: KafkaTopic\nmetadata: { name: t }\nspec: { config: { retention.ms: "9223372036854775807" } }\n',
  },
  'YAML that cannot be parsed': {
    ...found('fargate', 'kubernetes/containers-have-names', 'error', WEB),
    yaml: app.replace(/spec: \{ containers: .*/, `spec:\n      containers:\n      - ${container()}\n      - image: nginx:1.29\n       imagePullPolicy: Always`),
    corrected: app,
  },
  'a label of a webhook that is off': {
    ...found('nodes', 'cluster-agent/admission-is-on', 'warning', WEB),
    yaml: workload(`{ containers: [${container()}] }`, { labels: ', admission.datadoghq.com/enabled: "true"', annotations: 'admission.datadoghq.com/java-lib.version: v1' }),
    corrected: workload(`{ containers: [${container()}] }`, { labels: ', admission.datadoghq.com/enabled: "false"' }),
  },
  'the label of the sidecar webhook, which is off': {
    ...found('nodes', 'sidecar-injection/webhook-is-there', 'error', WEB, true),
    yaml: workload(`{ containers: [${container()}] }`, { labels: ', agent.datadoghq.com/sidecar: fargate' }),
    corrected: app,
  },
  'a foreign nameserver': {
    ...found('fargate', 'sidecar/nameservers-know-services', 'error', WEB),
    yaml: workload(`{ dnsPolicy: None, dnsConfig: { nameservers: [1.1.1.1] }, containers: [${container()}] }`),
    corrected: workload(`{ dnsConfig: { nameservers: [1.1.1.1] }, containers: [${container()}] }`),
  },
  'KEDA beside external metrics': {
    ...found('metrics', 'external-metrics/one-provider', 'warning', 'ScaledObject shop/web'),
    yaml: scaledObject('{ type: prometheus, metadata: {} }'),
    corrected: scaledObject('{ type: datadog, metadata: { useClusterAgentProxy: "true" } }'),
  },
  'a DatadogMetric that is off': {
    ...found('metrics', 'external-metrics/datadogmetric-is-on', 'error', 'HorizontalPodAutoscaler shop/web'),
    yaml: hpa('{ type: External, external: { metric: { name: "datadogmetric@shop:queue" }, target: { type: Value, value: 5 } } }'),
    corrected: hpa('{ type: External, external: { metric: { name: nginx.requests }, target: { type: Value, value: 5 } } }'),
  },
  'an APIService of KEDA in a chart with a namespace': {
    ...found('metrics', 'app/objects-are-unique', 'error', 'APIService shop/v1beta1.external.metrics.k8s.io', true),
    yaml: apiService('v1beta1.external.metrics.k8s.io'),
    corrected: apiService('v1beta1.custom.metrics.k8s.io'),
  },
  'a port of the Agent': {
    ...found('fargate', 'sidecar/port-is-free', 'error', 'thrown'),
    yaml: workload(`{ containers: [${container(', ports: [{ containerPort: 5000 }]')}] }`),
    corrected: workload(`{ containers: [${container(', ports: [{ containerPort: 8080 }]')}] }`),
  },
  'annotations on the workload': {
    ...found('fargate', 'autodiscovery/on-pod-template', 'warning', WEB),
    yaml: app.replace('metadata: { name: web }', 'metadata: { name: web, annotations: { ad.datadoghq.com/web.checks: "{}" } }'),
    corrected: app,
  },
  'an Agent by hand': {
    ...found('fargate', 'sidecar/injected-once', 'error', WEB),
    yaml: workload(`{ containers: [${container()}, ${container(', env: [{ name: DD_EKS_FARGATE, value: "true" }]', 'datadog-agent', 'gcr.io/datadoghq/agent:7')}] }`),
    corrected: app,
  },
  'an account without a token': {
    ...found('fargate', 'sidecar/token-is-mounted', 'error', WEB),
    yaml: workload(`{ serviceAccountName: app, containers: [${container()}] }`) + 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: app }\nautomountServiceAccountToken: false\n',
    corrected: workload(`{ serviceAccountName: app, automountServiceAccountToken: false, containers: [${container()}] }`) + 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: app }\nautomountServiceAccountToken: false\n',
  },
  'an old DaemonSet': {
    ...found('nodes', 'kubernetes/api-is-served', 'error', 'DaemonSet shop/web', true),
    yaml: workload(`{ containers: [${container()}] }`, { kind: 'DaemonSet' }).replace('apps/v1', 'extensions/v1beta1'),
    corrected: workload(`{ containers: [${container()}] }`, { kind: 'DaemonSet' }),
  },
  'the Agent does not fit into the resources of the pod': {
    ...found('fargate', 'sidecar/pod-resources-have-room', 'error', 'thrown'),
    yaml: workload(`{ resources: { requests: { cpu: 300m, memory: 320Mi }, limits: { cpu: 300m, memory: 320Mi } }, containers: [${container()}] }`),
    corrected: workload(`{ resources: { requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 1, memory: 1Gi } }, containers: [${container()}] }`),
  },
  'the Agent may take more memory than the pod': {
    ...found('fargate', 'sidecar/pod-resources-have-room', 'error', 'thrown'),
    yaml: workload('{ resources: { limits: { memory: 200Mi } }, containers: [{ name: web, image: "nginx:1.29" }] }', { kind: 'StatefulSet', spec: 'serviceName: web' }),
    corrected: workload(`{ containers: [${container()}] }`, { kind: 'StatefulSet', spec: 'serviceName: web' }),
  },
  'a required affinity asks for Arm on Fargate': {
    ...found('fargate', 'fargate/no-arm', 'error', 'StatefulSet shop/web'),
    yaml: workload(`{ affinity: ${affinity('kubernetes.io/arch', 'arm64')}, containers: [${container()}] }`, { kind: 'StatefulSet', spec: 'serviceName: web' }),
    corrected: workload(`{ affinity: ${affinity('kubernetes.io/arch', 'amd64')}, containers: [${container()}] }`, { kind: 'StatefulSet', spec: 'serviceName: web' }),
  },
  'a role of the Cluster Agent comes a second time': {
    ...found('metrics', 'app/objects-are-unique', 'error', 'ClusterRole shop/datadog-cluster-agent', true),
    yaml: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: datadog-cluster-agent }\nrules: []\n',
    corrected: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: shop }\nrules: []\n',
  },
  'KEDA measures cpu and a queue beside external metrics': {
    ...found('metrics', 'external-metrics/one-provider', 'warning', 'ScaledObject shop/web'),
    yaml: scaledObject('{ type: cpu, metricType: Utilization, metadata: { value: "50", containerName: web } }, { type: kafka, metadata: {} }'),
    corrected: hpa('{ type: External, external: { metric: { name: nginx.requests }, target: { type: Value, value: 5 } } }'),
  },
  'an init container lost its name': {
    ...found('nodes', 'kubernetes/containers-have-names', 'error', 'Job shop/web', true),
    yaml: job('{ restartPolicy: Never, initContainers: [{ image: "busybox:1.37" }], containers: [' + container() + '] }'),
    corrected: job('{ restartPolicy: Never, initContainers: [{ name: wait, image: "busybox:1.37", ' + RESOURCES + ' }], containers: [' + container() + '] }'),
  },
  'foreign nameservers of a StatefulSet': {
    ...found('fargate', 'sidecar/nameservers-know-services', 'error', 'StatefulSet shop/web'),
    yaml: workload(`{ dnsPolicy: None, dnsConfig: { nameservers: ["2606:4700:4700::1111", 8.8.8.8] }, containers: [${container()}] }`, { kind: 'StatefulSet', spec: 'serviceName: web' }),
    corrected: workload(`{ dnsPolicy: None, dnsConfig: { nameservers: [10.96.0.10] }, containers: [${container()}] }`, { kind: 'StatefulSet', spec: 'serviceName: web' }),
  },
  'a port for traces': {
    ...found('fargate', 'sidecar/port-is-free', 'error', 'thrown'),
    yaml: workload(`{ containers: [${container()}, ${container(', ports: [{ containerPort: 8126, protocol: TCP }]', 'proxy')}] }`),
    corrected: workload(`{ containers: [${container()}, ${container(', ports: [{ containerPort: 9126, protocol: TCP }]', 'proxy')}] }`),
  },
  'tags on a StatefulSet in place of its pods': {
    ...found('fargate', 'autodiscovery/on-pod-template', 'warning', 'StatefulSet shop/web'),
    yaml: workload(`{ containers: [${container()}] }`, { kind: 'StatefulSet', spec: 'serviceName: web' })
      .replace('metadata: { name: web }', 'metadata: { name: web, annotations: { ad.datadoghq.com/tags: \'{"team":"shop"}\' } }'),
    corrected: workload(`{ containers: [${container()}] }`, { kind: 'StatefulSet', spec: 'serviceName: web', annotations: 'ad.datadoghq.com/tags: \'{"team":"shop"}\'' }),
  },
  'an Agent by hand with another name and registry': {
    ...found('fargate', 'sidecar/injected-once', 'error', WEB),
    yaml: workload(`{ containers: [${container()}, ${container(', env: [{ name: DD_EKS_FARGATE, value: "true" }]', 'dd', 'public.ecr.aws/datadog/agent:7.81.1')}] }`),
    corrected: workload(`{ containers: [${container()}, ${container('', 'proxy', 'envoyproxy/envoy:v1.36.0')}] }`),
  },
  'the account of a Job has no token': {
    ...found('fargate', 'sidecar/token-is-mounted', 'error', 'Job shop/web'),
    yaml: job(`{ restartPolicy: Never, serviceAccountName: batch, containers: [${container()}] }`) + 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: batch }\nautomountServiceAccountToken: false\n',
    corrected: job(`{ restartPolicy: Never, serviceAccountName: batch, containers: [${container()}] }`) + 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: batch }\nautomountServiceAccountToken: true\n',
  },
  'an init container on Fargate needs an accelerator': {
    ...found('fargate', 'fargate/no-device', 'error', 'Job shop/web'),
    yaml: job(`{ restartPolicy: Never, initContainers: [{ name: compile, image: "busybox:1.37", resources: { requests: { cpu: 1, memory: 1Gi }, limits: { cpu: 1, memory: 1Gi, aws.amazon.com/neuron: 1 } } }], containers: [${container()}] }`),
    corrected: job(`{ restartPolicy: Never, initContainers: [{ name: compile, image: "busybox:1.37", ${RESOURCES} }], containers: [${container()}] }`),
  },
  'KEDA asks the Cluster Agent for a DatadogMetric that is off': {
    ...found('metrics', 'external-metrics/datadogmetric-is-on', 'error', 'ScaledObject shop/web'),
    yaml: scaledObject('{ type: datadog, metadata: { useClusterAgentProxy: "true", datadogMetricName: queue, datadogMetricNamespace: shop } }'),
    corrected: scaledObject('{ type: datadog, metadata: { useClusterAgentProxy: "true" } }'),
  },
  'an old CronJob': {
    ...found('nodes', 'kubernetes/api-is-served', 'error', 'CronJob shop/web', true),
    yaml: cronJob('batch/v1beta1'),
    corrected: cronJob('batch/v1'),
  },
};

describe.each(Object.entries(CASES))('%s', (_, { on, rule, severity, object, yaml, corrected, plain }) => {
  test('is found', () => {
    expect(clusters[on].findings(yaml, plain)).toContainEqual({ rule, severity, object });
  });

  test('has no finding when it is corrected', () => {
    expect(clusters[on].findings(corrected, plain)).toEqual([]);
  });
});

test('a workload that nobody instruments is found on Fargate alone', () => {
  expect(clusters.fargate.findings(app, true)).toEqual([{ rule: 'sidecar/every-pod-has-an-agent', severity: 'warning', object: WEB }]);
  expect(clusters.nodes.findings(app, true)).toEqual([]);
});

test.each([
  ['a required affinity', `affinity: ${affinity('kubernetes.io/os', 'windows')}`],
  ['a nodeSelector', 'nodeSelector: { kubernetes.io/os: windows }'],
])('pods for Windows by %s are left as they are', (_, choice) => {
  const [windows] = clusters.nodes.instrumented(workload(`{ ${choice}, containers: [${container()}] }`));
  expect(JSON.stringify(windows)).not.toMatch(/DD_|hostPath/);
});

test.each([
  ['DeploymentConfig', 'apps.openshift.io/v1'],
  ['Deployment', 'extensions/v1beta1'],
])('a %s of %s is connected to the Agent of its node', (kind, apiVersion) => {
  const [object] = clusters.openShift.instrumented(app.replace('kind: Deployment', `kind: ${kind}`).replace('apps/v1', apiVersion));
  expect(JSON.stringify(object)).toContain('DD_');
});
