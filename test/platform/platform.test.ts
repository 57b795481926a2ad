import { Platform } from '../../src';

test('EKS on Fargate has the oldest Kubernetes version that its maker supports, unless it is given', () => {
  expect(Platform.eksFargate()).toMatchObject({ name: 'Amazon EKS on AWS Fargate', kubernetesVersion: '1.34' });
  expect(Platform.eksFargate({ kubernetesVersion: '1.35' }).kubernetesVersion).toBe('1.35');
});

test('what is described is the row of facts, and what only the user knows', () => {
  expect(Platform.eksFargate({ kubernetesVersion: '1.35' })._description).toMatchObject({
    fact: { id: 'eks-fargate', nodes: false, fargate: 'all' }, kubernetesVersion: '1.35',
  });
});

test('profiles are copied, and one without labels takes every pod', () => {
  const selectors = [{ namespace: 'shop' }, { namespace: 'store', labels: { run: 'fargate' } }];
  const { _description: { fargateProfiles } } = Platform.eksFargate({ fargateProfiles: [{ name: 'apps', selectors }] });
  selectors.pop();
  expect(fargateProfiles).toEqual([{
    name: 'apps', selectors: [{ namespace: 'shop', labels: {} }, { namespace: 'store', labels: { run: 'fargate' } }],
  }]);
});
