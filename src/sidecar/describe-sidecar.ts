import { SidecarOptions, SidecarPermissions } from './sidecar-options';
import { SidecarDescription } from '../model/sidecar-model';

/** The options as plain data for the model. */
export function describeSidecar(options: SidecarOptions): SidecarDescription {
  const { cpu, memory, env, placement, readOnlyRootFilesystem, probes, serviceTags, permissions } = options;
  return {
    cpu,
    memory,
    env,
    placement,
    readOnlyRootFilesystem,
    probes,
    serviceTags,
    documentedPermissions: permissions && permissions === SidecarPermissions.DOCUMENTED,
  };
}
