import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { stringify } from 'yaml';
import { Packages, PLUS } from './releases';

/** A way to write the Deployment `web`; returns the construct that a user would instrument. */
export interface TargetKind {
  readonly name: string;
  add(chart: Chart, packages: Packages, folder: string): IConstruct;
}

export const APP_RESOURCES = { requests: { cpu: '200m', memory: '128Mi' }, limits: { cpu: '200m', memory: '128Mi' } };

const CONTAINER = {
  name: 'app',
  image: 'shop/web:1',
  env: [{ name: 'LOG_LEVEL', value: 'info' }],
  ports: [{ containerPort: 8080 }],
};

/** As a manifest has it. */
function manifest(): any {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          automountServiceAccountToken: false,
          containers: [{
            ...CONTAINER,
            livenessProbe: { httpGet: { path: '/live', port: 8080 } },
            readinessProbe: { tcpSocket: { port: 8080 } },
            resources: structuredClone(APP_RESOURCES),
          }],
        },
      },
    },
  };
}

/** As the generated classes have it: ports and quantities are classes of their own. */
function generatedProps({ IntOrString, Quantity }: Packages['k8s28']): any {
  const { metadata, spec } = manifest();
  const quantities = () => ({ cpu: Quantity.fromString('200m'), memory: Quantity.fromString('128Mi') });
  Object.assign(spec.template.spec.containers[0], {
    livenessProbe: { httpGet: { path: '/live', port: IntOrString.fromNumber(8080) } },
    readinessProbe: { tcpSocket: { port: IntOrString.fromNumber(8080) } },
    resources: { requests: quantities(), limits: quantities() },
  });
  return { metadata, spec };
}

/** cdk8s-plus has anti-affinity terms added at every render: two terms are one render. */
export const SPREAD_TERMS = 2;

function plusDeployment(chart: Chart, { plus, cdk8s: { Size } }: Packages, minor: string): IConstruct {
  const { Cpu, Deployment, EnvValue, Probe } = plus[minor];
  return new Deployment(chart, 'web', {
    metadata: { name: 'web' },
    spread: true,
    containers: [{
      name: CONTAINER.name,
      image: CONTAINER.image,
      portNumber: 8080,
      envVariables: { LOG_LEVEL: EnvValue.fromValue('info') },
      liveness: Probe.fromHttpGet('/live', { port: 8080 }),
      readiness: Probe.fromTcpSocket({ port: 8080 }),
      resources: {
        cpu: { request: Cpu.millis(200), limit: Cpu.millis(200) },
        memory: { request: Size.mebibytes(128), limit: Size.mebibytes(128) },
      },
    }],
  });
}

export const TARGET_KINDS: readonly TargetKind[] = [
  { name: 'ApiObject', add: (chart, { cdk8s }) => new cdk8s.ApiObject(chart, 'web', manifest()) },
  {
    name: 'Include',
    add: (chart, { cdk8s }, folder) => {
      const url = join(folder, 'web.yaml');
      writeFileSync(url, stringify({ ...manifest(), metadata: { name: 'web', namespace: 'shop' } }));
      return new cdk8s.Include(chart, 'web', { url });
    },
  },
  { name: 'KubeDeployment 1.28', add: (chart, { k8s28 }) => new k8s28.KubeDeployment(chart, 'web', generatedProps(k8s28)) },
  { name: 'KubeDeployment 1.34', add: (chart, { k8s34 }) => new k8s34.KubeDeployment(chart, 'web', generatedProps(k8s34 as any)) },
  ...PLUS.map((minor): TargetKind => ({
    name: `cdk8s-plus-${minor}`,
    add: (chart, packages) => plusDeployment(chart, packages, minor),
  })),
];
