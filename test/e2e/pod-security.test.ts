import { isStricter, tell, withoutAgent } from '../../e2e/pod-security';

const mount = (name: string) => ({ name, mountPath: `/${name}` });
const AGENT = { name: 'datadog-agent-injected', image: 'agent:7', volumeMounts: [mount('sockets'), mount('token')] };

test('a pod is told with what keeps it from the next stricter level', () => {
  expect(tell({ level: 'baseline', because: ['seccompProfile', 'runAsNonRoot != true'] })).toBe('baseline (seccompProfile, runAsNonRoot != true)');
  expect(tell({ level: 'restricted', because: [] })).toBe('restricted');
});

test('the levels have an order', () => {
  expect(isStricter('restricted', 'baseline')).toBe(true);
  expect(isStricter('baseline', 'privileged')).toBe(true);
  expect(isStricter('baseline', 'baseline')).toBe(false);
  expect(isStricter('privileged', 'restricted')).toBe(false);
});

describe('the pod before the Agent came', () => {
  const web = { name: 'web', volumeMounts: [mount('data'), mount('sockets')] };
  const volumes = [{ name: 'data' }, { name: 'sockets' }, { name: 'token' }];
  const expected = { containers: [{ name: 'web', volumeMounts: [mount('data')] }], initContainers: [], volumes: [{ name: 'data' }] };

  test('has neither its container nor the volumes of that', () => {
    const template = { spec: { containers: [web, AGENT], volumes } };
    expect(withoutAgent(template)?.spec).toEqual(expected);
    expect(template.spec.containers).toHaveLength(2);
  });

  test('where it is a native sidecar, too', () => {
    expect(withoutAgent({ spec: { containers: [web], initContainers: [AGENT], volumes } })?.spec).toEqual(expected);
  });

  test('is not asked for where there is no Agent', () => {
    expect(withoutAgent({ spec: { containers: [web] } })).toBeUndefined();
  });
});
