/** A component of the control plane that is watched. */
export interface WatchedComponent {
  /** Name of the component, for example "scheduler". */
  readonly component: string;
  /** Name of the check, for example "kube_scheduler". */
  readonly check: string;
  /** What its metrics begin with, for example "kube_scheduler". */
  readonly metrics: string;
  /** Where they are read, with Autodiscovery's variables. */
  readonly url: string;
  /** Whether cluster check runners run the check, and not Agents on nodes. */
  readonly byRunners: boolean;
  /** What must be set on the nodes first, as lines of text; empty where nothing must. */
  readonly nodeConfiguration: string[];
}

/** A component of the control plane that is not watched. */
export interface UnreachableComponent {
  /** Name of the component, for example "etcd". */
  readonly component: string;
  /** Why, as a sentence without its full stop. */
  readonly reason: string;
  /**
   * What there is in its place.
   *
   * @default - nothing: the options turn it off
   */
  readonly instead?: string;
}
