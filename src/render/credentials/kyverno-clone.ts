import { Reach } from './secret-request';
import { KYVERNO, KYVERNO_SECRET_VERBS } from '../../facts/kyverno';
import { Manifest } from '../../manifest/manifest';
import { KyvernoSource, SecretKeys } from '../../model/credentials-model';
import { OWN_LABELS } from '../../parts/labels';

/** An object that Kyverno copies, under its name. */
export interface Clone extends Reach {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
}

/** A policy of Kyverno that copies the Secret and keeps the copies as it is, and what Kyverno may do for it. */
export function kyvernoCloneManifests({ name }: SecretKeys, { policy }: KyvernoSource, reach: Reach): Manifest[] {
  return cloneManifests({ ...reach, kind: 'Secret', name }, policy);
}

/** The same for any object. */
export function cloneManifests(clone: Clone, policy: KyvernoSource['policy']): Manifest[] {
  return [mayCopy(clone), policy === 'GeneratingPolicy' ? generatingPolicy(clone) : clusterPolicy(clone)];
}

function resourceOf({ kind }: Clone): string {
  return kind === 'Secret' ? 'secrets' : 'configmaps';
}

/** Kyverno collects the ClusterRoles with this label; its own grant nothing on Secrets. */
function mayCopy(clone: Clone): Manifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: `kyverno-clone-${clone.name}`, labels: { ...OWN_LABELS, [KYVERNO.backgroundLabel]: 'true' } },
    rules: [{ apiGroups: [''], resources: [resourceOf(clone)], verbs: [...KYVERNO_SECRET_VERBS.verbs] }],
  };
}

function generatingPolicy(clone: Clone): Manifest {
  const { name, home, namespaces } = clone;
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
      // The object as a whole: what is put together from its parts does not follow when it changes. Names of functions
      // in lower case came with a later version.
      variables: [{ name: 'source', expression: `resource.Get("v1", "${resourceOf(clone)}", "${home}", "${name}")` }],
      generate: [{ expression: 'generator.Apply(object.metadata.name, [variables.source])' }],
    },
  };
}

function clusterPolicy({ kind, name, home, namespaces }: Clone): Manifest {
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
          kind,
          name,
          namespace: '{{request.object.metadata.name}}',
          synchronize: true,
          clone: { namespace: home, name },
        },
      }],
    },
  };
}
