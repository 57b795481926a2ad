import { existsSync } from 'node:fs';
import { Helm } from 'cdk8s';
import { Construct } from 'constructs';
import { HelmInclude } from './helm-include-options';
import { describeViolation, Violation, ViolationError } from '../base/violation';
import { HELM_CHART, HELM_PROGRAM } from '../facts/helm-chart';
import { DeliveredCluster } from '../parts/delivered-cluster';
import { helmValues, Values } from '../render/helm-values/values';
import { refuseIdle } from '../requirements/idle-options';

/** Has the version of its chart on every object of Helm's. */
const CHART_LABEL = 'helm.sh/chart';

/**
 * The objects of Datadog's Helm chart, rendered by `helm` when this is made, with the values of the cluster as it is then.
 * Where the cluster has other values when the app is synthesized, that is an error: there is no second rendering.
 */
export class IncludedHelmChart extends Construct {
  public readonly helm: Helm;
  private readonly values: Values;

  /** @throws when there is no `helm`, it fails, or the chart is another than the one that the values are for */
  constructor(scope: Construct, id: string, include: HelmInclude, private readonly cluster: () => DeliveredCluster) {
    super(scope, id);
    const { model } = cluster();
    const { chart = HELM_CHART.name, repo, executable = HELM_PROGRAM.name, flags = [], releaseName = HELM_CHART.fullname } = include;
    if (existsSync(chart)) {
      refuseIdle({
        options: { 'include.repo': repo },
        because: `'${chart}' is a folder or a file of this machine, which Helm takes before it asks a repository`,
        instead: "Leave it out, or name the chart as the repository has it in 'chart' and move the folder or the file",
        link: HELM_PROGRAM.source,
      });
    }
    const ofRepository = chart === HELM_CHART.name ? HELM_CHART.repository : undefined;
    this.values = helmValues(cluster());
    this.helm = this.render(executable, () => new Helm(this, 'Chart', {
      chart,
      ...(repo ?? ofRepository) !== undefined && { repo: repo ?? ofRepository },
      version: HELM_CHART.version,
      helmExecutable: executable,
      // The chart looks at the version of Kubernetes, which is otherwise the newest that this helm knows.
      helmFlags: ['--kube-version', `${model.platform.kubernetesVersion}.0`, ...flags],
      namespace: model.namespace,
      releaseName,
      values: this.values,
    }));
    this.requireVersion(chart);
    this.node.addValidation({ validate: () => this.changes().map(describeViolation) });
  }

  private render(executable: string, make: () => Helm): Helm {
    try {
      return make();
    } catch (error) {
      const text = (error as Error).message.trim();
      throw new ViolationError(/^unable to execute|EACCES|ENOENT/.test(text) ? cannotRun(executable) : doesNotRender(text), this.node.path);
    }
  }

  /** Folders have the version that they have, whatever helm is told. */
  private requireVersion(chart: string): void {
    const labels = this.helm.apiObjects.map(object => object.metadata.getLabel(CHART_LABEL));
    const expected = `${HELM_CHART.name}-${HELM_CHART.version}`;
    const other = labels.find(label => label !== undefined && label.startsWith(`${HELM_CHART.name}-`) && label !== expected);
    if (other === undefined && labels.includes(expected)) return;
    throw new ViolationError({
      rule: 'helm/chart-version',
      reason: `the chart '${chart}' is ${other ?? 'none of Datadog'}, and the values are for ${expected}`,
      remedy: `Give 'chart' of include that version, or leave it out: then it is ${HELM_CHART.version} of ${HELM_CHART.repository}`,
      link: HELM_CHART.page,
    }, this.node.path);
  }

  private changes(): Violation[] {
    if (JSON.stringify(helmValues(this.cluster())) === JSON.stringify(this.values)) return [];
    return [{
      rule: 'helm/included-last',
      reason: 'the cluster has checks or parts that it had not when the Helm chart was rendered, and so the included objects lack them',
      remedy: 'Include the chart after everything else of Datadog is set up',
      link: HELM_CHART.page,
    }];
  }
}

function cannotRun(executable: string): Violation {
  return {
    rule: 'helm/executable',
    reason: `'${executable}' cannot be run here`,
    remedy: "Install Helm where the app is synthesized, name the program with 'executable' of include, or leave 'include' out and give values() to 'helm install'",
    link: HELM_PROGRAM.source,
  };
}

function doesNotRender(text: string): Violation {
  return {
    rule: 'helm/renders',
    reason: `helm did not render the chart: ${text.replace(/\.$/, '')}`,
    remedy: "Look at what helm says: 'repo' and 'chart' of include say where the chart is, and 'flags' are given to helm as they are",
    link: HELM_PROGRAM.source,
  };
}
