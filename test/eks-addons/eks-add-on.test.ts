import { execFileSync } from 'child_process';
import { EksAddOn } from '../../src/eks-addons/eks-add-on';
import { Platform } from '../../src/platform/platform';

const clusterName = 'prod-seoul';
const podLabels = { 'compute-type': 'fargate' };
const json = (addOn: EksAddOn) => JSON.parse(addOn.configurationValues);

describe('CoreDNS', () => {
  test('runs on Fargate, and has labels', () => {
    const addOn = EksAddOn.coreDns({ clusterName, podLabels });
    expect(addOn.name).toBe('coredns');
    expect(addOn.configurationValues).toBe('{"computeType":"Fargate","podLabels":{"compute-type":"fargate"}}');
  });

  test('says nothing that is not asked for', () => {
    expect(json(EksAddOn.coreDns({ clusterName }))).toEqual({ computeType: 'Fargate' });
    expect(json(EksAddOn.coreDns({ clusterName, onFargate: false }))).toEqual({});
    expect(json(EksAddOn.coreDns({ clusterName, onFargate: false, podLabels: {} }))).toEqual({});
  });

  test('keeps the rest of its configuration', () => {
    const configuration = { replicaCount: 3, autoScaling: { enabled: false } };
    expect(json(EksAddOn.coreDns({ clusterName, podLabels, configuration }))).toEqual({ computeType: 'Fargate', podLabels, ...configuration });
  });

  test('is taken by a profile that is declared, by its own labels and by those that it gets', () => {
    const profiles = (labels?: { [name: string]: string }) =>
      Platform.eksFargate({ fargateProfiles: [{ name: 'system', selectors: [{ namespace: 'kube-system', labels }] }] });
    expect(() => EksAddOn.coreDns({ clusterName, platform: profiles() })).not.toThrow();
    expect(() => EksAddOn.coreDns({ clusterName, platform: profiles({ 'k8s-app': 'kube-dns' }) })).not.toThrow();
    expect(() => EksAddOn.coreDns({ clusterName, platform: profiles(podLabels), podLabels })).not.toThrow();
    expect(() => EksAddOn.coreDns({ clusterName, platform: Platform.eksFargate() })).not.toThrow();
    expect(() => EksAddOn.coreDns({ clusterName, platform: profiles(podLabels) })).toThrow('eks-add-on/has-a-profile: no Fargate profile');
    expect(() => EksAddOn.coreDns({ clusterName, platform: Platform.eks() })).toThrow('eks-add-on/has-a-profile');
    expect(() => EksAddOn.coreDns({ clusterName, platform: Platform.eks(), onFargate: false })).toThrow("options/have-an-effect: 'platform' has no effect");
    expect(() => EksAddOn.coreDns({ clusterName, onFargate: false })).not.toThrow();
    expect(() => EksAddOn.custom({ clusterName, addOnName: 'a', podLabelsKey: 'controller.podLabels' })).toThrow("options/have-an-effect: 'podLabelsKey'");
    expect(() => EksAddOn.custom({ clusterName, addOnName: 'a', podLabelsKey: 'podLabels' })).not.toThrow();
  });
});

test('other add-ons have labels where they take them', () => {
  expect(json(EksAddOn.metricsServer({ clusterName, podLabels }))).toEqual({ podLabels });
  expect(json(EksAddOn.custom({ addOnName: 'external-dns', clusterName, podLabels }))).toEqual({ podLabels });
  const configuration = { controller: { replicaCount: 2 }, node: {} };
  expect(json(EksAddOn.custom({ addOnName: 'aws-ebs-csi-driver', podLabelsKey: 'controller.podLabels', clusterName, podLabels, configuration })))
    .toEqual({ controller: { replicaCount: 2, podLabels }, node: {} });
  expect(json(EksAddOn.custom({ addOnName: 'x', podLabelsKey: 'a.b', clusterName, podLabels }))).toEqual({ a: { b: podLabels } });
});

describe('commands', () => {
  const addOn = EksAddOn.coreDns({ clusterName, podLabels, configuration: { corefile: "it's $HOME `date`" } });

  test('update and create', () => {
    const simple = EksAddOn.coreDns({ clusterName, podLabels });
    const values = `--configuration-values '${simple.configurationValues}'`;
    expect(simple.updateCommand).toBe(`aws eks update-addon --cluster-name prod-seoul --addon-name coredns --resolve-conflicts PRESERVE ${values}`);
    expect(simple.createCommand).toBe(`aws eks create-addon --cluster-name prod-seoul --addon-name coredns --resolve-conflicts OVERWRITE ${values}`);
    expect(simple.schemaCommand).toBe('aws eks describe-addon-configuration --addon-name coredns'
      + ' --addon-version "$(aws eks describe-addon --cluster-name prod-seoul --addon-name coredns --query addon.addonVersion --output text)"'
      + ' --query configurationSchema --output text');
  });

  test('a shell gives the configuration to them as one word, letter by letter', () => {
    const script = `aws() { for word; do :; done; printf %s "$word"; }; ${addOn.updateCommand}`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(addOn.configurationValues);
  });

  test('the page tells what it does, and what to do where that fails, in comments', () => {
    const simple = EksAddOn.coreDns({ clusterName, podLabels });
    expect(simple.describe().split('\n')).toEqual([
      '# The EKS add-on coredns of prod-seoul. Its configuration:',
      `#   ${simple.configurationValues}`,
      '# What it has now. The next command puts the above in its place, so what is to stay has to be in it.',
      expect.stringMatching(/^aws eks describe-addon .* --query addon\.configurationValues --output text$/),
      simple.updateCommand,
      'aws eks wait addon-active --cluster-name prod-seoul --addon-name coredns',
      '# Where the cluster runs it without the add-on:',
      `# ${simple.createCommand}`,
      '# Where AWS refuses the configuration: what this version takes.',
      `# ${simple.schemaCommand}`,
      '',
    ]);
  });

  test('the page is a script that applies the configuration', () => {
    const script = `aws() { printf '%s\\n' "$2"; }\n${addOn.describe()}`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe('describe-addon\nupdate-addon\nwait\n');
  });
});

test.each([
  ['eks-add-on/cluster-name', () => EksAddOn.coreDns({ clusterName: 'prod; rm' })],
  ['eks-add-on/cluster-name', () => EksAddOn.metricsServer({ clusterName: '' })],
  ['eks-add-on/name', () => EksAddOn.custom({ clusterName, addOnName: 'a b' })],
  ['eks-add-on/configuration', () => EksAddOn.custom({ clusterName, addOnName: 'a', podLabelsKey: 'a..b' })],
  ['eks-add-on/pod-label', () => EksAddOn.coreDns({ clusterName, podLabels: { 'k8s-app': 'dns' } })],
  ['eks-add-on/pod-label', () => EksAddOn.metricsServer({ clusterName, podLabels: { 'a b': 'x' } })],
  ['kubernetes/label-value', () => EksAddOn.metricsServer({ clusterName, podLabels: { a: 'x y' } })],
  ['options/types', () => EksAddOn.metricsServer({ clusterName, podLabels: { a: 1 as any } })],
  ['eks-add-on/configuration', () => EksAddOn.coreDns({ clusterName, configuration: { computeType: 'ec2' } })],
  ['eks-add-on/configuration', () => EksAddOn.coreDns({ clusterName, podLabels, configuration: { podLabels: {} } })],
  ['eks-add-on/configuration', () => EksAddOn.coreDns({ clusterName, configuration: [] })],
])('%s is thrown', (rule, make) => {
  expect(make).toThrow(rule);
});
