import { ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { UnreachableComponent, WatchedComponent } from './control-plane-components';
import { ControlPlaneChecksOptions } from './control-plane-options';
import { describeControlPlaneOptions } from './describe-control-plane';
import { ClusterAgentStandalone } from '../cluster-agent/cluster-agent-standalone';
import { apiObjectsIn } from '../injection/api-objects';
import { ClusterChecks } from '../injection/cluster-checks';
import { addOwnObjects } from '../injection/own-object';
import { ClusterModel } from '../model/cluster-model';
import { ControlPlaneModel } from '../model/control-plane-model';
import { resolveControlPlane } from '../model/resolve-control-plane';
import { NodeAgent } from '../node-agent/node-agent';
import { annotateCommands, foreignServices } from '../render/control-plane/annotations';
import { controlPlaneClusterChecks } from '../render/control-plane/checks';
import { controlPlaneManifests } from '../render/control-plane/manifests';
import { controlPlaneNodePart } from '../render/control-plane/node-agent-part';
import { controlPlaneRunnerPart } from '../render/control-plane/runner-part';
import { describeControlPlane } from '../render/control-plane/summary';
import { certificateCommands } from '../render/etcd-certificate/commands';
import { isPromised } from '../render/etcd-certificate/manifests';
import { entryPoint } from '../requirements/entry-point';
import { refuseOff } from '../requirements/idle-options';
import { requireOptions } from '../requirements/options';

/** Properties of `ControlPlaneChecks`. */
export interface ControlPlaneChecksProps extends ControlPlaneChecksOptions {
  /** The Cluster Agent that hands checks out, with its runners; its platform is the one that is watched. */
  readonly clusterAgent: ClusterAgentStandalone;
  /**
   * The Agents on nodes, for checks of what runs beside them, and for all checks where there are no runners.
   *
   * @default - none
   */
  readonly nodeAgent?: NodeAgent;
}

/**
 * Checks of the API server, etcd, the scheduler and the controller-manager: with the Services, permissions, certificates and
 * tolerations that they need on the platform, and a clear word where a component cannot be watched.
 *
 * @see https://docs.datadoghq.com/containers/kubernetes/control_plane/
 */
@entryPoint
export class ControlPlaneChecks extends Construct {
  /** What is watched. */
  public readonly components: WatchedComponent[];
  /** What is not watched, and why. */
  public readonly unreachable: UnreachableComponent[];
  /** Commands for what nobody else does: to copy the certificate of etcd, and to annotate Services of the platform. */
  public readonly commands: string[];

  private readonly model: ControlPlaneModel;
  private readonly cluster: ClusterModel;

  /**
   * @throws when the platform lets nobody watch what is asked for, as AKS and GKE do, when nobody is there to run a check, or when an
   *   option could never work
   */
  constructor(scope: Construct, id: string, props: ControlPlaneChecksProps) {
    super(scope, id);
    props = requireOptions('ControlPlaneChecksProps', props, new.target !== ControlPlaneChecks);
    refuseOff('ControlPlaneChecks', props, 'controlPlane');
    const { clusterAgent, nodeAgent } = props;
    const cluster = clusterAgent._model;
    this.cluster = cluster;
    this.model = resolveControlPlane(describeControlPlaneOptions(props), {
      cluster,
      ...nodeAgent && { nodeAgent: { hostNetwork: nodeAgent._model.nodeAgent!.hostNetwork } },
    });
    this.components = this.model.components.map(({ title, check, metrics, instance, by, nodeConfiguration }) => ({
      component: title,
      check,
      metrics,
      url: String(instance.prometheus_url),
      byRunners: by === 'runners',
      nodeConfiguration: [...nodeConfiguration],
    }));
    this.unreachable = this.model.unreachable.map(({ title, ...why }) => ({ component: title, reason: why.reason, instead: why.instead }));
    const { etcdCertificate } = this.model;
    this.commands = [...etcdCertificate ? certificateCommands(etcdCertificate) : [], ...annotateCommands(this.model)];

    controlPlaneClusterChecks(this.model).forEach(check => clusterAgent._addClusterCheck(check));
    if (this.model.components.some(c => c.by === 'runners')) clusterAgent._extendRunners(controlPlaneRunnerPart(this.model));
    nodeAgent?._extend(controlPlaneNodePart(this.model, cluster.agentImage));
    addOwnObjects(this, controlPlaneManifests(this.model, cluster.platform.kubernetesVersion));
    this.addForeignServices();

    const checks = ClusterChecks.of(this);
    checks.cluster(cluster).claim(this);
    checks.cluster(cluster).makesOnly(this, 'the checks of the control plane');
    if (etcdCertificate && isPromised(etcdCertificate)) {
      checks.promiseSecret(this, etcdCertificate.secretName, etcdCertificate.namespace);
    }
  }

  /** Objects of ours. Patches on them are the last word. */
  public get apiObjects(): ApiObject[] {
    return apiObjectsIn(this);
  }

  /**
   * What is watched, how and from where, under which metrics and with which command to prove it; what is not watched and why; what must
   * be set on the nodes, and which commands are left to run.
   */
  public summary(): string {
    return describeControlPlane(this.model, this.cluster);
  }

  /**
   * A chart of their own, so that they are in a file of their own: whoever deletes what is in our files is not to delete Services of
   * the platform. It has none of our labels either, by which kubectl would prune them.
   */
  private addForeignServices(): void {
    const services = foreignServices(this.model);
    if (services.length > 0) addOwnObjects(new Chart(this, 'PlatformServices'), services);
  }
}
