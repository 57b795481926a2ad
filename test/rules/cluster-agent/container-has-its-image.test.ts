import { check, deployment, finding, instrumented, nodeAgent } from '../fixtures';

const RULE = 'cluster-agent/container-has-its-image';
const datadogs = (component: string, name: string, image: string, more: object[] = []) =>
  deployment('datadog/x', { containers: [{ name, image }, ...more] }, { 'agent.datadoghq.com/component': component });

test.each<[string, any, string]>([
  ['the Cluster Agent with the image of the Agent', datadogs('cluster-agent', 'cluster-agent', 'registry.datadoghq.com/agent:7.81.1'), "the container 'cluster-agent' starts the Cluster Agent, and its image 'registry.datadoghq.com/agent:7.81.1' is that of the Agent"],
  ['a Cluster Agent of another name, from a mirror', datadogs('cluster-agent', 'dca', 'acme.example/mirror/agent@sha256:00'), 'is that of the Agent'],
  ['a runner with the image of the Cluster Agent', datadogs('cluster-checks-runner', 'agent', 'gcr.io/datadoghq/cluster-agent:7.81.1'), "the container 'agent' starts the Agent"],
  ['a trace-agent with the image of the Cluster Agent', nodeAgent('datadog/x', { containers: [{ name: 'agent', image: 'datadog/agent:7' }, { name: 'trace-agent', image: 'datadog/cluster-agent:7' }] }), "the container 'trace-agent'"],
  ['a sidecar with the image of the Cluster Agent', instrumented('shop/web', { agent: { image: 'registry.acme.com:5000/cluster-agent' } }), "the container 'datadog-agent-injected'"],
])('finds %s', (_, manifest, reason) => {
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, reason)]);
});

test.each<[string, any]>([
  ['the right images', datadogs('cluster-agent', 'cluster-agent', 'registry.datadoghq.com/cluster-agent:7.81.1')],
  ['an image of the user', datadogs('cluster-agent', 'cluster-agent', 'registry.acme.com/our-dca:1')],
  ['another container beside the Cluster Agent', datadogs('cluster-agent', 'cluster-agent', 'datadog/cluster-agent:7', [{ name: 'helper', image: 'datadog/agent:7' }])],
  ['an application that is called agent', deployment('shop/x', { containers: [{ name: 'agent', image: 'acme/cluster-agent:1' }] })],
])('is content with %s', (_, manifest) => {
  expect(check(RULE, [manifest])).toEqual([]);
});
