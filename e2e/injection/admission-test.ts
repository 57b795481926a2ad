import { contentOf } from './compare';
import { OF_POLICIES, requireSameBut } from './reasons';
import { atAdmission, atSynthesis, forCoreDns, SIDECARS } from './synthesize';
import { CORE_DNS, NAMESPACE, OTHERS, PODS } from './workloads';
import { Discovery } from '../discovery';
import { KubeApi } from '../kube-api';
import { Kubectl } from '../kubectl';
import { recognizable, removeLeftovers } from '../leftovers';
import { describe, KubeObject, namespacesLast } from '../manifests';
import { poll } from '../parallel';
import { Report } from '../report';
import { InjectionMethod } from 'cdk8s-datadog';

const POLICIES = '/apis/admissionregistration.k8s.io/v1/mutatingadmissionpolicies';

/** MutatingAdmissionPolicies of SidecarInjection in a real API server: their pods beside those that the app makes itself. */
export class AdmissionTest {
  constructor(private readonly kubectl: Kubectl, private readonly api: KubeApi, private readonly discovery: Discovery) {}

  public async run(report: Report): Promise<void> {
    await report.check('policies of Kyverno', async () => this.kyverno());
    const { status } = await this.api.request(POLICIES);
    if (status === 404) {
      await report.check('skipped', async () => 'this Kubernetes has no MutatingAdmissionPolicy (admissionregistration.k8s.io/v1); 1.36 has');
      return;
    }
    await removeLeftovers(this.api, this.discovery);
    for (const sidecar of Object.keys(SIDECARS)) await report.check(sidecar, async () => this.compare(sidecar));
    await report.check('CoreDNS', async () => this.coreDns());
  }

  /** Taken by the CRDs of Kyverno, strictly; what they do to pods is for Kyverno's command line to say (kyverno.ts). */
  private async kyverno(): Promise<string> {
    const policies = Object.keys(SIDECARS).flatMap((sidecar) => [
      ...atAdmission(InjectionMethod.kyverno(), sidecar),
      ...atAdmission(InjectionMethod.kyverno({ version: '1.16' }), sidecar, { serviceAccounts: [{ namespace: NAMESPACE, name: 'web' }] }),
    ]).filter(({ kind }) => ['MutatingPolicy', 'ClusterPolicy'].includes(kind));
    for (const policy of policies) {
      const { ok, errors } = await this.kubectl.run(['create', '--dry-run=server', '--validate=strict', '-f', '-'], JSON.stringify(policy));
      if (!ok) throw new Error(`${describe(policy)}: ${errors}`);
    }
    return `${policies.length} are taken`;
  }

