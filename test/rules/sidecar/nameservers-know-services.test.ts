import { APP, check, deployment, EC2, env, FARGATE, finding, instrumented } from '../fixtures';

const RULE = 'sidecar/nameservers-know-services';
const none = (...nameservers: string[]) => ({ dnsPolicy: 'None', dnsConfig: { nameservers } });

test.each([['1.1.1.1'], ['8.8.8.8', '2606:4700:4700::1111']])('refuses %s as the nameservers of a pod that looks for the Cluster Agent by name', (...nameservers) => {
  const web = instrumented('shop/web', { pod: none(...nameservers) });
  expect(check(RULE, [web])).toEqual([finding(RULE, web, 'outside the cluster and')]);
});

test('refuses it of a pod that looks for the Agent of its node by name', () => {
  const web = deployment('web/web', { ...none('9.9.9.9'), containers: [{ ...APP, env: env({ DD_AGENT_HOST: 'datadog-agent.datadog.svc.cluster.local' }) }] });
  expect(check(RULE, [web], EC2)).toEqual([finding(RULE, web, "the nameserver '9.9.9.9' of the pod is outside the cluster and does not know 'datadog-agent.datadog.svc.cluster.local'")]);
});

test.each<[string, any]>([
  ['a private address', { pod: none('10.100.0.10') }],
  ['NodeLocal DNSCache', { pod: none('169.254.20.10') }],
  ['that of the cluster beside another', { pod: none('172.20.0.10', '1.1.1.1') }],
  ['the DNS of the cluster, with more after it', { pod: { dnsConfig: { nameservers: ['1.1.1.1'] } } }],
  ['a Cluster Agent by its address', { env: { DD_CLUSTER_AGENT_URL: 'https://172.20.0.5:5005' }, pod: none('1.1.1.1') }],
  ['a name that is not an address', { pod: none('dns') }],
])('accepts %s', (_, changes) => {
  expect(check(RULE, [instrumented('shop/web', changes)])).toEqual([]);
});

test('accepts an address that the Services of the cluster have', () => {
  const web = instrumented('shop/web', { pod: none('198.51.100.10') });
  expect(check(RULE, [web], { ...FARGATE, serviceCidr: '198.51.100.0/24' })).toEqual([]);
  expect(check(RULE, [web], { ...FARGATE, serviceCidr: '10.0.0.0/16' })).toHaveLength(1);
});
