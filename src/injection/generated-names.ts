import { ApiObject, Chart } from 'cdk8s';
import { HookListener } from './manifest-hook';
import { Manifest } from '../manifest/manifest';

/**
 * Takes the name that cdk8s makes up from objects that have a `generateName`. The API server would take that name alone, so
 * a Job of which each release makes another would be made once. A name that a user wrote stays.
 */
export class GeneratedNames implements HookListener {
  public transform(object: ApiObject, manifest: Manifest): Manifest {
    const { metadata } = manifest;
    if (!metadata?.generateName || metadata.name !== Chart.of(object).generateObjectName(object)) return manifest;
    const { name, ...rest } = metadata;
    return { ...manifest, metadata: rest };
  }
}
