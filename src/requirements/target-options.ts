import { idleOptions } from './idle-options';
import { Violation } from '../base/violation';
import { PAGES } from '../facts/pages';

/** Options of one target, as the user writes them. What is undefined was not given. */
export interface TargetOptions {
  /** For the container that pods on Fargate get. */
  readonly ofSidecar: { readonly [option: string]: unknown };
  /** For pods on nodes. */
  readonly ofNodes: { readonly [option: string]: unknown };
}

/** What has no effect on the pods of a target: all of them run where the options are not for. */
export function idleOnTarget(options: TargetOptions, pods: { readonly fargate: boolean; readonly nodes: boolean }): Violation | undefined {
  const { ofSidecar, ofNodes } = options;
  if (pods.fargate === pods.nodes) return undefined;
  return pods.nodes
    ? idleOptions({
      options: ofSidecar,
      because: 'such options are for the sidecars of pods on Fargate, and every pod of the target runs on nodes',
      instead: "Leave it out, or let a Fargate profile of the platform take the pods. The Agent of the nodes has 'nodeAgent'",
      link: PAGES.fargateSidecar.source,
    })
    : idleOptions({
      options: ofNodes,
      because: 'the option is for pods on nodes, and every pod of the target has the Agent as a sidecar',
      instead: 'Leave it out',
      link: PAGES.nodeConnection.source,
    });
}
