import { CoreDnsAddOnOptions, CustomEksAddOnOptions, EksAddOnOptions } from './eks-add-on-options';
import { EKS_ADD_ONS, EksAddOnFact, UPDATE_ADD_ON } from '../facts/eks-add-ons';
import { profileFor } from '../manifest/fargate-profile';
import { addOnCommands, describeAddOn } from '../render/eks-addons/commands';
import { addOnConfiguration, AddOnModel } from '../render/eks-addons/configuration';
import {
  requireAddOnConfiguration, requireAddOnLabels, requireAddOnName, requireAddOnProfile, requireEksClusterName, requireKeys,
} from '../requirements/eks-add-on';
import { entryPoint } from '../requirements/entry-point';
import { refuseIdle } from '../requirements/idle-options';
import { requireOptions } from '../requirements/options';

/**
 * The configuration of an add-on of EKS, as text, and the commands of the AWS CLI that apply it: for what runs in the cluster
 * and is in no cdk8s app.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html
 */
@entryPoint
export class EksAddOn {
  /**
   * CoreDNS.
   *
   * @throws when a label is none, or is one that its pods have already; when `configuration` says what another option says; or
   *   when no Fargate profile of the platform takes the pods
   */
  public static coreDns(options: CoreDnsAddOnOptions): EksAddOn {
    options = requireOptions('CoreDnsAddOnOptions', options);
    const { onFargate = true, platform } = options;
    const fact = EKS_ADD_ONS.coreDns;
    if (!onFargate) {
      refuseIdle({
        options: { platform },
        because: "the Fargate profiles of the platform are compared with pods on Fargate, and 'onFargate' is false",
        instead: "Leave it out, or leave 'onFargate' out",
        link: UPDATE_ADD_ON.source,
      });
    }
    const addOn = new EksAddOn(fact, options, onFargate);
    const profiles = platform?._description.fargateProfiles;
    if (onFargate && profiles) {
      const labels = { ...fact.labels, ...options.podLabels };
      requireAddOnProfile(fact.name, { namespace: fact.namespace, labels }, profileFor(fact.namespace, labels, profiles) !== undefined);
    }
    return addOn;
  }

  /**
   * The Kubernetes Metrics Server.
   *
   * @throws when a label is none, or `configuration` says what another option says
   */
  public static metricsServer(options: EksAddOnOptions): EksAddOn {
    options = requireOptions('EksAddOnOptions', options);
    return new EksAddOn(EKS_ADD_ONS.metricsServer, options);
  }

  /**
   * Any add-on whose configuration takes labels for its pods. AWS refuses labels where it takes none; `schemaCommand` shows what
   * it takes.
   *
   * @throws when the add-on has no name, a label is none, or `configuration` says what another option says
   */
  public static custom(options: CustomEksAddOnOptions): EksAddOn {
    options = requireOptions('CustomEksAddOnOptions', options);
    const { addOnName, podLabelsKey = 'podLabels' } = options;
    const name = requireAddOnName(addOnName);
    const keys = requireKeys(name, podLabelsKey);
    if (Object.keys(options.podLabels ?? {}).length === 0 && podLabelsKey !== 'podLabels') {
      refuseIdle({
        options: { podLabelsKey },
        because: "it is the place of the labels of 'podLabels', and there are none",
        instead: "Leave it out, or write labels in 'podLabels'",
        link: UPDATE_ADD_ON.source,
      });
    }
    return new EksAddOn({ name, podLabels: keys, ...UPDATE_ADD_ON }, options);
  }

  /** Name of the add-on. */
  public readonly name: string;
  private readonly model: AddOnModel;

  private constructor(fact: EksAddOnFact, { clusterName, podLabels = {}, configuration = {} }: EksAddOnOptions, onFargate = false) {
    this.name = fact.name;
    const taken = [...Object.keys(podLabels).length > 0 && fact.podLabels.length === 1 ? fact.podLabels : [], ...Object.keys(fact.onFargate ?? {})];
    this.model = {
      fact,
      clusterName: requireEksClusterName(clusterName),
      onFargate,
      podLabels: requireAddOnLabels(fact.name, podLabels, fact.labels),
      configuration: requireAddOnConfiguration(fact.name, configuration, taken),
    };
  }

  /** The whole configuration, as JSON on one line: for `--configuration-values`, Terraform or CloudFormation. */
  public get configurationValues(): string {
    return addOnConfiguration(this.model);
  }

  /** Command that puts the configuration in the place of the one that the add-on has. */
  public get updateCommand(): string {
    return addOnCommands(this.model).update;
  }

  /** Command that installs the add-on with the configuration, where the cluster runs the software without it, as new clusters run CoreDNS. */
  public get createCommand(): string {
    return addOnCommands(this.model).create;
  }

  /** Command that shows what the version of the add-on takes for a configuration. */
  public get schemaCommand(): string {
    return addOnCommands(this.model).schema;
  }

  /** The configuration and all commands as the text of a shell script, with what each is for. */
  public describe(): string {
    return describeAddOn(this.model);
  }
}
