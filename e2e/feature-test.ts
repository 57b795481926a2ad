import { userOf } from './accounts';
import { Discovery } from './discovery';
import { namespaceOf, objectsOf } from './feature-objects';
import { ALWAYS, FeatureRow, FEATURES, NEVER } from './feature-table';
import { KubeApi } from './kube-api';
import { Kubectl } from './kubectl';
import { absentOf, removeLeftovers, requireAbsent } from './leftovers';
import { isNamespace, KubeObject, namespacesLast } from './manifests';
import { inParallel, poll } from './parallel';
import { fromLine, Permission, ResourcePermission, toLines } from './permission';
import { allowedOf } from './permission-sweep';
import { Report } from './report';
import { sentinel, SENTINEL_ACCOUNT, SENTINEL_LINES } from './sentinel';

const CLUSTER_AGENT = 'datadog-cluster-agent';
const RUNNER = 'datadog-cluster-checks';
const NODE_AGENT = 'datadog-node-agent';

/** Each feature alone and all off, side by side in the cluster: may the accounts do what the feature needs, and nothing of what others need? */
export class FeatureTest {
  private readonly charts = new Map<FeatureRow, KubeObject[]>();
  private objects: KubeObject[] = [];

  constructor(private readonly kubectl: Kubectl, private readonly api: KubeApi, private readonly discovery: Discovery) {}

  public async run(report: Report): Promise<void> {
    if (!await report.check('prepared', () => this.prepare())) return;
    try {
      if (!await report.check('applied', () => this.apply())) return;
      for (const [row, objects] of this.charts) await report.check(row.name, () => this.compare(row, objects));
      await report.check('autoscaler', () => this.autoscaler());
    } finally {
      await report.check('deleted', () => this.delete());
    }
  }

  private async prepare(): Promise<string> {
    for (const row of FEATURES) this.charts.set(row, objectsOf(row));
    this.objects = [...this.charts.values()].flat();
    const all = [...this.objects, ...sentinel()];
    await removeLeftovers(this.api, this.discovery);
    await requireAbsent(this.api, this.discovery, all);
    return `${FEATURES.length} charts`;
  }

  private async apply(): Promise<string> {
    const last = sentinel();
    for (const objects of [this.objects.filter(isNamespace), this.objects.filter((object) => !isNamespace(object)), last]) {
      const { ok, errors } = await this.kubectl.apply(objects);
      if (!ok) throw new Error(errors);
    }
    // The API server learns of roles and bindings a moment after they were written, in the order of writing: with the last one, it knows all.
    const questions = SENTINEL_LINES.flatMap(fromLine);
    const seen = await poll(30, async () => (await allowedOf(this.api, SENTINEL_ACCOUNT, questions)).length === questions.length || undefined);
    if (!seen) throw new Error('The last binding has no effect after 30 s.');
    return `${this.objects.length} objects`;
  }

  private async compare(row: FeatureRow, objects: KubeObject[]): Promise<string> {
    const expected: Record<string, string[]> = {
      [CLUSTER_AGENT]: [...ALWAYS, ...row.clusterAgent],
      ...row.runner && { [RUNNER]: row.runner },
      ...row.nodeAgent && { [NODE_AGENT]: row.nodeAgent },
    };
    const accounts = objects.filter(({ kind }) => kind === 'ServiceAccount').map(({ metadata }) => metadata.name);
    const problems = [...new Set([...Object.keys(expected), ...accounts])]
      .filter((name) => !expected[name] || !accounts.includes(name))
      .map((name) => `${name}: ${expected[name] ? 'expected, and there is no such ServiceAccount' : 'a ServiceAccount that is not expected'}`);
    const answers = await inParallel(accounts.filter((name) => expected[name]), 1, async (name) => {
      const may = permissionsIn(expected[name], row);
      const questions = allQuestions(row);
      const allowed = new Set((await allowedOf(this.api, { namespace: namespaceOf(row), name }, questions)).map(key));
      const wanted = new Set(may.map(key));
      problems.push(
        ...toLines(may.filter((one) => !allowed.has(key(one)))).map((line) => `${name}: not allowed: ${line}`),
        ...toLines(questions.filter((one) => allowed.has(key(one)) && !wanted.has(key(one)))).map((line) => `${name}: not expected: ${line}`),
      );
      return `${name}: ${allowed.size} allowed, ${questions.length - allowed.size} denied`;
    });
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return answers.join('; ');
  }

  /** Its account reads every external metric by a role that Kubernetes brings, so the library grants it nothing. */
  private async autoscaler(): Promise<string> {
    const account = { namespace: 'kube-system', name: 'horizontal-pod-autoscaler' };
    const questions = fromLine('get,list anymetric.external.metrics.k8s.io in e2e-off');
    const allowed = await allowedOf(this.api, account, questions);
    if (allowed.length !== questions.length) throw new Error(`${userOf(account).user} may not read external metrics`);
    return 'reads external metrics, by nothing of ours';
  }

  private async delete(): Promise<string> {
    const all = [...sentinel(), ...this.objects];
    const { ok, errors } = await this.kubectl.delete(namespacesLast(all), '--ignore-not-found', '--wait=false');
    if (!ok) throw new Error(errors);
    const namespaces = all.filter(isNamespace);
    await poll(60, async () => (await absentOf(this.api, this.discovery, namespaces)).length === namespaces.length || undefined);
    await requireAbsent(this.api, this.discovery, all);
    return 'nothing left';
  }
}

/** What any row or account is about, so that each is also asked for what only another one may do. */
function allQuestions(row: FeatureRow): ResourcePermission[] {
  const ofRows = FEATURES.flatMap(({ clusterAgent, runner = [], nodeAgent = [] }) => [...clusterAgent, ...runner, ...nodeAgent]);
  return permissionsIn([...ALWAYS, ...NEVER, ...ofRows], row);
}

function permissionsIn(lines: string[], row: FeatureRow): ResourcePermission[] {
  const permissions = lines.flatMap((line) => fromLine(line.replace(/ in datadog$/, ` in ${namespaceOf(row)}`)));
  return [...new Map(permissions.map((permission) => [key(permission), permission])).values()];
}

function key(permission: Permission): string {
  return JSON.stringify(permission);
}
