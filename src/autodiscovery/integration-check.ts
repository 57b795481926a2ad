/** A check of one of Datadog's integrations. */
export interface IntegrationCheck {
  /**
   * Name of the integration, for example `redisdb` or `openmetrics`: the name of its folder in the Agent's `conf.d`.
   *
   * @see https://docs.datadoghq.com/integrations/
   */
  readonly name: string;
  /**
   * What the integration's documentation lists under `instances`, one entry for each. The Agent fills in template
   * variables such as `%%host%%` and `%%port%%`. `%%env_NAME%%` takes an env var of the Agent, and not of the container.
   *
   * @see https://docs.datadoghq.com/containers/guide/template_variables/
   */
  readonly instances: { [option: string]: any }[];
  /**
   * What the integration's documentation lists under `init_config`.
   *
   * @default - empty
   */
  readonly initConfig?: { [option: string]: any };
}

/** How the logs of a container are collected. */
export interface LogSource {
  /**
   * Name of the integration that the logs come from; Datadog picks the pipeline by it.
   *
   * @see https://docs.datadoghq.com/logs/log_configuration/pipelines/
   */
  readonly source: string;
  /**
   * Name of the service that writes them.
   *
   * @default - the service that the pod's labels or the image name
   */
  readonly service?: string;
  /**
   * Tags of every line, beside those of the container.
   *
   * @default - none
   */
  readonly tags?: { [key: string]: string };
  /**
   * Further fields of the log configuration, for example `log_processing_rules`.
   *
   * @default - none
   * @see https://docs.datadoghq.com/agent/logs/advanced_log_collection/
   */
  readonly options?: { [option: string]: any };
}
