import { delivered, deliveredPart, webhook } from './delivered';
import { DELIVERIES } from '../../../src/facts/deliveries';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { DeliveredCluster } from '../../../src/parts/delivered-cluster';
import { NodeAgentPart } from '../../../src/parts/node-agent-part';
import { helmValues } from '../../../src/render/helm-values/values';
import { datadogAgent } from '../../../src/render/operator/datadog-agent';
import { violationOf } from '../../requirements/violations';
import { clusterModel, EXISTING, SECRET } from '../models';

const off = { enabled: false };
const nodes = (description: Partial<ClusterDescription>) => clusterModel({ platform: { fact: PLATFORMS.eks }, ...description });
const values = (description: Partial<ClusterDescription>) => helmValues(delivered(nodes(description)));
const secret = (change: object) => ({ credentials: { ...EXISTING, secret: { ...SECRET, ...change } } });
const withAppKey = { credentials: { ...EXISTING, source: { kind: 'existing', appKey: true } } } as const;
const externalMetrics = { features: { externalMetrics: { enabled: true } } };
const volume = (name: string, mountPath: string) => ({ volumes: [{ name, emptyDir: {} }], volumeMounts: [{ name, mountPath }] });
const check = (file: string, initConfig: object) => ({ name: 'nginx', file, instances: [{}], initConfig });

describe('what the chart cannot do is refused, with the deliveries that can', () => {
  test.each<readonly [option: string, description: Partial<ClusterDescription>, operator: boolean]>([
    ['credentials (apiKeyKey)', secret({ apiKey: 'key' }), true],
    ['credentials (tokenKey)', secret({ token: 'key' }), true],
    ['credentials (appKeyKey)', { ...secret({ appKey: 'key' }), ...externalMetrics }, true],
    ['tags', { tags: { env: '{{ x }}' } }, true],
    ['clusterCheckRunners.logLevel', { clusterAgent: { logLevel: 'debug' }, clusterCheckRunners: { enabled: true } }, true],
    ['clusterCheckRunners.enabled', { clusterCheckRunners: { enabled: true }, features: { clusterChecks: off } }, false],
    ['clusterAgent.env', { clusterAgent: { env: { DD_X: '' } } }, true],
    ['clusterAgent.env', { clusterAgent: { env: { DD_EXTERNAL_METRICS_AGGREGATOR: 'max' } }, ...externalMetrics, ...withAppKey }, true],
    ['clusterAgent.env', { clusterAgent: { env: { DD_CSI_ENABLED: 'true' } } }, true],
    ['clusterAgent.secretEnv', { tags: { a: 'b' }, clusterAgent: { secretEnv: [{ name: 'DD_TAGS', secretName: 'a', secretKey: 'b' }] } }, true],
    ['clusterCheckRunners.env', { clusterCheckRunners: { enabled: true, env: { DD_X: '' } } }, true],
    ['clusterCheckRunners.env', { clusterCheckRunners: { enabled: true, env: { DD_ENABLE_METADATA_COLLECTION: 'true' } } }, true],
    ['clusterAgent.podAnnotations', { clusterAgent: { podAnnotations: { a: '{{ b }}' } } }, true],
    ['clusterAgent.serviceAccountAnnotations', { clusterAgent: { serviceAccountAnnotations: { a: '{{ b }}' } } }, true],
    ['clusterAgent.affinity', { clusterAgent: { affinity: {} } }, false],
    ['clusterCheckRunners.affinity', { clusterCheckRunners: { enabled: true, affinity: {} } }, false],
    ['clusterAgent.volumes', { clusterAgent: volume('confd', '/more') }, false],
    ['clusterCheckRunners.volumeMounts', { clusterCheckRunners: { enabled: true, ...volume('more', '/etc/datadog-agent/install_info') } }, false],
    ['nodeAgent.minReadySeconds', { nodeAgent: { minReadySeconds: 10 } }, false],
    ['nodeAgent.env', { nodeAgent: { env: { DD_X: '' } } }, true],
    ['nodeAgent.env', { nodeAgent: { env: { DD_STRIP_PROCESS_ARGS: 'true' } } }, true],
    ['nodeAgent.env', { features: { dogstatsd: { originDetection: true } }, nodeAgent: { env: { DD_DOGSTATSD_ORIGIN_DETECTION_CLIENT: 'false' } } }, true],
    ['nodeAgent.podAnnotations', { nodeAgent: { podAnnotations: { a: '{{ b }}' } } }, true],
    ['nodeAgent.volumes', { nodeAgent: volume('s6-run', '/more') }, false],
    ['nodeAgent.volumeMounts', { nodeAgent: volume('more', '/host/proc/') }, false],
    ['nodeAgent.volumeMounts', { features: { logs: { enabled: true } }, nodeAgent: volume('more', '/var/log/pods') }, false],
    ['nodeAgent.checks', { nodeAgent: { checks: [check('a', {}), check('b', { proxy: true })] } }, true],
  ])('%s', (option, description, operator) => {
    const { rule, reason, remedy, link } = violationOf(() => values(description));
    expect(rule).toBe('helm/has-value');
    expect(reason).toContain(`'${option}'`);
    expect(remedy).toContain('the plain manifests (DatadogChart)');
    expect(remedy.includes('the Datadog Operator (DatadogOperatorChart)')).toBe(operator);
    expect(link).toMatch(/^https:\S+$/);
    // Whom the remedy names, that one does take it.
    const byOperator = nodes({ ...description, delivery: DELIVERIES.operator });
    if (operator) expect(() => datadogAgent(delivered(byOperator))).not.toThrow();
  });

  test.each<readonly [string, Partial<ClusterDescription>]>([
    ['filters of containers', { nodeAgent: { env: { DD_CONTAINER_EXCLUDE: 'name:pause', DD_CONTAINER_INCLUDE_LOGS: 'name:web', DD_AC_EXCLUDE: 'name:x' } } }],
    ['another intake', { nodeAgent: { env: { DD_DD_URL: 'https://proxy.example' } }, clusterAgent: { env: { DD_DD_URL: 'https://proxy.example' } } }],
    ['tags of checks and of DogStatsD', { nodeAgent: { env: { DD_CHECKS_TAG_CARDINALITY: 'high', DD_DOGSTATSD_TAGS: 'a:b' } } }],
    ['settings of features that are off', {
      nodeAgent: { env: { DD_PROMETHEUS_SCRAPE_ENABLED: 'false', DD_DOGSTATSD_ORIGIN_DETECTION: 'true' } },
      clusterAgent: { env: { DD_EXTERNAL_METRICS_AGGREGATOR: 'max' } },
    }],
    ['a setting that the chart gives way to', { nodeAgent: { env: { DD_LOGS_CONFIG_AUTO_MULTI_LINE_DETECTION: 'false' } } }],
    ['a setting that the chart has by an older name', { nodeAgent: { env: { DD_PROCESS_CONFIG_PROCESS_DISCOVERY_ENABLED: 'false' } } }],
  ])('what the chart does not write for this cluster goes through: %s', (_, description) => {
    const { agents, clusterAgent } = values(description);
    const named = (env: any[] | undefined) => Object.fromEntries((env ?? []).map(({ name, value }) => [name, value]));
    expect(named(agents.containers.agent.env)).toMatchObject(description.nodeAgent!.env!);
    expect(named(clusterAgent.env)).toMatchObject(description.clusterAgent?.env ?? {});
  });

  test('volumes and paths that the chart has for other clusters alone', () => {
    expect(() => values({ nodeAgent: volume('more', '/lib/modules') })).not.toThrow();
    expect(() => values({ nodeAgent: volume('debugfs', '/sys/kernel/debug') })).not.toThrow();
    expect(violationOf(() => values({ features: { networkMonitoring: { enabled: true } }, nodeAgent: volume('debugfs', '/more') })).reason).toContain("'nodeAgent.volumes'");
  });

  test('and nothing that it does not have to do', () => {
    expect(() => values(secret({ appKey: 'key' }))).not.toThrow();
    expect(() => values({ clusterAgent: { logLevel: 'info' }, clusterCheckRunners: { enabled: true } })).not.toThrow();
    expect(() => values({ nodeAgent: { affinity: {}, env: { DD_MORE: 'x' }, ...volume('more', '/more') } })).not.toThrow();
    expect(() => values({ nodeAgent: { checks: [check('a', {}), check('b', {})] } })).not.toThrow();
    expect(() => values({ tags: { env: '{ x }' } })).not.toThrow();
  });
});

