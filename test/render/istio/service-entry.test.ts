import { INTAKE_HOSTS } from '../../../src/facts/intake-hosts';
import { SITES } from '../../../src/facts/sites';
import { serviceEntry } from '../../../src/render/istio/service-entry';

const AT = { namespace: 'datadog', site: 'datadoghq.eu' };

test('one entry for every host that all users of the site need', () => {
  expect(serviceEntry(AT, { namespaces: [], products: [] })).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 'datadog', namespace: 'datadog', labels: { 'app.kubernetes.io/name': 'datadog', 'app.kubernetes.io/managed-by': 'cdk8s-datadog' } },
    spec: {
      hosts: [
        '*.agent.datadoghq.eu',
        'api.datadoghq.eu',
        'config.datadoghq.eu',
        'orchestrator.datadoghq.eu',
        'contlcycle-intake.datadoghq.eu',
        'contimage-intake.datadoghq.eu',
        'sbom-intake.datadoghq.eu',
        'process.datadoghq.eu',
        'instrumentation-telemetry-intake.datadoghq.eu',
        'intake.profile.datadoghq.eu',
        'agent-http-intake.logs.datadoghq.eu',
      ],
      location: 'MESH_EXTERNAL',
      ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
      resolution: 'NONE',
    },
  });
});

test.each([
  ['database-monitoring', ['dbm-metrics-intake', 'dbquery-intake']],
  ['network-device-monitoring', ['ndm-intake', 'ndmflow-intake', 'snmp-traps-intake']],
  ['network-path', ['netpath-intake']],
  ['otlp-intake', ['otlp']],
] as const)('%s brings hosts of its own', (product, prefixes) => {
  const { hosts } = serviceEntry(AT, { namespaces: [], products: [product] }).spec;
  expect(hosts.slice(11)).toEqual(prefixes.map(prefix => `${prefix}.datadoghq.eu`));
});

test('with all products it has every host of the site', () => {
  const products = [...new Set(INTAKE_HOSTS.flatMap(({ product }) => product ?? []))];
  for (const { domain } of Object.values(SITES)) {
    const { hosts } = serviceEntry({ ...AT, site: domain }, { namespaces: [], products }).spec;
    expect(hosts).toEqual(INTAKE_HOSTS.map(({ prefix }) => `${prefix}.${domain}`));
    // The API of ServiceEntry: at most 256 hosts, a wildcard only as the whole first label, and never `*` alone.
    expect(hosts.length).toBeLessThanOrEqual(256);
    for (const host of hosts) expect(host).toMatch(/^(\*\.)?([a-z0-9-]+\.)+[a-z]+$/);
  }
});

test('only the namespaces that are named see it', () => {
  expect(serviceEntry(AT, { namespaces: ['shop', 'billing'], products: [] }).spec.exportTo).toEqual(['shop', 'billing']);
});
