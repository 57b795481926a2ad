import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { DatadogCredentials, Findings } from '../../src';
import { deployment, podSpec, program, synthesisErrors } from '../datadog-chart/program';

const HOST_NETWORK = podSpec({ hostNetwork: true });
const RULE = 'fargate/no-host-network';
const BECAUSE = 'it runs on the two EC2 nodes';

test('an acknowledged error does not stop the synthesis, and the summary shows it with the reason', () => {
  const { app, datadog, shop } = program();
  Findings.acknowledge(deployment(shop, 'web', HOST_NETWORK), RULE, BECAUSE);
  app.synthYaml();
  expect(datadog.summary()).toContain(`  acknowledged:\n    [shop/web] ${RULE}: ${BECAUSE}\n`);
});

test('it holds below the construct and nowhere else', () => {
  const { app, shop } = program();
  const other = new Chart(app, 'other', { namespace: 'other' });
  deployment(shop, 'web', HOST_NETWORK);
  new Deployment(shop, 'plus', { containers: [{ image: 'web:1' }], hostNetwork: true });
  deployment(other, 'api', HOST_NETWORK);
  Findings.acknowledge(shop, RULE, BECAUSE);
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[other\/api\] fargate\/no-host-network: /)]);
});

test('it holds for its rule and no other', () => {
  const { app, shop } = program();
  Findings.acknowledge(deployment(shop, 'web', podSpec({ hostNetwork: true, hostPID: true })), RULE, BECAUSE);
  expect(synthesisErrors(app)).toEqual([expect.stringMatching(/^\[shop\/web\] fargate\/no-host-pid: /)]);
});

test('it is found on the resource of a workload and on its object alike', () => {
  const { app, shop } = program();
  const web = new Deployment(shop, 'web', { containers: [{ image: 'web:1' }], hostNetwork: true });
  Findings.acknowledge(web.node.defaultChild!, RULE, BECAUSE);
  expect(app.synthYaml()).toContain('hostNetwork: true');
});

describe('warnings', () => {
  const literal = { credentials: DatadogCredentials.unsafeLiteral({ apiKey: 'k', token: 't'.repeat(32) }) };
  let printed: string[];
  beforeEach(() => {
    printed = [];
    jest.spyOn(process.stderr, 'write').mockImplementation(text => printed.push(String(text)) > 0);
  });
  afterEach(() => jest.restoreAllMocks());

  test('are printed once in a synthesis and do not stop it', () => {
    const { app } = program(literal);
    expect(app.synthYaml()).toContain('kind: Secret');
    expect(printed).toEqual([expect.stringMatching(
      /^warning: \[datadog\/TokenReplicator\/datadog\/Secret-datadog-secret\] credentials\/literal-value: Secret datadog\/datadog-secret: .*\n$/,
    )]);
  });

  test('are printed again by the next synthesis', () => {
    const { app } = program(literal);
    app.synthYaml();
    app.synthYaml();
    expect(printed).toHaveLength(2);
    expect(printed[1]).toBe(printed[0]);
  });

  test('are in the summary', () => {
    const { app, datadog } = program(literal);
    app.synthYaml();
    expect(datadog.summary()).toMatch(/\n {2}warnings:\n {4}\[datadog\/TokenReplicator\/datadog\/Secret-datadog-secret\] credentials\/literal-value: /);
  });

  test('an acknowledgement that no finding needs is told, and in the summary', () => {
    const { app, datadog, shop } = program();
    Findings.acknowledge(shop, RULE, BECAUSE);
    app.synthYaml();
    expect(printed).toEqual([expect.stringMatching(/^warning: \[shop\] findings\/acknowledgement-is-needed: 'fargate\/no-host-network' is acknowledged here, .*\. Remove the acknowledgement, .*\n$/)]);
    expect(datadog.summary()).toContain(`  acknowledged: none\n  acknowledged, but not found:\n    [shop] ${RULE}: ${BECAUSE}\n`);
  });

  test('one acknowledgement is for many findings, and a second one below is for the same', () => {
    const { app, datadog, shop } = program();
    [shop, deployment(shop, 'web', HOST_NETWORK)].forEach(c => Findings.acknowledge(c, RULE, BECAUSE));
    deployment(shop, 'api', HOST_NETWORK);
    app.synthYaml();
    expect(datadog.summary()).not.toContain('not found');
  });

  test('are silent where they are acknowledged', () => {
    const { app, datadog } = program(literal);
    Findings.acknowledge(datadog, 'credentials/literal-value', 'a scratch cluster');
    app.synthYaml();
    expect(printed).toEqual([]);
    expect(datadog.summary()).toContain('credentials/literal-value: a scratch cluster');
  });
});
