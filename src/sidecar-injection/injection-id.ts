import { IConstruct } from 'constructs';
import { ClusterScope } from '../injection/cluster-scope';

/** An injection is the only one of its name in a cluster: how errors call it, and what a second one needs. */
export function onlyOne(name: string): [title: string, second: string] {
  return [`the injection '${name}'`, "where it is for other pods, give it a 'name' of its own"];
}

/** The id of an injection that a chart makes. Throws where the cluster has an injection of the name: the tree would refuse the id first. */
export function injectionIdIn(chart: IConstruct, cluster: ClusterScope, name = 'datadog-sidecar'): string {
  cluster.requireFree(chart.node.path, ...onlyOne(name));
  return `SidecarInjection-${name}`;
}
