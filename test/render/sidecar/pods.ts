import * as fc from 'fast-check';
import { PodTemplate } from '../../../src/manifest/pod-template';

const LINK_TARGETS = ['DD_TRACE_AGENT_URL', 'DD_DOGSTATSD_URL'];

const text = fc.string({ maxLength: 12 });
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const quantity = fc.constantFrom('100m', '1', '128Mi', '2Gi');
const port = fc.constantFrom<number | string>(8080, 9090, 'http');
const optional = <T>(record: { [key: string]: fc.Arbitrary<any> }, requiredKeys: string[] = []): fc.Arbitrary<T> =>
  fc.record(record, { requiredKeys }) as fc.Arbitrary<T>;

const env = fc.uniqueArray(fc.oneof(
  fc.record({ name: fc.oneof(name, fc.constantFrom('LOG_LEVEL', ...LINK_TARGETS)), value: text }),
  fc.record({ name, valueFrom: fc.record({ fieldRef: fc.record({ fieldPath: fc.constant('metadata.name') }) }) }),
), { selector: e => e.name, maxLength: 4 });

const probe = optional({
  httpGet: fc.record({ path: text, port }),
  periodSeconds: fc.nat(60),
  terminationGracePeriodSeconds: fc.nat(60),
});

const container = optional<any>({
  name,
  image: text,
  command: fc.array(text, { maxLength: 2 }),
  env,
  envFrom: fc.constant([{ configMapRef: { name: 'settings' } }]),
  ports: fc.array(fc.record({ containerPort: fc.constantFrom(80, 8080, 9090) }), { maxLength: 2 }),
  volumeMounts: fc.uniqueArray(
    fc.record({ name, mountPath: fc.constantFrom('/data', '/tmp', '/var/run', '/var/run/datadog-not') }),
    { selector: m => m.mountPath, maxLength: 3 },
  ),
  livenessProbe: probe,
  startupProbe: probe,
  resources: optional({ requests: fc.dictionary(fc.constantFrom('cpu', 'memory'), quantity), limits: fc.dictionary(fc.constant('cpu'), quantity) }),
  securityContext: optional({ runAsUser: fc.nat(5000), readOnlyRootFilesystem: fc.boolean(), capabilities: fc.constant({ add: ['NET_BIND_SERVICE'] }) }),
  restartPolicy: fc.constantFrom('Always'),
  fieldOfTheFuture: fc.constant({ depth: [1, { of: 'field' }] }),
}, ['name', 'image']);

const containers = (minLength: number) => fc.uniqueArray(container, { selector: c => c.name, minLength, maxLength: 3 });

/** Pods as users write them, with room for an Agent. */
export const anyPodTemplate: fc.Arbitrary<PodTemplate> = fc.record({
  metadata: optional({
    labels: fc.dictionary(name, text, { maxKeys: 2 }),
    annotations: fc.dictionary(fc.oneof(name, fc.constant('cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes')), name, { maxKeys: 2 }),
    finalizers: fc.constant(['shop/keep']),
  }),
  spec: optional({
    containers: containers(1),
    initContainers: containers(0),
    volumes: fc.uniqueArray(fc.record({ name, emptyDir: fc.constant({}) }), { selector: v => v.name, maxLength: 3 }),
    serviceAccountName: name,
    serviceAccount: name,
    automountServiceAccountToken: fc.boolean(),
    shareProcessNamespace: fc.boolean(),
    securityContext: optional({ runAsNonRoot: fc.boolean(), fsGroup: fc.nat(5000) }),
    restartPolicy: fc.constantFrom('Always', 'Never', 'OnFailure'),
    nodeSelector: fc.dictionary(name, text, { maxKeys: 2 }),
    tolerations: fc.constant([{ operator: 'Exists' }]),
    terminationGracePeriodSeconds: fc.nat(600),
    topologySpreadConstraints: fc.constant([{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }]),
    fieldOfTheFuture: fc.constant({ depth: [1, { of: 'field' }] }),
  }, ['containers']),
}) as fc.Arbitrary<PodTemplate>;
