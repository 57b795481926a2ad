import { delivered, deliveredPart, webhook } from './delivered';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { ClusterDescription } from '../../../src/model/cluster-description';
import { DeliveredCluster } from '../../../src/render/deliveries/delivered-cluster';
import { helmValues } from '../../../src/render/helm-values/values';
import { NodeAgentPart } from '../../../src/render/node-agent/part';
import { violationOf } from '../../requirements/violations';
import { clusterModel, EXISTING, SECRET } from '../models';

const off = { enabled: false };
const nodes = (description: Partial<ClusterDescription>) => clusterModel({ platform: { fact: PLATFORMS.eks }, ...description });
const values = (description: Partial<ClusterDescription>) => helmValues(delivered(nodes(description)));
const secret = (change: object) => ({ credentials: { ...EXISTING, secret: { ...SECRET, ...change } } });
const externalMetrics = { features: { externalMetrics: { enabled: true } } };
const volume = (name: string, mountPath: string) => ({ volumes: [{ name, emptyDir: {} }], volumeMounts: [{ name, mountPath }] });
const check = (file: string, initConfig: object) => ({ name: 'nginx', file, instances: [{}], initConfig });

describe('what the chart cannot do is refused, with the deliveries that can', () => {
  test.each<readonly [option: string, description: Partial<ClusterDescription>, operator: boolean]>([
    ['credentials (apiKeyKey)', secret({ apiKey: 'key' }), true],
    ['credentials (tokenKey)', secret({ token: 'key' }), true],
    ['credentials (appKeyKey)', { ...secret({ appKey: 'key' }), ...externalMetrics }, true],
    ['tags', { tags: { env: '{{ x }}' } }, true],
    ['features.remoteConfiguration', { features: { remoteConfiguration: { enabled: true } } }, true],
    ['clusterCheckRunners.logLevel', { clusterAgent: { logLevel: 'debug' }, clusterCheckRunners: { enabled: true } }, false],
    ['clusterCheckRunners.enabled', { clusterCheckRunners: { enabled: true }, features: { clusterChecks: off } }, false],
    ['clusterAgent.env', { clusterAgent: { env: { DD_X: '' } } }, false],
    ['clusterAgent.env', { clusterAgent: { env: { DD_EXTERNAL_METRICS_AGGREGATOR: 'max' } } }, false],
    ['clusterAgent.secretEnv', { clusterAgent: { secretEnv: [{ name: 'DD_TAGS', secretName: 'a', secretKey: 'b' }] } }, false],
    ['clusterCheckRunners.env', { clusterCheckRunners: { enabled: true, env: { DD_X: '' } } }, false],
    ['clusterCheckRunners.env', { clusterCheckRunners: { enabled: true, env: { DD_ENABLE_METADATA_COLLECTION: 'true' } } }, false],
    ['clusterAgent.podAnnotations', { clusterAgent: { podAnnotations: { a: '{{ b }}' } } }, false],
    ['clusterAgent.serviceAccountAnnotations', { clusterAgent: { serviceAccountAnnotations: { a: '{{ b }}' } } }, false],
    ['clusterAgent.affinity', { clusterAgent: { affinity: {} } }, false],
    ['clusterCheckRunners.affinity', { clusterCheckRunners: { enabled: true, affinity: {} } }, false],
    ['clusterAgent.volumes', { clusterAgent: volume('confd', '/more') }, false],
    ['clusterCheckRunners.volumeMounts', { clusterCheckRunners: { enabled: true, ...volume('more', '/etc/datadog-agent/install_info') } }, false],
    ['nodeAgent.minReadySeconds', { nodeAgent: { minReadySeconds: 10 } }, false],
    ['nodeAgent.env', { nodeAgent: { env: { DD_X: '' } } }, false],
    ['nodeAgent.env', { nodeAgent: { env: { DD_STRIP_PROCESS_ARGS: 'true' } } }, false],
    ['nodeAgent.env', { nodeAgent: { env: { DD_DOGSTATSD_ORIGIN_DETECTION: 'true' } } }, false],
    ['nodeAgent.podAnnotations', { nodeAgent: { podAnnotations: { a: '{{ b }}' } } }, false],
    ['nodeAgent.volumes', { nodeAgent: volume('s6-run', '/more') }, false],
    ['nodeAgent.volumeMounts', { nodeAgent: volume('more', '/lib/modules/') }, false],
    ['nodeAgent.checks', { nodeAgent: { checks: [check('a', {}), check('b', { proxy: true })] } }, false],
  ])('%s', (option, description, operator) => {
    const { rule, reason, remedy, link } = violationOf(() => values(description));
    expect(rule).toBe('helm/has-value');
    expect(reason).toContain(`'${option}'`);
    expect(remedy).toContain('the plain manifests (DatadogChart)');
    expect(remedy.includes('the Datadog Operator (DatadogOperatorChart)')).toBe(operator);
    expect(link).toMatch(/^https:\S+$/);
  });

  test('and nothing that it does not have to do', () => {
    expect(() => values(secret({ appKey: 'key' }))).not.toThrow();
    expect(() => values({ clusterAgent: { logLevel: 'info' }, clusterCheckRunners: { enabled: true } })).not.toThrow();
    expect(() => values({ nodeAgent: { affinity: {}, env: { DD_MORE: 'x' }, ...volume('more', '/more') } })).not.toThrow();
    expect(() => values({ nodeAgent: { checks: [check('a', {}), check('b', {})] } })).not.toThrow();
    expect(() => values({ tags: { env: '{ x }' } })).not.toThrow();
  });
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
