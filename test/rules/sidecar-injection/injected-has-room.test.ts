import { APP, check, deployment, FARGATE, finding, remedies } from '../fixtures';

const RULE = 'sidecar-injection/injected-has-room';
const CONTAINER = { ...APP, resources: { requests: { cpu: '400m', memory: '400Mi' }, limits: { cpu: '400m', memory: '400Mi' } } };
const web = (resources?: object, labels: object = { team: 'shop' }) => deployment('shop/web', { ...resources && { resources }, containers: [CONTAINER] }, labels as any);

function by(webhook: boolean, kubernetesVersion?: string) {
  const match = { groups: [{ namespaces: ['shop'], labels: { team: 'shop' } }] };
  return { ...FARGATE, ...kubernetesVersion && { kubernetesVersion }, sidecarInjections: [{ name: 'coredns', webhook, match, resources: { cpu: '200m', memory: '256Mi' } }] };
}

const TIGHT = { requests: { cpu: '500m', memory: '1Gi' } };
const WIDE = { requests: { cpu: '2', memory: '2Gi' }, limits: { cpu: '2', memory: '2Gi' } };

describe('a policy', () => {
  test.each([['without room', TIGHT], ['with room', WIDE]])('leaves out a pod with resources as a whole, %s', (_, resources) => {
    expect(check(RULE, [web(resources)], by(false))).toEqual([finding(RULE, web(resources), "the injection 'coredns' chooses its pods and leaves out every pod with 'spec.resources'")]);
  });

  test('says nothing of pods that it does not choose, that have none, or on a Kubernetes that takes them off', () => {
    expect(check(RULE, [web(TIGHT, { team: 'pay' })], by(false))).toEqual([]);
    expect(check(RULE, [web(), web({})], by(false))).toEqual([]);
    expect(check(RULE, [web(TIGHT)], by(false, '1.33'))).toEqual([]);
    expect(check(RULE, [web(TIGHT)])).toEqual([]);
  });
});

describe("Datadog's webhook", () => {
  test('makes a pod that the API server refuses', () => {
    expect(check(RULE, [web(TIGHT)], by(true))).toEqual([finding(RULE, web(TIGHT), "the containers need 600m, where 'spec.resources.requests.cpu' of the pod is 500m: the API server refuses the pod")]);
    expect(remedies(RULE, [web(TIGHT)], by(true))).toEqual([expect.stringMatching(/^Set 'spec\.resources\.requests\.cpu' to 600m or more\. /)]);
  });

  test('makes one where the requests of the pod were filled in before', () => {
    const limited = web({ limits: { cpu: '2', memory: '2Gi' } });
    expect(check(RULE, [limited], by(true))).toEqual([finding(RULE, limited, "where 'spec.resources.requests.cpu' of the pod is what they needed before")]);
  });

  test('makes a good one where there is room', () => {
    expect(check(RULE, [web(WIDE)], by(true))).toEqual([]);
  });
});
