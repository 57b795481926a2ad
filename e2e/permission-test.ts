import { Account, datadogAccounts, nameOf, proveIdentity } from './accounts';
import { bindingsOf, boundNamespaces, boundRoles } from './bindings';
import { Discovery } from './discovery';
import * as expectations from './expectations';
import { KubeApi } from './kube-api';
import { KubeObject } from './manifests';
import { Options } from './options';
import { Permission, toLines } from './permission';
import { FOREIGN_NAMESPACE, permissionsOf, questionsWorthAsking, sweepOfNobody } from './permission-sweep';
import { universe } from './permission-universe';
import { RulesInForce } from './rules-in-force';

/** What Datadog's ServiceAccounts of an example may do: the API server is asked, and the answer is compared with a file. */
export class PermissionTest {
  private readonly accounts: Account[];
  /** Where something may be allowed, whoever it is allowed to. */
  private readonly shared: string[];
  private questions: Permission[] = [];
  private everybody = new Set<Permission>();

  constructor(
    private readonly example: string,
    private readonly objects: KubeObject[],
    private readonly api: KubeApi,
    private readonly discovery: Discovery,
    private readonly options: Options,
  ) {
    this.accounts = datadogAccounts(objects);
    this.shared = ['', 'datadog', FOREIGN_NAMESPACE, ...boundNamespaces(bindingsOf(objects))];
  }

  /** Whether Datadog runs as anybody. */
  public get any(): boolean {
    return this.accounts.length > 0;
  }

  /** Before the example is applied: what may any ServiceAccount do? */
  public async prepare(): Promise<void> {
    if (!this.any) return;
    const namespaces = new Set([...this.shared.slice(1), ...this.accounts.map(({ namespace }) => namespace)]);
    const inForce = await RulesInForce.read(this.api);
    const roles = boundRoles(bindingsOf(this.objects), [...this.objects, ...inForce.roles]);
    this.questions = universe(this.discovery.resources, this.discovery.paths, roles, [...namespaces].sort());
    this.everybody = await sweepOfNobody(this.api, this.questions, inForce);
  }

  /** After it was applied: what may Datadog's, beyond that? Throws where it is not what the file says. */
  public async compare(): Promise<string> {
    const actual: expectations.Permissions = {};
    const details: string[] = [];
    const inForce = await RulesInForce.read(this.api);
    for (const account of this.accounts) {
      await proveIdentity(this.api, account);
      const all = this.questionsTo(account);
      const questions = this.options.everyQuestion ? all : questionsWorthAsking(account, all, inForce);
      const allowed = await permissionsOf(this.api, account, questions, this.everybody);
      actual[nameOf(account)] = toLines(allowed);
      details.push(`${nameOf(account)}: ${allowed.length} allowed; ${questions.length} of ${all.length} questions asked`);
    }
    if (this.options.updateExpectations) {
      expectations.write(this.options.expectations, this.example, actual);
      return ['written; review the difference', ...details].join('\n');
    }
    const different = expectations.differences(this.options.expectations, this.example, actual);
    if (different.length > 0) throw new Error([`${different.length} differences`, ...details, ...different].join('\n'));
    return ['as expected', ...details].join('\n');
  }

  private questionsTo(account: Account): Permission[] {
    const scopes = new Set([...this.shared, account.namespace]);
    return this.questions.filter((question) => 'path' in question || scopes.has(question.namespace));
  }
}
