import { ControlPlaneComponent, Platform } from '../../src';

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

describe('the range of Services', () => {
  const serviceCidr = '10.96.0.0/16';
  const unknown = ControlPlaneComponent.unavailable('nobody serves it', 'nothing');
  const controlPlane = { apiServer: unknown, etcd: unknown, scheduler: unknown, controllerManager: unknown };
  const all: Array<[string, (range: string) => Platform]> = [
    ['eksFargate', range => Platform.eksFargate({ serviceCidr: range })],
    ['eks', range => Platform.eks({ serviceCidr: range })],
    ['kubeadm', range => Platform.kubeadm({ serviceCidr: range })],
    ['openShift4', range => Platform.openShift4({ serviceCidr: range })],
    ['rke', range => Platform.rke({ serviceCidr: range })],
    ['rkeLegacy', range => Platform.rkeLegacy({ serviceCidr: range })],
    ['rke2', range => Platform.rke2({ serviceCidr: range })],
    ['k3s', range => Platform.k3s({ serviceCidr: range })],
    ['talos', range => Platform.talos({ serviceCidr: range })],
    ['aks', range => Platform.aks({ serviceCidr: range })],
    ['gke', range => Platform.gke({ serviceCidr: range })],
    ['custom', range => Platform.custom({ name: 'ours', kubernetesVersion: '1.35', serviceCidr: range, controlPlane })],
  ];

  test.each(all)('%s knows it, and refuses one that is none', (_, platform) => {
    expect(platform(serviceCidr)._description.serviceCidr).toBe(serviceCidr);
    expect(() => platform('10.96.0.0')).toThrow('platform/service-cidr');
  });
});
