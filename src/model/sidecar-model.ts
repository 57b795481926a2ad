import { ResourcesModel } from './resources-model';
import { KUBERNETES_FEATURES } from '../facts/kubernetes-versions';
import { SIDECAR } from '../facts/sidecar';
import { requireNoHostFeatures } from '../requirements/host-features';
import { requireKubernetesFeature } from '../requirements/kubernetes-feature';
import { requireLabelValue } from '../requirements/label-value';
import { requireCpu, requireMemory } from '../requirements/quantity';
import { requireStrings } from '../requirements/strings';
import { requireUserEnv } from '../requirements/user-env';

/** An ordinary container, or an init container that keeps running (restartPolicy Always). */
export type SidecarPlacement = 'container' | 'native';

/** What a user says of the sidecars; left out, the default. */
export interface SidecarDescription {
  readonly cpu?: string;
  readonly memory?: string;
  readonly env?: { readonly [name: string]: string };
  readonly documentedPermissions?: boolean;
  readonly placement?: SidecarPlacement;
  readonly readOnlyRootFilesystem?: boolean;
  readonly probes?: boolean;
  readonly serviceTags?: ServiceTagsModel;
}

export interface SidecarModel {
  readonly resources: ResourcesModel;
  /** Env vars of the Agent that the user sets; they win. */
  readonly env: { readonly [name: string]: string };
  /** Grants what Datadog's documentation lists in place of what the Agent uses. */
  readonly documentedPermissions: boolean;
  readonly placement: SidecarPlacement;
  readonly readOnlyRootFilesystem: boolean;
  /** The Agent serves its health, and Kubernetes asks for it. */
  readonly probes: boolean;
  /** Unified service tags of the pod. */
  readonly serviceTags: ServiceTagsModel;
}

export interface ServiceTagsModel {
  readonly env?: string;
  readonly service?: string;
  readonly version?: string;
}

/** Fills in the defaults, from those of all sidecars where `defaults` is given. */
export function resolveSidecar(given: SidecarDescription, kubernetesVersion: string, defaults?: SidecarModel): SidecarModel {
  const placement = given.placement ?? defaults?.placement ?? 'container';
  if (placement === 'native') requireKubernetesFeature(kubernetesVersion, KUBERNETES_FEATURES.nativeSidecars);
  return {
    resources: {
      cpu: requireCpu('the sidecar', given.cpu ?? defaults?.resources.cpu ?? SIDECAR.cpu),
      memory: requireMemory('the sidecar', given.memory ?? defaults?.resources.memory ?? SIDECAR.memory),
    },
    env: { ...defaults?.env, ...requireNoHostFeatures(requireUserEnv('the sidecar', 'sidecars', given.env ?? {})) },
    documentedPermissions: given.documentedPermissions ?? defaults?.documentedPermissions ?? false,
    placement,
    readOnlyRootFilesystem: given.readOnlyRootFilesystem ?? defaults?.readOnlyRootFilesystem ?? false,
    probes: given.probes ?? defaults?.probes ?? false,
    serviceTags: resolveServiceTags({ ...defaults?.serviceTags, ...defined(given.serviceTags) }),
  };
}

function resolveServiceTags(tags: ServiceTagsModel): ServiceTagsModel {
  requireStrings("'serviceTags' of the sidecar", { ...tags });
  Object.entries(tags).forEach(([name, value]) => requireLabelValue(`the service tag '${name}'`, value));
  return tags;
}

function defined(tags: ServiceTagsModel = {}): ServiceTagsModel {
  return Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined));
}
