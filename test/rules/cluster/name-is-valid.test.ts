import { check, finding, instrumented } from '../fixtures';

const RULE = 'cluster/name-is-valid';

function named(name: unknown) {
  return instrumented('shop/web', { env: { DD_CLUSTER_NAME: name } });
}

test('a name that the Agent takes', () => {
  expect(check(RULE, [named('prod-tokyo.eu_1')])).toEqual([]);
});

test('a name that it ignores is told once for a pod', () => {
  const web = named('Prod Tokyo');
  web.spec.template.spec.containers.push(web.spec.template.spec.containers[1]);
  expect(check(RULE, [web])).toEqual([finding(RULE, web, "ignores the cluster name 'Prod Tokyo'")]);
});

test('older Agents take fewer names', () => {
  const name = named('prod_tokyo');
  expect(check(RULE, [name], { agentVersion: '7.78.0' })).toEqual([]);
  expect(check(RULE, [name], { agentVersion: '7.77.3' })).toEqual([finding(RULE, name, 'the Agent 7.77.3 ignores')]);
});

test.each(['', '$(NAME)', { configMapKeyRef: { name: 'cluster', key: 'name' } }])('%j is not known here', value => {
  expect(check(RULE, [named(value)])).toEqual([]);
});
