import { Account, nameOf, userOf } from './accounts';
import { KubeApi, PARALLEL } from './kube-api';
import { inParallel } from './parallel';
import { Permission, reviewOf, withoutImplied } from './permission';
import { couldAllow, RulesInForce } from './rules-in-force';

const REVIEWS = '/apis/authorization.k8s.io/v1/subjectaccessreviews';

/** Nobody binds anything to it: what it may do, every ServiceAccount may. Authorization does not ask whether it exists. */
const NOBODY: Account = { namespace: 'e2e-foreign', name: 'nobody' };

/** A namespace that no example knows. */
export const FOREIGN_NAMESPACE = NOBODY.namespace;

/** Of those questions that no rule could be about, one of so many is asked all the same: other ones for each account. */
const SAMPLE = 20;

/** What nobody may do, as far as it was asked, while the rules for nobody are the same. */
const known = { rules: '', answers: new Map<string, boolean>() };

/** What a ServiceAccount without any binding may do. Taken before an example is applied. */
export async function sweepOfNobody(api: KubeApi, questions: Permission[], inForce: RulesInForce): Promise<Set<Permission>> {
  const rules = JSON.stringify(inForce.of(NOBODY));
  if (rules !== known.rules) known.answers.clear();
  known.rules = rules;
  const fresh = questions.filter((question) => !known.answers.has(keyOf(question)));
  const yes = new Set(await allowedOf(api, NOBODY, fresh));
  for (const question of fresh) known.answers.set(keyOf(question), yes.has(question));
  const allowed = new Set(questions.filter((question) => known.answers.get(keyOf(question))));
  // Every authenticated user may ask for its own rights: a sweep that does not see this sees nothing.
  if (allowed.size === 0) throw new Error('The sweep finds nothing that an ordinary ServiceAccount may do, so it cannot be trusted.');
  return allowed;
}

/**
 * The questions to ask about `account`: all that a rule could be about that is for it and not for nobody, and a sample of the
 * others. Of these nobody, who was asked all of them, is the measure: RBAC only ever adds.
 */
export function questionsWorthAsking(account: Account, questions: Permission[], inForce: RulesInForce): Permission[] {
  const ofNobody = new Set(inForce.of(NOBODY).map((rule) => JSON.stringify(rule)));
  const couldBe = couldAllow(inForce.of(account).filter((rule) => !ofNobody.has(JSON.stringify(rule))));
  const offset = [...nameOf(account)].reduce((sum, char) => sum + char.charCodeAt(0), 0);
  return questions.filter((question, index) => couldBe(question) || (index + offset) % SAMPLE === 0);
}

/** What `account` may do beyond what everybody may, by asking the API server each of `questions`. */
export async function permissionsOf(api: KubeApi, account: Account, questions: Permission[], everybody: Set<Permission>): Promise<Permission[]> {
  const allowed = await allowedOf(api, account, questions);
  return withoutImplied(allowed.filter((permission) => !everybody.has(permission)));
}

/** Those of `questions` that the API server answers with yes. */
export async function allowedOf<P extends Permission>(api: KubeApi, account: Account, questions: P[]): Promise<P[]> {
  const user = userOf(account);
  const answers = await inParallel(questions, PARALLEL, async (question) => {
    const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec: { ...user, ...reviewOf(question) } };
    const { status } = await api.post(REVIEWS, review);
    if (status.evaluationError) throw new Error(`${nameOf(account)}: ${status.evaluationError}`);
    return status.allowed as boolean;
  });
  return questions.filter((_, index) => answers[index]);
}

function keyOf(permission: Permission): string {
  return JSON.stringify(permission);
}
