import { IConstruct } from 'constructs';
import { AutodiscoveryVersion, ContainerAutodiscovery, EndpointsAutodiscovery, ServiceAutodiscovery } from './autodiscovery-options';
import { IntegrationCheck, LogSource } from './integration-check';
import { ViolationError } from '../base/violation';
import { AUTODISCOVERY, AUTODISCOVERY_V2 } from '../facts/autodiscovery';
import { AutodiscoveryAnnotator } from '../injection/autodiscovery-annotator';
import { CheckModel } from '../model/autodiscovery-model';
import { requireCheck } from '../requirements/autodiscovery';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument, requireConstructs, requireOptions } from '../requirements/options';
import { requireTags } from '../requirements/tags';

/**
 * Checks of workloads and Services, written as annotations when the app is synthesized. They reach objects of any
 * cdk8s-plus, generated classes, plain objects, `Include` and `Helm`.
 *
 * @see https://docs.datadoghq.com/containers/kubernetes/integrations/
 */
@entryPoint
export class Autodiscovery {
  /**
   * Has the Agent run checks on a container, or collect its logs in a way of their own. Synthesis fails where no
   * workload at the construct or below it has the container.
   *
   * @param workload the workload, or a construct above it: each workload there that has the container is annotated
   * @param container name of the container in the pod
   * @param options what the Agent does for it
   * @throws when there is neither a check nor a log source, or a check has no name or no instance
   */
  public static ofContainer(workload: IConstruct, container: string, options: ContainerAutodiscovery): void {
    requireConstructs('workload', workload);
    requireArgument('container', 'string', container);
    options = requireOptions('ContainerAutodiscovery', options);
    const { checks = [], logs = [] } = options;
    if (checks.length + logs.length === 0) {
      throw new ViolationError({
        rule: 'autodiscovery/asks-for-something',
        reason: `nothing is asked for the container '${container}'`,
        remedy: "Give 'checks' or 'logs'",
        link: AUTODISCOVERY_V2.source,
      }, workload.node.path);
    }
    AutodiscoveryAnnotator.of(workload).add({
      target: workload,
      on: 'pods',
      identifier: container,
      model: { version: versionOf(options.version), checks: checks.map(checkModel), logs: logs.map(logModel) },
    });
  }

  /**
   * Has a cluster check runner run checks on the address of a Service.
   *
   * @param service the Service, or a construct above it: each Service there is annotated
   * @param options what is run
   * @throws when a check has no name or no instance
   * @see https://docs.datadoghq.com/containers/cluster_agent/clusterchecks/
   */
  public static ofService(service: IConstruct, options: ServiceAutodiscovery): void {
    requireConstructs('service', service);
    options = requireOptions('ServiceAutodiscovery', options);
    AutodiscoveryAnnotator.of(service).add({
      target: service,
      on: 'services',
      identifier: AUTODISCOVERY.service,
      model: { version: versionOf(options.version), checks: options.checks.map(checkModel), logs: [] },
    });
  }

  /**
   * Has checks run on each endpoint of a Service. On Fargate, set `resolve` to `EndpointsResolve.IP`.
   *
   * @param service the Service, or a construct above it: each Service there is annotated
   * @param options what is run, and by whom
   * @throws when a check has no name or no instance
   * @see https://docs.datadoghq.com/containers/cluster_agent/endpointschecks/
   */
  public static ofEndpoints(service: IConstruct, options: EndpointsAutodiscovery): void {
    requireConstructs('service', service);
    options = requireOptions('EndpointsAutodiscovery', options);
    AutodiscoveryAnnotator.of(service).add({
      target: service,
      on: 'services',
      identifier: AUTODISCOVERY.endpoints,
      model: { version: versionOf(options.version), checks: options.checks.map(checkModel), logs: [], resolve: options.resolve },
    });
  }

  private constructor() {}
}

function versionOf(version: AutodiscoveryVersion = AutodiscoveryVersion.V2): 'v1' | 'v2' {
  return version === AutodiscoveryVersion.V1 ? 'v1' : 'v2';
}

function checkModel(check: IntegrationCheck): CheckModel {
  const { name, initConfig = {}, instances } = requireCheck(check);
  return { name, initConfig, instances };
}

function logModel({ source, service, tags, options }: LogSource): { [field: string]: any } {
  return { source, service, ...tags && { tags: requireTags(tags) }, ...options };
}
