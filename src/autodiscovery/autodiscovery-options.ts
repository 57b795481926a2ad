import { IntegrationCheck, LogSource } from './integration-check';

/** Version of the annotations. */
export enum AutodiscoveryVersion {
  /** One annotation with every check. Agent 7.36 and newer, so every Agent that this library deploys. */
  V2 = 'v2',
  /** Three annotations, for an older Agent that somebody else runs. */
  V1 = 'v1',
}

/** What all annotations have in common. */
export interface AutodiscoveryOptions {
  /**
   * Version of the annotations.
   *
   * @default AutodiscoveryVersion.V2
   */
  readonly version?: AutodiscoveryVersion;
}

/** What the Agent does for a container. */
export interface ContainerAutodiscovery extends AutodiscoveryOptions {
  /**
   * Checks that the Agent in the pod, or on its node, runs on the container.
   *
   * @default - none
   */
  readonly checks?: IntegrationCheck[];
  /**
   * How the logs of the container are collected.
   *
   * @default - as those of every container, where the Agent collects them
   */
  readonly logs?: LogSource[];
}

/** What the Agents do for a Service as a whole. */
export interface ServiceAutodiscovery extends AutodiscoveryOptions {
  /** Checks that one cluster check runner runs on the address of the Service. */
  readonly checks: IntegrationCheck[];
}

/** Who runs a check of endpoints. */
export enum EndpointsResolve {
  /** The Agent on the node of the pod behind each endpoint, and a runner where there is no pod. */
  AUTO = 'auto',
  /** A cluster check runner. On Fargate there is no other. */
  IP = 'ip',
}

/** What the Agents do for each endpoint of a Service. */
export interface EndpointsAutodiscovery extends AutodiscoveryOptions {
  /** Checks that are run on each endpoint. */
  readonly checks: IntegrationCheck[];
  /**
   * Who runs them.
   *
   * @default EndpointsResolve.AUTO
   * @see https://docs.datadoghq.com/containers/cluster_agent/endpointschecks/
   */
  readonly resolve?: EndpointsResolve;
}
