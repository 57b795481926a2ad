import { ClusterAgentTls } from './cluster-agent-tls';
import { DatadogCredentials } from '../credentials/datadog-credentials';
import { DatadogFeatures } from '../features/features-options';
import { Platform } from '../platform/platform';
import { DatadogSite } from '../site/datadog-site';

/** What every part of Datadog on one cluster has in common. */
export interface DatadogClusterOptions {
  /** The kind of cluster. */
  readonly platform: Platform;
  /**
   * Name of the cluster in Datadog. Agent 7.78 and newer take up to 80 lowercase letters, digits, hyphens and
   * underscores, in parts separated by dots.
   */
  readonly clusterName: string;
  /** The API key and the Cluster Agent token. */
  readonly credentials: DatadogCredentials;
  /**
   * Datadog site of the organization.
   *
   * @default DatadogSite.US1
   */
  readonly site?: DatadogSite;
  /**
   * Namespace of the Cluster Agent.
   *
   * @default "datadog"
   */
  readonly namespace?: string;
  /**
   * Tags of everything that the Agents send.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
  /**
   * Release of the Agent and the Cluster Agent, as major.minor.patch; 7.47.0 or newer.
   *
   * @default "7.81.1"
   */
  readonly agentVersion?: string;
  /**
   * Registry of the images, without a slash at the end.
   *
   * @default - Datadog's registry for the site
   */
  readonly registry?: string;
  /**
   * Checks of the Cluster Agent's certificate.
   *
   * @default - none, as in Datadog's own installations
   */
  readonly clusterAgentTls?: ClusterAgentTls;
  /**
   * What is collected.
   *
   * @default - traces and metrics of applications, cluster checks, events, kube-state-metrics and the resources view
   */
  readonly features?: DatadogFeatures;
}
