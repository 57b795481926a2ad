import { App } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { EVERYTHING_OFF, FeatureRow } from './feature-table';
import { KubeObject } from './manifests';
import { DatadogChart, DatadogCredentials, Platform } from 'cdk8s-datadog';

const KINDS = ['Namespace', 'ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'];

export function namespaceOf({ name }: FeatureRow): string {
  return `e2e-${name}`;
}

/** Accounts and permissions of a chart with the row's features and no others, in a namespace of its own. */
export function objectsOf(row: FeatureRow): KubeObject[] {
  const app = new App();
  new DatadogChart(app, 'datadog', {
    platform: row.nodeAgent ? Platform.eks() : Platform.eksFargate(),
    clusterName: 'features',
    namespace: namespaceOf(row),
    credentials: DatadogCredentials.existingSecret({ appKey: true }),
    features: { ...EVERYTHING_OFF, ...row.features },
  });
  const objects: KubeObject[] = parseAllDocuments(app.synthYaml()).map((document) => document.toJS()).filter(({ kind }) => KINDS.includes(kind));
  return objects.map((object) => sideBySide(object, objects, row));
}

/** All rows are in the cluster at once, so what is outside of a row's namespace gets a name of its own. */
function sideBySide(object: KubeObject, all: KubeObject[], row: FeatureRow): KubeObject {
  const outside = ({ kind, metadata }: KubeObject) => kind !== 'Namespace' && metadata.namespace !== namespaceOf(row);
  const own = (name: string) => `e2e-${row.name}-${name}`;
  const { roleRef } = object;
  const renamed = roleRef && all.some((role) => outside(role) && role.kind === roleRef.kind && role.metadata.name === roleRef.name);
  return {
    ...object,
    metadata: outside(object) ? { ...object.metadata, name: own(object.metadata.name) } : object.metadata,
    ...renamed && { roleRef: { ...roleRef, name: own(roleRef.name) } },
  };
}
