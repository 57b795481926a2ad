import { FoundCheck, findChecks } from './checks';
import { scrape, Scraped, Surroundings } from './scrape';
import { Account, nameOf } from '../accounts';
import { BorrowedNamespaces } from '../borrowed-namespaces';
import { Discovery } from '../discovery';
import { Example } from '../example-files';
import { KubeApi } from '../kube-api';
import { Kubectl } from '../kubectl';
import { recognizable, requireAbsent } from '../leftovers';
import { KubeObject, podTemplateOf } from '../manifests';
import { poll } from '../parallel';
import { Report } from '../report';

const RBAC = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];

/** Something that each component alone has. */
const METRICS: Record<string, RegExp> = {
  kube_apiserver_metrics: /^apiserver_request_total\{/m,
  kube_scheduler: /^scheduler_pending_pods\{/m,
  kube_controller_manager: /^node_collector_zone_size|^replicaset_controller_sorting_deletion_age_ratio|^cronjob_controller_/m,
};

/** Components and examples whose checks sign in with a token: the real servers say 200 with the permissions of the example, and 403 without. */
export class TokenTest {
  private objects: KubeObject[] = [];
  private checks: FoundCheck[] = [];

  constructor(
    private readonly example: Example,
    private readonly kubectl: Kubectl,
    private readonly api: KubeApi,
    private readonly discovery: Discovery,
    private readonly namespaces: BorrowedNamespaces,
  ) {
    this.checks = findChecks(example.objects, Object.keys(METRICS)).filter(({ instance }) => String(instance.bearer_token_auth) === 'true');
  }

  /** Whether the example has such checks. */
  public get applies(): boolean {
    return this.checks.length > 0;
  }

  public async run(report: Report): Promise<void> {
    await report.check(`tokens of ${this.example.name}`, async () => {
      try {
        return await this.test();
      } finally {
        await this.delete();
      }
    });
  }

  private async test(): Promise<string> {
    await this.apply(({ kind }) => kind === 'ServiceAccount');
    const authority = (await this.api.get('/api/v1/namespaces/kube-system/configmaps/kube-root-ca.crt')).data['ca.crt'];
    const ways = await Promise.all(this.checks.map(async (check) => ({ check, around: await this.surroundings(check, authority) })));
    for (const { check, around } of ways) {
      const { status, url } = await this.ask(check, around);
      if (status !== 403) throw new Error(`${check.name}: ${url}: ${status} without permissions, and it was to be 403`);
    }
    await this.apply(({ kind }) => RBAC.includes(kind));
    const told: string[] = [];
    for (const { check, around } of ways) {
      // Servers remember what they were told of an account: usually for ten seconds, with cluster/start.sh for one.
      const allowed = await poll(40, async () => {
        const scraped = await this.ask(check, around);
        return scraped.status === 403 ? undefined : scraped;
      });
      const { status, url, body } = allowed ?? await this.ask(check, around);
      expectMetrics(check, { status, url, body });
      const nobody = await this.ask(check, { ...around, token: '' });
      if (![401, 403].includes(nobody.status)) throw new Error(`${check.name}: ${url}: ${nobody.status} without a token`);
      told.push(`${check.name}: ${url}: ${status} with the permissions, 403 without`);
    }
    return told.join('\n');
  }

  private async ask(check: FoundCheck, around: Surroundings): Promise<Scraped> {
    try {
      return await scrape(check, around);
    } catch (error) {
      const remedy = 'SCHEDULER_PORT and CONTROLLER_PORT say where scheduler and controller-manager listen, beside the API server';
      throw new Error(`${check.name}: ${(error as Error).message}. ${remedy}`);
    }
  }

  private async surroundings(check: FoundCheck, authority: string): Promise<Surroundings> {
    const server = new URL(this.api.server);
    const port = Number({
      kube_scheduler: process.env.SCHEDULER_PORT ?? 16259,
      kube_controller_manager: process.env.CONTROLLER_PORT ?? 16257,
    }[check.name] ?? server.port);
    // Some find a component behind the API server.
    const behind = /%%port_https%%.*\/apis\/|default\/kubernetes/.test(check.instance.prometheus_url);
    const own = behind ? Number(server.port) : port;
    return {
      host: server.hostname,
      loopback: podTemplateOf(check.workload)!.spec.hostNetwork ? server.hostname : undefined,
      ports: { 'https': own, '': own },
      movedPorts: Object.fromEntries([10257, 10259, 8444, 6443, 443].map((usual) => [usual, own])),
      token: await this.tokenOf(check),
      read: (file) => {
        if (file !== '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt') throw new Error(`A token is no reason to read ${file}.`);
        return authority;
      },
    };
  }

  private async tokenOf({ workload }: FoundCheck): Promise<string> {
    const { namespace, name } = accountOf(workload);
    const request = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} };
    return (await this.api.post(`/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`, request)).status.token;
  }

  private async apply(wanted: (object: KubeObject) => boolean): Promise<void> {
    if (this.objects.length === 0) await this.prepare();
    const objects = this.objects.filter(wanted);
    const { ok, errors } = await this.kubectl.apply(objects);
    if (!ok) throw new Error(errors);
  }

  /** The accounts of the checks with what is bound to them, and the namespaces of all that. */
  private async prepare(): Promise<void> {
    const accounts = new Set(this.checks.map(({ workload }) => nameOf(accountOf(workload))));
    const all = this.discovery.inNamespaces(this.example.objects.filter(({ kind }) => [...RBAC, 'ServiceAccount'].includes(kind)));
    const bindings = all.filter(({ kind, subjects }) => kind.endsWith('Binding')
      && (subjects ?? []).some(({ namespace, name }: Account) => accounts.has(`${namespace}/${name}`)));
    const roles = all.filter(({ kind, metadata }) => bindings.some(({ roleRef, metadata: { namespace } }) =>
      roleRef.kind === kind && roleRef.name === metadata.name && (kind === 'ClusterRole' || namespace === metadata.namespace)));
    const own = all.filter(({ kind, metadata }) => kind === 'ServiceAccount' && accounts.has(`${metadata.namespace}/${metadata.name}`));
    const objects = [...own, ...roles, ...bindings];
    await requireAbsent(this.api, this.discovery, objects);
    await this.namespaces.need(objects.flatMap(({ metadata }) => metadata.namespace ?? []));
    this.objects = recognizable(objects);
  }

  private async delete(): Promise<void> {
    if (this.objects.length === 0) return;
    const { ok, errors } = await this.kubectl.delete(this.objects, '--ignore-not-found');
    if (!ok) throw new Error(errors);
  }
}

function accountOf(workload: KubeObject): Account {
  return { namespace: workload.metadata.namespace!, name: podTemplateOf(workload)!.spec.serviceAccountName ?? 'default' };
}

/** An API that this cluster does not have is asked for all the same: whoever may not is told so first. */
function expectMetrics({ name }: FoundCheck, { status, url, body }: Scraped): void {
  const path = new URL(url).pathname;
  if (path.startsWith('/apis/')) {
    if (status !== 404) throw new Error(`${name}: ${url}: ${status}, and it was to be 404: allowed, and not there`);
  } else if (status !== 200 || !METRICS[name].test(body)) {
    throw new Error(`${name}: ${url}: ${status} ${body.slice(0, 200)}`);
  }
}
