import { KubeObject } from '../manifests';

/** Manifests whose check is to be followed, and commands for a person to run before. */
export interface Followed {
  readonly what: string;
  readonly objects: KubeObject[];
  readonly commands: string[];
}
