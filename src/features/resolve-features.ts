import { Feature, FeatureContext } from './feature';
import { FEATURES } from './registry';
import { FeatureName, FeaturesModel } from '../model/features-model';
import { requireAgentFeature } from '../requirements/agent-feature';

/** The models of all features. Each is resolved once, after those that it reads. */
export function resolveFeatures(context: Omit<FeatureContext, 'of'>, features: readonly Feature[] = FEATURES): FeaturesModel {
  const models = new Map<FeatureName, unknown>();
  const resolve = (name: FeatureName, readers: readonly FeatureName[]): unknown => {
    if (models.has(name)) return models.get(name);
    if (readers.includes(name)) throw new Error(`features read each other: ${[...readers, name].join(' -> ')}`);
    const feature = features.find(other => other.name === name);
    if (!feature) throw new Error(`the registry has no feature '${name}'`);
    const of = (other: FeatureName): any => {
      if (!feature.reads?.includes(other)) throw new Error(`the feature '${name}' does not name '${other}' among those that it reads`);
      return resolve(other, [...readers, name]);
    };
    const model = feature.resolve({ ...context, of });
    if (feature.since && model) requireAgentFeature(context.agentVersion, feature.since);
    models.set(name, model);
    return model;
  };
  features.forEach(({ name }) => resolve(name, []));
  return Object.fromEntries([...models].filter(([, model]) => model !== undefined)) as unknown as FeaturesModel;
}
