import { ApiObject, App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { outcomeOf } from './outcome';
import { runs } from './settings';
import { ODD_TEXTS, ODD_VALUES } from './values';
import { DatadogChart, Platform } from '../../src';
import { externalSecrets } from '../datadog-chart/program';
import { readYaml } from '../read-yaml';
import { byPosition, leaves } from '../render/models';
import { anyPodTemplate } from '../render/sidecar/pods';

beforeEach(() => { jest.spyOn(process.stderr, 'write').mockReturnValue(true); });

const META = { metadata: { name: 'web' } };
const SELECTED = { selector: { matchLabels: { app: 'web' } } };

/** A workload of each kind around a pod, and where its pod is. */
const WORKLOADS: { readonly [kind: string]: { readonly make: (template: any) => any; readonly at: string } } = {
  Pod: { make: ({ metadata, spec }) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name: 'web' }, spec }), at: '' },
  Deployment: { make: template => ({ apiVersion: 'apps/v1', kind: 'Deployment', ...META, spec: { ...SELECTED, template } }), at: '.spec.template' },
  ReplicaSet: { make: template => ({ apiVersion: 'apps/v1', kind: 'ReplicaSet', ...META, spec: { ...SELECTED, template } }), at: '.spec.template' },
  StatefulSet: { make: template => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', ...META, spec: { ...SELECTED, template } }), at: '.spec.template' },
  DaemonSet: { make: template => ({ apiVersion: 'apps/v1', kind: 'DaemonSet', ...META, spec: { ...SELECTED, template } }), at: '.spec.template' },
  Job: { make: template => ({ apiVersion: 'batch/v1', kind: 'Job', ...META, spec: { template } }), at: '.spec.template' },
  CronJob: {
    make: template => ({ apiVersion: 'batch/v1', kind: 'CronJob', ...META, spec: { schedule: '@daily', jobTemplate: { spec: { template } } } }),
    at: '.spec.jobTemplate.spec.template',
  },
  Rollout: { make: template => ({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', ...META, spec: { ...SELECTED, template } }), at: '.spec.template' },
};

const PLATFORMS = [
  Platform.eksFargate(), Platform.kubeadm(), Platform.openShift4(),
  Platform.eks({ fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop' }] }] }),
];

/** Set whatever was written. */
const OURS = /\.shareProcessNamespace$|\.metadata\.annotations\.cluster-autoscaler\.kubernetes\.io\/safe-to-evict-local-volumes$/;

function appWith(manifest: any, platform?: Platform): App {
  const app = new App();
  new ApiObject(new Chart(app, 'shop', { namespace: 'shop' }), 'web', manifest);
  if (platform) new DatadogChart(app, 'datadog', { platform, clusterName: 'prod', credentials: externalSecrets() }).instrument(app);
  return app;
}

/** The workload as cdk8s writes it without us; nothing where cdk8s cannot. */
function writtenWithoutUs(manifest: any): any {
  try {
    return readYaml(appWith(manifest).synthYaml())[0];
  } catch {
    return undefined;
  }
}

/** Runs one app with us and holds it to leaving alone what was written. */
function holds(kind: string, template: any, platform: Platform): 'manifests' | 'errors' | 'not cdk8s' {
  const { make, at } = WORKLOADS[kind];
  const before = writtenWithoutUs(make(template));
  if (before === undefined) return 'not cdk8s';
  const { rules, manifests } = outcomeOf(() => appWith(make(template), platform));
  if (rules.length > 0) return 'errors';
  const after = manifests.find(m => m.kind === kind && m.metadata?.name === 'web');
  const [was, is] = [leaves(before, byPosition), leaves(after, byPosition)];
  for (const [path, value] of was) {
    if (typeof value === 'object' || OURS.test(path)) continue;
    expect([path, is.get(path)]).toEqual([path, value]);
  }
  const added = [...is.keys()].filter(path => !was.has(path) && !path.startsWith(`${at}.spec`) && !path.startsWith(`${at}.metadata`));
  expect(added).toEqual([]);
  return 'manifests';
}

/** Paths of everything in a value. */
function pathsOf(value: any, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, v]) => pathsOf(v, [...path, key]))];
}

function replaced(value: any, [key, ...rest]: readonly string[], by: unknown): any {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

// cdk8s serializes no object without a prototype, and fast-check makes such.
const anyTemplate = anyPodTemplate.map(template => JSON.parse(JSON.stringify(template)));
const kindOf = fc.constantFrom(...Object.keys(WORKLOADS));
const platformOf = fc.constantFrom(...PLATFORMS);

test('any pod in any workload on any platform: what was written is still there, or a rule says why not', () => {
  const counted = { 'manifests': 0, 'errors': 0, 'not cdk8s': 0 };
  fc.assert(fc.property(kindOf, anyTemplate, platformOf, (kind, template, platform) => { counted[holds(kind, template, platform)]++; }), runs(40));
  expect(counted.manifests).toBeGreaterThan(0);
  expect(counted['not cdk8s']).toBe(0);
}, 3_600_000);

test('one place of a pod has something that nobody expects', () => {
  const odd = fc.oneof(
    fc.constantFrom(...ODD_VALUES),
    fc.constantFrom(...ODD_TEXTS).map(text => ({ what: JSON.stringify(text), make: (): unknown => text })),
  );
  fc.assert(fc.property(kindOf, anyTemplate, platformOf, fc.nat(), odd, (kind, template, platform, at, { make }) => {
    const paths = pathsOf(template).slice(1);
    holds(kind, replaced(template, paths[at % paths.length], make()), platform);
  }), runs(50));
}, 3_600_000);

test.each(['Pod', 'Deployment', 'CronJob'])('a thousand containers in a %s', kind => {
  const containers = Array.from({ length: 1000 }, (_, at) => ({ name: `c${at}`, image: 'web:1' }));
  for (const platform of PLATFORMS.slice(0, 2)) expect(['manifests', 'errors']).toContain(holds(kind, { metadata: { labels: { app: 'web' } }, spec: { containers } }, platform));
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'on', '1e3', '007'])('the key %s in labels, annotations and selectors stays as it is', key => {
  const labels = JSON.parse(`{"${key}": "${key}", "app": "web"}`);
  const template = { metadata: { labels, annotations: labels }, spec: { containers: [{ name: 'web', image: 'web:1' }], nodeSelector: labels } };
  // cdk8s itself cannot write an object that has a `constructor` of its own.
  const expected = key === 'constructor' ? ['not cdk8s'] : ['manifests', 'errors'];
  for (const kind of Object.keys(WORKLOADS)) expect(expected).toContain(holds(kind, template, Platform.kubeadm()));
});

test.each([63, 253])('names of %i characters', length => {
  const name = 'a'.repeat(length);
  const spec = { containers: [{ name: name.slice(0, 63), image: 'web:1' }], serviceAccountName: name, volumes: [{ name: name.slice(0, 63), emptyDir: {} }] };
  expect(holds('Deployment', { metadata: { labels: { app: 'web' } }, spec }, Platform.eksFargate())).toBe('manifests');
});
