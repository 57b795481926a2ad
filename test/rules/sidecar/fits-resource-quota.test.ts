import { agent, APP, check, finding, instrumented, job, object } from '../fixtures';

const RULE = 'sidecar/fits-resource-quota';
const quota = (hard: object, spec: object = {}) => object('v1', 'ResourceQuota', 'shop/quota', { spec: { hard, ...spec } });
const web = (replicas?: number) => {
  const manifest = instrumented('shop/web');
  return { ...manifest, spec: { ...manifest.spec, ...replicas !== undefined && { replicas } } };
};

test.each<[string, any]>([
  ['of requests', { 'requests.cpu': '700m' }],
  ['by its short name', { memory: '800Mi' }],
])('warns of a quota %s that the Agents alone go beyond', (_, hard) => {
  expect(check(RULE, [web(2), quota(hard)])).toEqual([finding(RULE, quota(hard), 'of the workloads of the app in this namespace is within the quota without their Agents')]);
});

test.each<[string, any[]]>([
  ['there is room', [web(), quota({ 'requests.cpu': '400m', 'pods': '1', 'limits.cpu': '1' })]],
  ['the applications are beyond it by themselves', [web(3), quota({ cpu: '500m' })]],
  ['it is for some pods alone', [web(2), quota({ cpu: '700m' }, { scopes: ['BestEffort'] })]],
  ['Jobs run one after the other', [web(), job('shop/night', { containers: [APP, agent()] }), quota({ cpu: '400m' })]],
  ['no pod has an Agent', [quota({ cpu: '1m' })]],
])('is content where %s', (_, manifests) => {
  expect(check(RULE, manifests)).toEqual([]);
});
