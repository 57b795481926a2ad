import { check, finding, instrumented, object } from '../fixtures';

const RULE = 'sidecar/fits-limit-range';
const range = (...limits: object[]) => object('v1', 'LimitRange', 'shop/limits', { spec: { limits } });
const AGENT = { resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '400m', memory: '256Mi' } } };
const web = instrumented('shop/web', { agent: AGENT });

test.each<[string, object, string]>([
  ['the least of a container', { type: 'Container', min: { cpu: '250m' } }, "the Agent requests less cpu than 'min' of the LimitRange 'limits'"],
  ['the most of a container', { type: 'Container', max: { memory: '200Mi' } }, "the Agent has a limit of more memory than 'max'"],
  ['the ratio', { type: 'Container', maxLimitRequestRatio: { cpu: 1 } }, "the limit of the Agent's cpu is more of its request than 'maxLimitRequestRatio'"],
  ['the most of a pod', { type: 'Pod', max: { cpu: '300m' } }, "with the Agent, the limits of the pod are more cpu than 'max'"],
])('refuses an Agent that breaks %s', (_, limit, reason) => {
  expect(check(RULE, [web, range(limit)])).toEqual([finding(RULE, web, reason)]);
});

test.each<[string, any[]]>([
  ['the Agent keeps it', [web, range({ type: 'Container', min: { cpu: '100m' }, max: { cpu: 1, memory: '1Gi' } }, { type: 'Pod', max: { cpu: 2 } }, { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } })]],
  ['the application breaks it by itself', [instrumented('shop/web', { agent: AGENT, pod: { containers: [{ name: 'web', resources: { limits: { cpu: 4 } } }, { name: 'datadog-agent-injected', ...AGENT }] } }), range({ type: 'Pod', max: { cpu: 2 } })]],
  ['it is that of another namespace', [instrumented('other/web', { agent: AGENT }), range({ type: 'Pod', max: { cpu: '1m' } })]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests)).toEqual([]);
});