test.each([
  ['app.kubernetes.io/part-of', true],
  ['helm.sh/chart', true],
  ['datadoghq.com/team', false],
  ['app.kubernetes.io/owner', false],
])('a label %s that the chart sets itself: %s', (name, refused) => {
  const make = () => helmValues(delivered(nodes({}), { labels: { [name]: 'a' } }));
  if (!refused) return expect(make()).toMatchObject({ commonLabels: { [name]: 'a' } });
  const { rule, reason, remedy } = violationOf(make);
  expect({ rule, asks: reason.includes("'labels'"), byOperator: remedy.includes('DatadogOperatorChart') }).toEqual({ rule: 'helm/has-value', asks: true, byOperator: false });
});

describe('what constructs add', () => {
  const reasonOf = (part: NodeAgentPart, more: Partial<DeliveredCluster> = {}) =>
    violationOf(() => helmValues({ ...deliveredPart(), nodeParts: [part], ...more })).reason;

  test('an init container that is no script of the image', () => {
    const script = { name: 'a', image: deliveredPart().model.agentImage, command: ['bash', '-c'], args: ['true'] };
    expect(() => helmValues({ ...deliveredPart(), nodeParts: [{ initContainers: [script] }] })).not.toThrow();
    expect(reasonOf({ initContainers: [{ ...script, image: 'busybox' }] })).toContain('an init container is needed that is no script');
    expect(reasonOf({ initContainers: [{ ...script, command: ['sh'] }] })).toContain('an init container is needed that is no script');
    expect(reasonOf({ initContainers: [{ ...script, env: [{ name: 'A', value: 'b' }] }] })).toContain('an init container is needed that is no script');
  });

  test('an env var that the chart sets, or one of a container that is no Agent', () => {
    expect(reasonOf({ env: { agent: [{ name: 'DD_EXPVAR_PORT', value: '1' }] } })).toContain('an env var that the chart sets by itself');
    expect(reasonOf({ env: { every: [{ name: 'DD_CSI_ENABLED', value: '1' }] } })).toContain('an env var that the chart sets by itself');
    expect(reasonOf({ env: { 'init-config': [{ name: 'DD_MORE', value: '1' }] } })).toContain('an env var that the chart sets by itself');
  });

  test('a container that no feature asks for', () => {
    const model = nodes({ features: { apm: off } });
    expect(reasonOf({ containers: ['trace-agent'] }, { model })).toContain('a container that the chart has for features alone');
  });

  test('a quotation mark in what the webhook adds', () => {
    const features = { admissionController: { enabled: true } };
    const quoted = clusterModel({ features, tags: { team: "o'brien" } });
    expect(violationOf(() => helmValues(delivered(quoted, { webhook: webhook(quoted) }))).reason).toContain("'injectAtAdmission'");
    const plain = clusterModel({ features, tags: { team: 'obrien' } });
    expect(() => helmValues(delivered(plain, { webhook: webhook(plain) }))).not.toThrow();
  });
});