  /** Each pod twice, in dry runs: with the Agent that the app gives it, and without, for the policy to add. */
  private async compare(sidecar: string): Promise<string> {
    const name = `sidecar-${Object.keys(SIDECARS).indexOf(sidecar)}`;
    const objects = [
      namespaceNamed(NAMESPACE),
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: NAMESPACE } },
      ...ofInjection(atAdmission(InjectionMethod.mutatingAdmissionPolicy(), sidecar, { name }), name),
    ];
    return this.with(objects, async () => {
      await this.untilItWorks(PODS['no account']);
      const reasons = new Set<string>();
      for (const [what, pod] of Object.entries(PODS)) {
        const [ours, theirs] = [await this.dryRun(atSynthesis(pod, sidecar)), await this.dryRun(pod)];
        if (agentOf(ours) === undefined) throw new Error(`${what}: the app gave it no Agent.`);
        try {
          requireSameBut(OF_POLICIES, contentOf(ours), contentOf(theirs)).forEach((reason) => reasons.add(reason));
        } catch (error) {
          throw new Error(`${what}: ${(error as Error).message}`);
        }
      }
      for (const [what, pod] of Object.entries(OTHERS)) {
        const made = await this.dryRun(pod);
        if (made.spec.containers.length !== pod.spec.containers.length || made.spec.shareProcessNamespace) throw new Error(`${what}: the policy changed it.`);
      }
      return `${Object.keys(PODS).length} pods as the app makes them, ${Object.keys(OTHERS).length} left alone; but for: ${[...reasons].join('; ') || 'nothing'}`;
    });
  }

  /** The Deployment of EKS, and the pod that its controller makes. */
  private async coreDns(): Promise<string> {
    const objects = ofInjection(forCoreDns(InjectionMethod.mutatingAdmissionPolicy()), 'coredns-sidecar');
    if (objects.some(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.namespace === 'kube-system')) throw new Error('It has an account.');
    return this.with([...objects, CORE_DNS[0]], async () => {
      const [account, deployment] = CORE_DNS;
      await this.untilItWorks({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'probe', namespace: 'kube-system', ...deployment.spec.template.metadata }, spec: deployment.spec.template.spec });
      return this.with([deployment], async () => {
        const pods = '/api/v1/namespaces/kube-system/pods?labelSelector=eks.amazonaws.com/component=coredns';
        const pod = await poll(30, async () => (await this.api.get(pods)).items[0]);
        const agent = pod && agentOf(pod);
        if (!agent) throw new Error(pod ? 'Its pod has no Agent.' : 'It has no pod.');
        const { value: url } = agent.env.find(({ name }: any) => name === 'DD_CLUSTER_AGENT_URL');
        const service = objects.find(({ kind, spec }) => kind === 'Service' && url === `https://${spec.clusterIP}:5005`);
        if (!service) throw new Error(`DD_CLUSTER_AGENT_URL is ${url}, and no Service has that address.`);
        const { data } = await this.api.get('/api/v1/namespaces/kube-system/secrets/datadog-secret');
        if (!data['api-key'] || !data.token) throw new Error('The Secret has no keys.');
        if (pod.spec.serviceAccountName !== account.metadata.name) throw new Error(`It runs as ${pod.spec.serviceAccountName}.`);
        if (!agent.volumeMounts.some(({ mountPath }: any) => mountPath === '/var/run/secrets/kubernetes.io/serviceaccount')) throw new Error('The Agent has no token.');
        await this.requireMayReachKubelet('system:serviceaccount:kube-system:coredns');
        if (pod.spec.dnsPolicy !== 'Default') throw new Error(`Its dnsPolicy is ${pod.spec.dnsPolicy}.`);
        return `its pod has the Agent, ${url} of the Service ${service.metadata.name}, the Secret, its own account with its token, and that may reach the kubelet`;
      });
    });
  }

  private async requireMayReachKubelet(user: string): Promise<void> {
    const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec: { user, resourceAttributes: { verb: 'get', resource: 'nodes', subresource: 'proxy' } } };
    const allowed = await poll(20, async () => (await this.api.post('/apis/authorization.k8s.io/v1/subjectaccessreviews', review)).status.allowed || undefined);
    if (!allowed) throw new Error(`${user} may not get nodes/proxy.`);
  }

  private async untilItWorks(pod: KubeObject): Promise<void> {
    const works = await poll(60, async () => agentOf(await this.dryRun(pod)));
    if (!works) throw new Error(`After a minute, ${describe(pod)} still gets no Agent.`);
  }

  /** What the API server would store. */
  private async dryRun(pod: KubeObject): Promise<any> {
    return this.api.post(`/api/v1/namespaces/${pod.metadata.namespace}/pods?dryRun=All`, pod);
  }

  private async with(objects: KubeObject[], work: () => Promise<string>): Promise<string> {
    const applied = recognizable(objects);
    try {
      for (const step of [applied.filter(({ kind }) => kind === 'Namespace'), applied.filter(({ kind }) => kind !== 'Namespace')]) {
        if (step.length === 0) continue;
        const { ok, errors } = await this.kubectl.apply(step);
        if (!ok) throw new Error(errors);
      }
      return await work();
    } finally {
      await this.kubectl.delete(namespacesLast(applied), '--ignore-not-found');
    }
  }
}

/** Those that an injection needs, without the Cluster Agent itself. */
function ofInjection(objects: KubeObject[], name: string): KubeObject[] {
  const isNeeded = ({ kind, metadata }: KubeObject) => metadata.name.endsWith(name) || kind === 'Service' || metadata.namespace !== 'datadog';
  const isOfClusterAgent = ({ kind, metadata }: KubeObject) => !metadata.namespace && !metadata.name.endsWith(name) && kind !== 'Namespace';
  return objects.filter((object) => isNeeded(object) && !isOfClusterAgent(object));
}

function agentOf({ spec }: any): any {
  return [...spec.containers, ...spec.initContainers ?? []].find(({ name }: any) => name === 'datadog-agent-injected');
}

function namespaceNamed(name: string): KubeObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
