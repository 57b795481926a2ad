import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { REMOVED_APIS } from '../../../src/facts/removed-apis';
import { check, finding, FARGATE, object, OPENSHIFT, remedies } from '../fixtures';

const RULE = 'kubernetes/api-is-served';
const daemonSet = object('extensions/v1beta1', 'DaemonSet', 'datadog/agent');
const of = ({ apiVersion, kinds = ['Role'] }: { apiVersion: string; kinds?: readonly string[] }) => object(apiVersion, kinds[0], 'shop/a');

test('refuses a DaemonSet of extensions/v1beta1 where no Kubernetes of the platform serves it', () => {
  expect(check(RULE, [daemonSet])).toEqual([finding(RULE, daemonSet, "its apiVersion is 'extensions/v1beta1', which Kubernetes has not served for a DaemonSet since 1.16")]);
  expect(remedies(RULE, [daemonSet])).toEqual(["Write apps/v1, which asks for a 'selector' as well"]);
});

test.each(REMOVED_APIS)('refuses $apiVersion from $removedIn on, and accepts it before', row => {
  const [major, minor] = row.removedIn.split('.').map(Number);
  expect(check(RULE, [of(row)], { kubernetesVersion: row.removedIn })).toHaveLength(1);
  expect(check(RULE, [of(row)], { kubernetesVersion: `${major}.${minor - 1}` })).toEqual([]);
});

test('accepts what the cluster may serve still', () => {
  expect(check(RULE, [daemonSet], { platform: PLATFORMS.openShift3 })).toEqual([]);
  expect(check(RULE, [object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop/a')], FARGATE)).toEqual([]);
  expect(check(RULE, [object('extensions/v1beta1', 'Custom', 'shop/a'), object('batch/v1beta1', 'Job', 'shop/a')], OPENSHIFT)).toEqual([]);
});

test('says nothing where neither the platform nor the version is known', () => {
  expect(check(RULE, [daemonSet], {})).toEqual([]);
});
