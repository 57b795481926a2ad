import { App } from 'cdk8s';
import type { PodSpec } from 'kubernetes-types/core/v1';
import { DatadogChart, DatadogChartProps, DatadogCredentials, DatadogHelmChart, DatadogOperatorChart, Platform } from '../../src';
import { refusals } from '../../src/manifest/security-context-constraints';

const hostFolder = { volumes: [{ name: 'more', hostPath: { path: '/more' } }] };

function constraintsOf(Delivery: typeof DatadogChart, more: Partial<DatadogChartProps> = {}): { readonly [name: string]: any } {
  const app = new App();
  const platform = Platform.openShift4({ openShiftVersion: '4.18' });
  const datadog = new Delivery(app, 'datadog', { platform, clusterName: 'one', credentials: DatadogCredentials.existingSecret(), ...more });
  app.synth();
  return Object.fromEntries(datadog.toJson().filter(({ kind }) => kind === 'SecurityContextConstraints').map(o => [o.metadata.name, o]));
}

/** Of the core Agent on a node; what the pod has beside it is of the delivery. */
const AGENT = {
  name: 'agent',
  ports: [{ containerPort: 8125, hostPort: 8125 }],
  securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'], drop: ['ALL'] } },
};
const pod = (volume: object, more: Partial<PodSpec> = {}): PodSpec => ({
  securityContext: { runAsUser: 0, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [AGENT],
  volumes: [{ name: 'proc', hostPath: { path: '/proc' } }, { name: 'config', emptyDir: {} }, { name: 'installinfo', ...volume }],
  ...more,
});
const installInfo = { configMap: { name: 'install-info' } };

describe('constraints on OpenShift are for the pods that the delivery makes', () => {
  test('plain pods have no ConfigMap, and their constraints refuse one', () => {
    const constraints = constraintsOf(DatadogChart)['datadog-datadog-agent'];
    expect(refusals(constraints, pod({ emptyDir: {} }), 'projected')).toEqual([]);
    expect(refusals(constraints, pod(installInfo), 'projected')).toEqual(['a volume of the type configMap']);
    expect(constraints).toMatchObject({ requiredDropCapabilities: ['ALL'], readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
  });

  test('the Operator\'s mount one, and have init containers that are left as they are', () => {
    const constraints = constraintsOf(DatadogOperatorChart)['datadog-datadog-agent'];
    expect(refusals(constraints, pod(installInfo, { initContainers: [{ name: 'init-volume' }, { name: 'init-config' }] }), 'projected')).toEqual([]);
    expect(constraints).toMatchObject({ requiredDropCapabilities: [], readOnlyRootFilesystem: false, allowPrivilegeEscalation: true });
  });

  test('the chart\'s mount one, and have init containers of which the values say what they may', () => {
    const constraints = constraintsOf(DatadogHelmChart)['datadog-datadog'];
    expect(refusals(constraints, pod(installInfo), 'projected')).toEqual([]);
    expect(constraints).toMatchObject({ requiredDropCapabilities: ['ALL'], readOnlyRootFilesystem: true, allowPrivilegeEscalation: false });
  });

  test.each<readonly [string, typeof DatadogChart, clusterAgent: object, runners: object]>([
    ['plain', DatadogChart, { requiredDropCapabilities: ['ALL'] }, { requiredDropCapabilities: ['ALL'] }],
    ['Operator', DatadogOperatorChart, { requiredDropCapabilities: ['ALL'] }, { requiredDropCapabilities: [] }],
    ['chart', DatadogHelmChart, { requiredDropCapabilities: ['ALL'] }, { requiredDropCapabilities: ['ALL'] }],
  ])('%s: Deployments with folders of the host', (name, Delivery, clusterAgent, runners) => {
    const made = constraintsOf(Delivery, { clusterAgent: hostFolder, clusterCheckRunners: { enabled: true, ...hostFolder } });
    expect(made['datadog-datadog-cluster-agent']).toMatchObject(clusterAgent);
    expect(made['datadog-datadog-clusterchecks']).toMatchObject(runners);
    expect(['datadog-datadog-cluster-agent', 'datadog-datadog-clusterchecks'].filter(id => !made[id].volumes.includes('configMap')))
      .toEqual(name === 'plain' ? ['datadog-datadog-clusterchecks'] : []);
  });
});
