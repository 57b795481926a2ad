import { SIDECAR_ACCESS } from '../../facts/rbac';
import { injects, KnownInjection } from '../../manifest/injection-match';
import { namespaceOf } from '../../manifest/manifest';
import { LocatedPods, ManifestSet } from '../../manifest/manifest-set';
import { hasToken, namedServiceAccount, serviceAccountOf } from '../../manifest/service-account';
import { sidecarWebhooks, webhookInjects } from '../../manifest/sidecar-webhook';
import { Rule } from '../rule';
import { mayReachKubelet } from '../sidecar/service-account-is-bound';

type Way = Pick<KnownInjection, 'ownAccounts' | 'ownToken'> & { readonly by: string };

export const injectedReachKubelet: Rule = {
  id: 'sidecar-injection/injected-reach-kubelet',
  severity: 'error',
  title: 'The account of a workload that gets its Agent when its pods are made may get nodes/proxy, and its token is mounted.',
  link: SIDECAR_ACCESS.source,
  check: ({ manifests, complete, sidecarInjections = [] }) => {
    if (!complete) return [];
    const webhooks = sidecarWebhooks(manifests);
    return manifests.pods.flatMap(at => {
      const [way] = [
        ...sidecarInjections.filter(({ webhook, match }) => !webhook && injects(match, at)).map(known => ({ ...known, by: `the injection '${known.name}'` })),
        ...webhooks.filter(webhook => webhook.at !== at && webhookInjects(webhook, at, manifests)).map(() => ({ by: "Datadog's webhook" })),
      ];
      const problem = way && faultOf(at, way, manifests);
      return problem ? [{ at, ...problem }] : [];
    });
  },
};

function faultOf(at: LocatedPods, { by, ownAccounts = [], ownToken = false }: Way, manifests: ManifestSet) {
  const namespace = namespaceOf(at.manifest);
  const name = serviceAccountOf(at.pod);
  if (name === 'default' && ownAccounts.includes(namespace)) return undefined;
  if (!mayReachKubelet(manifests, { namespace, name })) {
    return {
      reason: `${by} adds an Agent, and no ClusterRoleBinding gives the ServiceAccount '${name}' of the namespace '${namespace}' a ClusterRole with 'get' on 'nodes/proxy', without which it cannot reach the kubelet`,
      remedy: `Add { namespace: '${namespace}', name: '${name}' } to 'serviceAccounts' of datadog.injectAtAdmission(...)${namedServiceAccount(at.pod) ? '' : ', or name an account in the pod'}`,
    };
  }
  const account = manifests.find('ServiceAccount', namespace, name);
  const mounts = ownToken && at.pod.automountServiceAccountToken === false;
  return mounts || hasToken(at.pod, { name: '' }, account) ? undefined : {
    reason: `${by} adds an Agent, and 'automountServiceAccountToken' of ${at.pod.automountServiceAccountToken === false ? 'the pod' : `the ServiceAccount '${name}'`} is false, so it has no token and cannot reach the kubelet`,
    remedy: ownToken
      ? "Set 'automountServiceAccountToken: false' on the pod as well, which then has a token for the Agent alone; or set it to true"
      : "Set 'automountServiceAccountToken: true' on the pod, which gives a token to every container; or take InjectionMethod.mutatingAdmissionPolicy() or InjectionMethod.kyverno(), which give one to the Agent alone",
  };
}
