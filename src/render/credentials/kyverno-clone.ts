import { Reach } from './secret-request';
import { KYVERNO, KYVERNO_SECRET_VERBS } from '../../facts/kyverno';
import { Manifest } from '../../manifest/manifest';
import { KyvernoSource, SecretKeys } from '../../model/credentials-model';
import { OWN_LABELS } from '../labels';

/** A policy of Kyverno that copies the Secret and keeps the copies as it is, and what Kyverno may do for it. */
export function kyvernoCloneManifests(secret: SecretKeys, { policy }: KyvernoSource, reach: Reach): Manifest[] {
  return [mayCopySecrets(secret), policy === 'GeneratingPolicy' ? generatingPolicy(secret, reach) : clusterPolicy(secret, reach)];
}

/** Kyverno collects the ClusterRoles with this label; its own grant nothing on Secrets. */
function mayCopySecrets({ name }: SecretKeys): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: `kyverno-clone-${name}`, labels: { ...OWN_LABELS, [KYVERNO.backgroundLabel]: 'true' } },
    rules: [{ apiGroups: [''], resources: ['secrets'], verbs: [...KYVERNO_SECRET_VERBS.verbs] }],
  };
}

function generatingPolicy({ name }: SecretKeys, { home, namespaces }: Reach): Manifest {
  return {
    apiVersion: KYVERNO.generatingPolicy,
    kind: 'GeneratingPolicy',
    metadata: { name: `clone-${name}`, labels: { ...OWN_LABELS } },
    spec: {
      evaluation: { generateExisting: { enabled: true }, synchronize: { enabled: true } },
      matchConstraints: {
        // An update of a namespace would delete the copy and make it again.
        resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['namespaces'], resourceNames: namespaces }],
      },
      // The Secret as a whole: what is put together from its parts does not follow when it changes. Names of functions
      // in lower case came with a later version.
      variables: [{ name: 'source', expression: `resource.Get("v1", "secrets", "${home}", "${name}")` }],
      generate: [{ expression: 'generator.Apply(object.metadata.name, [variables.source])' }],
    },
  };
}

function clusterPolicy({ name }: SecretKeys, { home, namespaces }: Reach): Manifest {
  return {
    apiVersion: KYVERNO.clusterPolicy,
    kind: 'ClusterPolicy',
    metadata: { name: `clone-${name}`, labels: { ...OWN_LABELS } },
    spec: {
      generateExisting: true,
      rules: [{
        name: 'clone',
        match: { any: [{ resources: { kinds: ['Namespace'], names: namespaces } }] },
        generate: {
          apiVersion: 'v1',
          kind: 'Secret',
          name,
          namespace: '{{request.object.metadata.name}}',
          synchronize: true,
          clone: { namespace: home, name },
        },
      }],
    },
  };
}
