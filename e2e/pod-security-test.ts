import { ApiObject, ApiObjectProps, App, Chart } from 'cdk8s';
import { Discovery } from './discovery';
import { SIDECARS, synthesized } from './injection/synthesize';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { recognizable, removeLeftovers } from './leftovers';
import { describe, isNamespace, KubeObject, namespacesLast, podTemplateOf } from './manifests';
import { enforcing, judge, JUDGES, Level, tell } from './pod-security';
import { Report } from './report';
import { awaitPods } from './workloads';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

const DATADOG = 'e2e-security-datadog';
const resources = { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '250m', memory: '256Mi' } };

/** Containers as their authors write them, that are taken at the level and at no stricter one. */
const CONTAINERS: Partial<Record<Level, object>> = {
  restricted: {
    securityContext: { allowPrivilegeEscalation: false, runAsNonRoot: true, runAsUser: 1000, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } },
  },
  baseline: {},
};

/** Datadog where the API server enforces Pod Security levels: every pod is made by its controller, in a namespace with its level. */
export class PodSecurityTest {
  private readonly applied: KubeObject[] = [];

  constructor(private readonly kubectl: Kubectl, private readonly api: KubeApi, private readonly discovery: Discovery) {}

  public async run(report: Report): Promise<void> {
    await removeLeftovers(this.api, this.discovery);
    try {
      await report.check('levels are enforced', () => this.control());
      for (const sidecar of Object.keys(SIDECARS)) await report.check(`sidecar ${sidecar}`, () => this.admitted(sidecar));
    } finally {
      await report.check('deleted', () => this.delete());
    }
  }

  /** Without the Agent, each workload is taken at its own level and refused at the stricter one: otherwise nothing below would mean anything. */
  private async control(): Promise<string> {
    await this.apply(JUDGES);
    for (const level of Object.keys(CONTAINERS) as Level[]) {
      const judged = await judge(this.api, podTemplateOf(workload(level, 'Deployment'))!);
      if (judged.level !== level) throw new Error(`${level}: without the Agent it is ${tell(judged)}`);
    }
    const host = await judge(this.api, { spec: { containers: [{ name: 'web', image: 'web:1' }], hostNetwork: true } });
    if (host.level !== 'privileged') throw new Error(`On the network of its node: ${tell(host)}`);
    return 'the workloads without the Agent are at their levels; one on the network of its node is at none of them';
  }

  private async admitted(sidecar: string): Promise<string> {
    const objects = this.discovery.inNamespaces(recognizable(appWith(sidecar).map(enforced)));
    for (const step of [objects.filter(isNamespace), objects.filter((object) => !isNamespace(object))]) await this.apply(step);
    const placed = await awaitPods(this.api, this.discovery, objects);
    const withAgent = placed.filter(({ pod }) => JSON.stringify(pod.spec).includes('"datadog-agent-injected"'));
    const shop = placed.filter(({ pod }) => pod.metadata.namespace !== DATADOG);
    if (withAgent.length === 0 || withAgent.length !== shop.length) throw new Error(`${withAgent.length} of ${shop.length} pods have the Agent.`);
    const ours = [...new Set(placed.filter((one) => !shop.includes(one)).map((one) => describe(one.workload)))];
    const problems: string[] = [];
    for (const object of objects.filter(({ metadata }) => metadata.namespace === DATADOG)) {
      const template = podTemplateOf(object);
      const judged = template && await judge(this.api, template);
      if (judged && judged.level !== 'restricted') problems.push(`${describe(object)}: ${tell(judged)}`);
    }
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `restricted: ${ours.join(', ')}; ${withAgent.length} pods with the Agent, each where its level is enforced`;
  }

  private async apply(objects: KubeObject[]): Promise<void> {
    const { ok, errors } = await this.kubectl.apply(objects);
    if (!ok) throw new Error(errors);
    // kubectl tells so where it applies a workload whose pods will be refused.
    if (/would violate PodSecurity/.test(errors)) throw new Error(errors);
    this.applied.push(...objects);
  }

  private async delete(): Promise<string> {
    const all = [...new Map(this.applied.map((object) => [describe(object), object])).values()];
    const { ok, errors } = await this.kubectl.delete(namespacesLast(all), '--ignore-not-found');
    if (!ok) throw new Error(errors);
    return 'nothing left';
  }
}

function namespaceOf(level: string): string {
  return `e2e-security-${level}`;
}

/** The namespaces of the app, held to their levels. */
function enforced(object: KubeObject): KubeObject {
  if (!isNamespace(object)) return object;
  const level = (Object.keys(CONTAINERS) as Level[]).find((one) => namespaceOf(one) === object.metadata.name) ?? 'restricted';
  const { metadata } = enforcing(level, object.metadata.name);
  return { ...object, metadata: { ...object.metadata, labels: { ...object.metadata.labels, ...metadata.labels } } };
}

/** The Cluster Agent with runners, and at each level workloads of several kinds with the sidecar. */
function appWith(sidecar: string): KubeObject[] {
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', {
    platform: Platform.eksFargate({ kubernetesVersion: '1.36' }),
    clusterName: 'security',
    namespace: DATADOG,
    credentials: DatadogCredentials.existingSecret(),
    secretNamespaces: Object.keys(CONTAINERS).map(namespaceOf),
    ...SIDECARS[sidecar],
  });
  for (const level of Object.keys(CONTAINERS) as Level[]) {
    const namespace = namespaceOf(level);
    const chart = new Chart(app, level, { namespace });
    new ApiObject(chart, 'namespace', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
    for (const kind of ['Deployment', 'StatefulSet', 'Job']) new ApiObject(chart, kind, workload(level, kind, sidecar) as ApiObjectProps);
    datadog.instrument(chart);
  }
  return synthesized(app);
}

function workload(level: Level, kind: string, sidecar = ''): KubeObject {
  // A Job is made anew for each sidecar: its template cannot be changed.
  const name = kind === 'Job' ? `job-${Object.keys(SIDECARS).indexOf(sidecar)}` : kind.toLowerCase();
  const restartPolicy = kind === 'Job' ? 'Never' : 'Always';
  const template = {
    metadata: { labels: { app: name } },
    spec: { restartPolicy, nodeSelector: { 'kubernetes.io/os': 'linux' }, containers: [{ name: 'web', image: 'example.com/web:1', resources, ...CONTAINERS[level] }] },
  };
  const selector = kind === 'Job' ? {} : { selector: { matchLabels: { app: name } } };
  return {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name },
    spec: { ...selector, ...kind === 'StatefulSet' && { serviceName: name }, template },
  };
}
