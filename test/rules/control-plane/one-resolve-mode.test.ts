import { check, finding } from '../fixtures';
import { clusterAgent, endpoints } from './agents';

const RULE = 'control-plane/one-resolve-mode';
const files = (first?: string, second?: string, name = 'kube-controllers') => clusterAgent({
  'kube_scheduler.d/kube_scheduler.yaml': endpoints('kube-system', 'kube-controllers', [{}], first),
  'kube_controller_manager.d/kube_controller_manager.yaml': endpoints('kube-system', name, [{}], second),
});

test.each([['ip', 'ip'], [undefined, undefined], ['auto', undefined]])('%s and %s are alike', (first, second) => {
  expect(check(RULE, files(first, second))).toEqual([]);
});

test('two modes of one Service', () => {
  const [agent, configMap] = files('ip');
  expect(check(RULE, [agent, configMap])).toEqual([finding(RULE, configMap,
    "the check 'kube_scheduler' of kube-system/kube-controllers has 'resolve: ip' and the check 'kube_controller_manager' has 'resolve: auto'")]);
});

test('two Services may differ', () => {
  expect(check(RULE, files('ip', undefined, 'other'))).toEqual([]);
});
