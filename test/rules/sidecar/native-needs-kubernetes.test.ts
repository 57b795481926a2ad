import { APP, check, deployment, finding } from '../fixtures';

const RULE = 'sidecar/native-needs-kubernetes';
const web = (initContainer: object) => deployment('shop/web', { containers: [APP], initContainers: [initContainer] });
const NATIVE = web({ name: 'proxy', restartPolicy: 'Always' });

test('on Kubernetes 1.29 and newer', () => {
  expect(check(RULE, [NATIVE], { kubernetesVersion: '1.29' })).toEqual([]);
});

test('an ordinary init container, on any', () => {
  expect(check(RULE, [web({ name: 'init' })], { kubernetesVersion: '1.28' })).toEqual([]);
});

test('before, the pod waits for its end', () => {
  expect(check(RULE, [NATIVE], { kubernetesVersion: '1.28' })).toEqual([
    finding(RULE, NATIVE, "the init container 'proxy' has 'restartPolicy: Always', which Kubernetes 1.28 drops"),
  ]);
});

test('where the version is not known, nothing is said', () => {
  expect(check(RULE, [NATIVE], {})).toEqual([]);
});
