import { App } from 'cdk8s';
import { parse } from 'yaml';
import { CLUSTERS, Feature } from './features';
import { DatadogChart, DatadogHelmChart, DatadogOperatorChart } from '../../src';
import { ViolationError } from '../../src/base/violation';
import { ClusterModel } from '../../src/model/cluster-model';
import { readYaml } from '../read-yaml';
import { leaves } from '../render/models';

/** What one delivery makes of a description. */
export interface Made {
  readonly model: ClusterModel;
  /** What the pods of Datadog come from, by its path: the DatadogAgent or the values; nothing with plain manifests. */
  readonly told: ReadonlyMap<string, unknown>;
  /** Objects in the output, but for the DatadogAgent, by kind, namespace and name. */
  readonly objects: ReadonlyMap<string, object>;
}

/** The refusal of something that cannot be said. */
export interface Refused {
  readonly refused: ViolationError;
}

export type DeliveryName = 'manifests' | 'operator' | 'helm';
export const CHARTS = { manifests: DatadogChart, operator: DatadogOperatorChart, helm: DatadogHelmChart } as const;

export function make(by: DeliveryName, { on, props, then }: Feature): Made | Refused {
  const app = new App();
  try {
    const chart = new CHARTS[by](app, 'datadog', { ...CLUSTERS[on], ...props });
    then?.(chart);
    const objects = readYaml(app.synthYaml());
    const isTold = ({ kind }: any) => kind === 'DatadogAgent';
    return {
      model: chart.clusterAgent._model,
      told: leaves(by === 'helm' ? parse((chart as DatadogHelmChart).values()) : objects.find(isTold) ?? {}),
      objects: new Map(objects.filter(o => !isTold(o)).map(o => [[o.kind, o.metadata.namespace, o.metadata.name].filter(Boolean).join(' '), o])),
    };
  } catch (error) {
    if (error instanceof ViolationError) return { refused: error };
    throw error;
  }
}

/** Paths at which two trees of leaves differ. */
export function changedPaths(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter(path => JSON.stringify(before.get(path)) !== JSON.stringify(after.get(path))).sort();
}

/** Objects that are there, or are otherwise, on one side alone. */
export function changedObjects(before: ReadonlyMap<string, object>, after: ReadonlyMap<string, object>): string[] {
  return changedPaths(before, after);
}
