import { ViolationError } from '../base/violation';
import { COMPONENT_CHECKS } from '../facts/control-plane/checks';
import { ComponentId } from '../facts/control-plane/control-plane-fact';

interface Given {
  readonly components?: { readonly [id in ComponentId]?: { readonly caCertificatePath?: string } };
}

/** The Agent reads certificates from paths in its container, and a relative one is read from a folder that nothing is mounted to. */
export function requireControlPlaneOptions({ components = {} }: Given): void {
  for (const id of Object.keys(COMPONENT_CHECKS) as ComponentId[]) {
    if (components[id]?.caCertificatePath?.startsWith('/') ?? true) continue;
    throw new ViolationError({
      rule: 'control-plane/option-value',
      reason: `'controlPlane.${id}.caCertificatePath' is not an absolute path`,
      remedy: "Write the path of a file in the Agent's container, beginning with '/'",
      link: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/',
    });
  }
}
