import { Manifest } from '../../../src/manifest/manifest';
import { deployment, object } from '../fixtures';

/** Annotations with Datadog's prefix. */
export function ad(annotations: { [name: string]: string }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(annotations).map(([name, value]) => [`ad.datadoghq.com/${name}`, value]));
}

/** A Deployment whose pods have the annotations and the containers. */
export function pods(annotations: { [name: string]: string }, ...containers: string[]): Manifest {
  const web = deployment('shop/web', { containers: (containers.length > 0 ? containers : ['redis']).map(name => ({ name })) });
  return { ...web, spec: { template: { ...web.spec.template, metadata: { annotations: ad(annotations) } } } };
}

export function service(annotations: { [name: string]: string }, spec: object = { selector: { app: 'web' } }): Manifest {
  const manifest = object('v1', 'Service', 'shop/web', { spec });
  return { ...manifest, metadata: { ...manifest.metadata, annotations: ad(annotations) } };
}
