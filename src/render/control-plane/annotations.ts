import { shellCommand } from '../../base/shell';
import { AUTODISCOVERY } from '../../facts/autodiscovery';
import { Manifest } from '../../manifest/manifest';
import { ComponentModel, ControlPlaneModel, ServiceTargetModel } from '../../model/control-plane-model';
import { autodiscoveryAnnotations } from '../autodiscovery';

type Annotations = { readonly [name: string]: string };
type ServiceName = Pick<ServiceTargetModel, 'namespace' | 'name'>;
type OnService = ComponentModel & { readonly target: ServiceTargetModel };

/** Argo CD applies only these fields, and neither removes nor deletes what is not its own. */
const ARGO_CD: Annotations = { 'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false' };

/** The annotations that ask for the checks of a Service; none where files do. */
export function serviceAnnotations(model: ControlPlaneModel, { namespace, name }: ServiceName): Annotations {
  if (model.delivery === 'files') return {};
  const version = model.delivery === 'annotationsV1' ? 'v1' : 'v2';
  const here = onServices(model).filter(({ target }) => target.namespace === namespace && target.name === name);
  const annotations = (kind: ServiceTargetModel['kind'], identifier: string): Annotations => {
    const checks = here.filter(({ target }) => target.kind === kind);
    if (checks.length === 0) return {};
    return autodiscoveryAnnotations(identifier, {
      version,
      checks: checks.map(({ check, instance }) => ({ name: check, initConfig: {}, instances: [instance] })),
      logs: [],
      ...checks.some(({ target }) => target.resolve === 'ip') && { resolve: AUTODISCOVERY.resolveIp },
    });
  };
  return { ...annotations('endpoints', AUTODISCOVERY.endpoints), ...annotations('service', AUTODISCOVERY.service) };
}

/**
 * Services of the platform with our annotations and nothing else, for server-side apply: it changes these fields of a Service that is
 * there. Where there is none it fails, because a Service has ports, and so it never makes one in the place of the platform's.
 */
export function foreignServices(model: ControlPlaneModel): Manifest[] {
  return foreignNames(model).map(({ namespace, name }) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, annotations: { ...ARGO_CD, ...serviceAnnotations(model, { namespace, name }) } },
  }));
}

/** The same as commands, one for each Service. */
export function annotateCommands(model: ControlPlaneModel): string[] {
  return foreignNames(model).map(({ namespace, name }) => {
    const pairs = Object.entries(serviceAnnotations(model, { namespace, name })).map(([key, value]) => `${key}=${value}`);
    return shellCommand('kubectl', 'annotate', `service/${name}`, '--namespace', namespace, '--overwrite', ...pairs);
  });
}

function foreignNames(model: ControlPlaneModel): ServiceName[] {
  if (model.delivery === 'files') return [];
  const names = onServices(model).filter(({ target }) => !target.own).map(({ target: { namespace, name } }) => ({ namespace, name }));
  return names.filter((n, at) => names.findIndex(o => o.namespace === n.namespace && o.name === n.name) === at);
}

function onServices({ components }: ControlPlaneModel): OnService[] {
  return components.filter((c): c is OnService => c.target.kind === 'service' || c.target.kind === 'endpoints');
}
