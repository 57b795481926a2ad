import { DELIVERIES } from '../../src/facts/deliveries';
import { PLATFORMS } from '../../src/facts/platforms/platforms';
import { helmValues } from '../../src/render/helm-values/values';
import { datadogAgent } from '../../src/render/operator/datadog-agent';
import { delivered } from '../render/helm-values/delivered';
import { clusterModel } from '../render/models';
import { nodeAgents } from '../render/node-agent/node-agents';

const given = (enabled: boolean) => ({ platform: { fact: PLATFORMS.eks }, features: { logs: { enabled } } });
const to = (id: keyof typeof DELIVERIES, enabled: boolean) => delivered(clusterModel({ ...given(enabled), delivery: DELIVERIES[id] }));
const NAME = 'DD_LOGS_ENABLED';

interface WithEnv {
  readonly env?: ReadonlyArray<{ readonly name: string; readonly value?: string }>;
}

/** The containers that have the env var, with its value. */
function holders(containers: { readonly [name: string]: WithEnv }): object {
  return Object.fromEntries(Object.entries(containers).flatMap(([name, { env = [] }]) => env.filter(e => e.name === NAME).map(e => [name, e.value])));
}

// The example of docs/peers.md.
test.each([
  [true, { 'agent': 'true', 'trace-agent': 'true' }, { 'trace-agent': 'true' }],
  [false, { agent: 'false' }, { agent: 'false' }],
])('with logs %s, the Operator is given the env vars that it does not write, and the chart none', (on, plain, operator) => {
  const { pod } = nodeAgents(given(on));
  expect(holders(Object.fromEntries(pod.containers.map((container: any) => [container.name, container])))).toEqual(plain);
  const { features, override } = datadogAgent(to('operator', on)).spec;
  expect([features.logCollection.enabled, holders(override.nodeAgent.containers)]).toEqual([on, operator]);
  const { datadog, agents } = helmValues(to('helm', on)) as any;
  expect([datadog.logs.enabled, holders(agents.containers)]).toEqual([on, {}]);
});
