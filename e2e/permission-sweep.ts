import { Account, nameOf, userOf } from './accounts';
import { KubeApi, PARALLEL } from './kube-api';
import { inParallel } from './parallel';
import { Permission, reviewOf, withoutImplied } from './permission';

const REVIEWS = '/apis/authorization.k8s.io/v1/subjectaccessreviews';

/** Nobody binds anything to it: what it may do, every ServiceAccount may. Authorization does not ask whether it exists. */
const NOBODY: Account = { namespace: 'e2e-foreign', name: 'nobody' };

/** A namespace that no example knows. */
export const FOREIGN_NAMESPACE = NOBODY.namespace;

/** What a ServiceAccount without any binding may do. Taken before an example is applied. */
export async function sweepOfNobody(api: KubeApi, questions: Permission[]): Promise<Set<Permission>> {
  const allowed = new Set(await allowedOf(api, NOBODY, questions));
  // Every authenticated user may ask for its own rights: a sweep that does not see this sees nothing.
  if (allowed.size === 0) throw new Error('The sweep finds nothing that an ordinary ServiceAccount may do, so it cannot be trusted.');
  return allowed;
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
