import { ad } from './annotated';
import { Manifest } from '../../../src/manifest/manifest';
import { deployment, env, object } from '../fixtures';

/** A Deployment whose pods have the annotations and the containers. */
export function annotatedPod(annotations: { [name: string]: string }, containers: object[]): Manifest {
  const web = deployment('shop/web', { containers });
  return { ...web, spec: { template: { ...web.spec.template, metadata: { ...web.spec.template.metadata, annotations: ad(annotations) } } } };
}

/** A Cluster Agent with the env vars. */
export function clusterAgent(vars: { [name: string]: any } = {}, pod: object = {}, container: object = {}): Manifest {
  return deployment('datadog/datadog-cluster-agent', { containers: [{ name: 'cluster-agent', env: env(vars), ...container }], ...pod }, { 'agent.datadoghq.com/component': 'cluster-agent' });
}

/** A Cluster Agent that mounts a check file, and the file. */
export function confd(content: string, vars: { [name: string]: any } = {}): Manifest[] {
  return [
    clusterAgent(vars, { volumes: [{ name: 'confd', configMap: { name: 'checks' } }] }, { volumeMounts: [{ name: 'confd', mountPath: '/conf.d' }] }),
    object('v1', 'ConfigMap', 'datadog/checks', { data: { 'redisdb.yaml': content } }),
  ];
}
