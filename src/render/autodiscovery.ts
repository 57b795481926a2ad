import { AUTODISCOVERY } from '../facts/autodiscovery';
import { AutodiscoveryModel, CheckModel } from '../model/autodiscovery-model';

type Annotations = { readonly [name: string]: string };

/** The annotations of a pod or a Service for one identifier; JSON keeps the order in which the user wrote it. */
export function autodiscoveryAnnotations(identifier: string, { version, checks, logs, resolve }: AutodiscoveryModel): Annotations {
  const fields: { [field: string]: string } = {
    ...checks.length > 0 && (version === 'v1' ? checksV1(checks) : checksV2(checks)),
    ...logs.length > 0 && { [AUTODISCOVERY.logs]: JSON.stringify(logs) },
    ...resolve !== undefined && { [AUTODISCOVERY.resolve]: resolve },
  };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [annotation(identifier, field), value]));
}

/** Fields that say which checks there are: where one is taken, no other may be written. */
export const CHECK_FIELDS: readonly string[] = [AUTODISCOVERY.checks, AUTODISCOVERY.checkNames, AUTODISCOVERY.initConfigs, AUTODISCOVERY.instances];

export function annotation(identifier: string, field: string): string {
  return `${AUTODISCOVERY.prefix}${identifier}.${field}`;
}

function checksV2(checks: readonly CheckModel[]): Annotations {
  return {
    [AUTODISCOVERY.checks]: JSON.stringify(Object.fromEntries(checks.map(({ name, initConfig, instances }) =>
      [name, { init_config: initConfig, instances }]))),
  };
}

function checksV1(checks: readonly CheckModel[]): Annotations {
  return {
    [AUTODISCOVERY.checkNames]: JSON.stringify(checks.map(({ name }) => name)),
    [AUTODISCOVERY.initConfigs]: JSON.stringify(checks.map(({ initConfig }) => initConfig)),
    [AUTODISCOVERY.instances]: JSON.stringify(checks.map(({ instances }) => instances.length === 1 ? instances[0] : instances)),
  };
}
