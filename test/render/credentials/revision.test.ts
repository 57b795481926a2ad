import { podTemplateOf } from '../../../src/manifest/pod-template';
import { clusterAgentManifests } from '../../../src/render/cluster-agent/manifests';
import { runnerManifests } from '../../../src/render/cluster-check-runner/manifests';
import { injectSidecar } from '../../../src/render/sidecar/inject';
import { clusterModel, EXISTING } from '../models';

/** The annotation of every pod template that reads the Secret: Cluster Agent, runners, sidecar. */
function annotations(revision?: string, runsToCompletion = false) {
  const model = clusterModel({ credentials: { ...EXISTING, ...revision !== undefined && { revision } } });
  const pods = [...clusterAgentManifests(model), ...runnerManifests(model)].flatMap(manifest => podTemplateOf(manifest) ?? []);
  const web = { metadata: { annotations: { mine: 'stays' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } };
  const sidecar = injectSidecar(web, model, { runsToCompletion, defaultServiceAccount: 'datadog-agent' });
  expect(sidecar.metadata?.annotations?.mine).toBe('stays');
  return [...pods, sidecar].map(({ metadata }) => metadata?.annotations?.['cdk8s-datadog/secret-revision']);
}

test('a revision is on the Cluster Agent, the runners and every sidecar', () => {
  expect(annotations('2026-11-21')).toEqual(['2026-11-21', '2026-11-21', '2026-11-21']);
});

test('without one there is no annotation', () => {
  expect(annotations()).toEqual([undefined, undefined, undefined]);
});

test('a Job has none: its template cannot be changed', () => {
  expect(annotations('2026-11-21', true)).toEqual(['2026-11-21', '2026-11-21', undefined]);
});
