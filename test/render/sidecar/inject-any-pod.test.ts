import * as fc from 'fast-check';
import { anyPodTemplate } from './pods';
import { PodTemplate } from '../../../src/manifest/pod-template';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { byPosition, clusterModel, deepFreeze, leaves } from '../models';

const MODEL = deepFreeze(clusterModel({ tags: { team: 'shop' }, sidecar: { env: { DD_LOG_LEVEL: 'debug' } } }));

function inject(template: PodTemplate, runsToCompletion = false): PodTemplate {
  return injectSidecar(deepFreeze(template), MODEL, { runsToCompletion, defaultServiceAccount: 'datadog-agent' });
}

/** The same pods in every run, so that it passes or fails for everybody. */
function forAnyPod(holds: (template: any) => void) {
  fc.assert(fc.property(anyPodTemplate, holds), { numRuns: 200, seed: 1 });
}

const EVICT = '.metadata.annotations.cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes';
/** What is set whatever the user wrote. */
const OURS = ['.spec.shareProcessNamespace', EVICT];
/** Lists and fields that may be empty or absent before, and get something of ours. */
const GROWS = /^\.(metadata(\.annotations)?|spec\.(volumes|(init)?containers)|spec\.(initContainers|containers)\[\d+\]\.(env|volumeMounts))$/i;

test('whatever the user wrote is still there, at its place', () => {
  forAnyPod(template => {
    const after = leaves(inject(template), byPosition);
    for (const [path, value] of leaves(template, byPosition)) {
      if (OURS.includes(path) || (typeof value === 'object' && GROWS.test(path))) continue;
      expect([path, after.get(path)]).toEqual([path, value]);
    }
  });
});

test('nothing is added but what is documented', () => {
  forAnyPod(template => {
    const { containers, initContainers = [], volumes = [] } = template.spec;
    const agent = containers.length;
    const allowed = [
      ...OURS,
      ...template.spec.serviceAccountName ? [] : ['.spec.serviceAccountName'],
      `.spec.containers[${agent}]`,
      `.spec.volumes[${volumes.length}]`,
      ...template.spec.automountServiceAccountToken === false ? [`.spec.volumes[${volumes.length + 1}]`] : [],
      ...[['containers', containers], ['initContainers', initContainers]].flatMap(([field, list]) => list.flatMap((c: any, at: number) => [
        `.spec.${field}[${at}].env[${c.env?.length ?? 0}]`,
        `.spec.${field}[${at}].env[${(c.env?.length ?? 0) + 1}]`,
        `.spec.${field}[${at}].volumeMounts[${c.volumeMounts?.length ?? 0}]`,
      ])),
    ];
    const before = leaves(template, byPosition);
    const added = [...leaves(inject(template), byPosition).keys()].filter(path => !before.has(path));
    expect(added.filter(path => !allowed.some(prefix => path === prefix || path.startsWith(`${prefix}.`)))).toEqual([]);
  });
});

test('the volumes that the user lets be evicted stay in the annotation, and ours is appended', () => {
  forAnyPod(template => {
    const name = EVICT.replace('.metadata.annotations.', '');
    const theirs = template.metadata.annotations?.[name];
    expect(inject(template).metadata!.annotations![name]).toBe(theirs ? `${theirs},ddsockets` : 'ddsockets');
  });
});

test('an env var that the user wrote wins, and every container has both exactly once', () => {
  forAnyPod(template => {
    const injected = inject(template).spec;
    const before = [...template.spec.initContainers ?? [], ...template.spec.containers];
    const after = [...injected.initContainers ?? [], ...injected.containers.slice(0, -1)];
    expect(after.map(c => c.name)).toEqual(before.map(c => c.name));
    after.forEach((container, at) => {
      for (const [name, socket] of [['DD_TRACE_AGENT_URL', 'apm.socket'], ['DD_DOGSTATSD_URL', 'dsd.socket']]) {
        const theirs = before[at].env?.find((e: any) => e.name === name);
        expect(container.env!.filter(e => e.name === name)).toEqual([theirs ?? { name, value: `unix:///var/run/datadog/${socket}` }]);
      }
    });
  });
});

test.each([false, true])('twice is once (pods that end: %s)', ends => {
  forAnyPod(template => {
    const once = inject(template, ends);
    expect(inject(once, ends)).toBe(once);
    // Also when it comes back from text with its fields in another order, as YAML does.
    const { spec, ...rest } = JSON.parse(JSON.stringify(once));
    const reread = { ...rest, spec: { ...spec, containers: spec.containers.map((c: object) => Object.fromEntries(Object.entries(c).reverse())) } };
    expect(inject(reread, ends)).toEqual(once);
  });
});

test('no field is undefined, so none becomes null in YAML', () => {
  forAnyPod(template => {
    expect([...leaves(inject(template)).entries()].filter(([, value]) => value === undefined)).toEqual([]);
  });
});

test('no object is shared between two places, which YAML would write as an anchor', () => {
  forAnyPod(template => {
    const { spec: { containers, initContainers = [] } } = inject(template);
    const ours = [...initContainers, ...containers].flatMap(c => [...c.env!.slice(-1), c.volumeMounts!.at(-1)!]);
    expect(new Set(ours).size).toBe(ours.length);
    const { requests, limits } = containers.at(-1)!.resources!;
    expect(requests).not.toBe(limits);
  });
});
