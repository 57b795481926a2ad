import { delivered } from './full-models';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { datadogAgent } from '../../../src/render/operator/datadog-agent';
import { fullDescription, LITERAL_VALUES } from '../helm-values/full-models';
import { clusterModel, deepFreeze } from '../models';

test.each(Object.entries(PLATFORMS))('%s renders, without what its Kubernetes does not know', (_, fact) => {
  const { spec } = datadogAgent(delivered({ platform: { fact } })) as any;
  expect(spec.override.nodeAgent.disabled).toBe(fact.nodes ? undefined : true);
  expect(JSON.stringify(spec).includes('seccompProfile')).toBe(fact.id !== 'openshift-3' && fact.id !== 'rke-legacy');
});

test('values of literal credentials are not in it, nothing is shared, and the model stays as it is', () => {
  const model = deepFreeze(clusterModel(fullDescription({ source: { kind: 'literal', values: () => LITERAL_VALUES } })));
  const render = () => JSON.stringify(datadogAgent({ model, nodeParts: [], runnerParts: [], labels: {} }));
  expect(Object.values(LITERAL_VALUES).filter(secret => render().includes(secret))).toEqual([]);
  expect(render()).toBe(render());
});
