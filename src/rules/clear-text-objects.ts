import type { ClearText } from './clear-text';
import { envSign } from './clear-text-env';
import { KEY_ENV } from '../facts/secret-shapes';
import { SETTINGS_FILES } from '../facts/settings-files';
import { annotatedObjects } from '../manifest/autodiscovery';
import { datadogHelmValues } from '../manifest/helm-values';
import { groupOf, Located } from '../manifest/manifest';
import { ManifestSet } from '../manifest/manifest-set';
import { isObject } from '../manifest/objects-in';
import { podTemplateOf } from '../manifest/pod-template';
import { settingsKeys } from '../manifest/settings-files';
import { envPairsInText, secretsInText } from '../requirements/secret-text';
import { FoundSecret, secretsIn } from '../requirements/secret-value';

/** Where a secret may stand in an object that is not a workload. */
type Source = (manifests: ManifestSet) => ClearText[];

const CHECKS = "Give the value to the Agent that runs the check by an env var from a Secret and write '%%env_<NAME>%%' in its place, or write a handle 'ENC[...]' of a secret backend; and rotate what stood there";
const SETTINGS = "Give it by an env var from a Secret (secretEnv in the options of this library), or write a handle 'ENC[...]' of a secret backend; and rotate what stood there";
const SECRET = 'Name a Secret that has it, and rotate what stood there';

export function objectText(manifests: ManifestSet): ClearText[] {
  const sources: readonly Source[] = [annotations, settings, datadogAgents, helmValues, envElsewhere];
  return sources.flatMap(source => source(manifests));
}

function clear(at: Located, place: string, found: FoundSecret, remedy: string): ClearText {
  return { at, inPod: false, certain: found.certain, where: `${place}${found.path === '' ? '' : ` (${found.path})`} has ${found.certain ? '' : 'what looks like '}${found.what} in clear text`, remedy };
}

function annotations(manifests: ManifestSet): ClearText[] {
  return annotatedObjects(manifests).flatMap(({ at, annotations: list }) => list.flatMap(({ key, value }) =>
    secretsIn('', value).map(found => clear(at, `the annotation '${key}'`, found, CHECKS))));
}

/** Files that Agents read from ConfigMaps, and ConfigMaps whose names or keys show that they are such. */
function settings(manifests: ManifestSet): ClearText[] {
  const mounted = settingsKeys(manifests);
  return manifests.ofKind('ConfigMap').flatMap(at => {
    const data = at.manifest.data as unknown;
    if (!isObject(data)) return [];
    return Object.entries(data).flatMap(([key, text]) => {
      const isSettings = mounted.get(at.manifest)?.has(key) || SETTINGS_FILES.names.includes(key);
      return typeof text === 'string' && isSettings ? secretsInText(text).map(found => clear(at, `'${key}'`, found, SETTINGS)) : [];
    });
  });
}

/** What the Operator makes Agents from. */
function datadogAgents({ objects }: ManifestSet): ClearText[] {
  return objects.filter(({ manifest }) => groupOf(manifest) === 'datadoghq.com' && /^DatadogAgent/.test(manifest.kind)).flatMap(at => [
    ...secretsIn('spec', at.manifest.spec).map(found => clear(at, 'it', found, `${SECRET}: spec.global.credentials.apiSecret, appSecret, and spec.global.clusterAgentTokenSecret`)),
    ...textsIn('spec', at.manifest.spec).flatMap(([path, text]) => text.includes('\n') ? secretsInText(text).map(found => clear(at, `'${path}'`, found, CHECKS)) : []),
  ]);
}

/** Values of Datadog's own charts. */
function helmValues({ objects }: ManifestSet): ClearText[] {
  const remedy = `${SECRET}: datadog.apiKeyExistingSecret, datadog.appKeyExistingSecret, clusterAgent.tokenExistingSecret`;
  return objects.flatMap(at => datadogHelmValues(at.manifest).flatMap(({ path, values }) => typeof values === 'string'
    ? secretsInText(values).map(found => clear(at, `'${path}'`, found, remedy))
    : [
      ...secretsIn(path, values).map(found => clear(at, 'it', found, remedy)),
      ...textsIn(path, values).flatMap(([key, text]) => text.includes('\n') ? secretsInText(text).map(found => clear(at, `'${key}'`, found, CHECKS)) : []),
    ]));
}

/** Env vars of Datadog in any other object: policies that add containers, ConfigMaps for envFrom, values of charts, workloads of other makers. */
function envElsewhere(manifests: ManifestSet): ClearText[] {
  return manifests.objects.filter(({ manifest }) => !/Secret/.test(manifest.kind) && !podTemplateOf(manifest)).flatMap(at => {
    const found = new Map<string, boolean>();
    for (const { name, value } of envIn(at.manifest)) {
      const sign = envSign(name, value);
      if (sign) found.set(name, sign.certain || found.get(name) === true);
    }
    return [...found].map(([name, certain]) => ({
      at,
      inPod: false,
      certain,
      where: `it has ${certain ? KEY_ENV.names.includes(name) ? '' : 'a secret in ' : 'what looks like a secret in '}${name} ${KEY_ENV.names.includes(name) ? 'as a literal value' : 'in clear text'}`,
      remedy: `Read ${name} from a Secret with valueFrom.secretKeyRef, or with envFrom.secretRef; and rotate the value, which is not a secret any more`,
    }));
  });
}

const NAME = /^(DD|DATADOG)_[A-Z0-9_]+$/;

function envIn(value: unknown): Array<{ readonly name: string; readonly value: unknown }> {
  if (typeof value === 'string') return /(DD|DATADOG)_[A-Z]/.test(value) && value.length > 20 ? envPairsInText(value) : [];
  if (Array.isArray(value)) return value.flatMap(item => envIn(item));
  if (!isObject(value)) return [];
  const { name, value: text } = value as { readonly name?: unknown; readonly value?: unknown };
  const pair = typeof name === 'string' && NAME.test(name) ? [{ name, value: text }] : [];
  return [...pair, ...Object.entries(value).flatMap(([key, item]) => NAME.test(key) && typeof item === 'string' ? [{ name: key, value: item }] : envIn(item))];
}

/** Every text below a value, with its path. */
function textsIn(path: string, value: unknown): Array<readonly [string, string]> {
  if (typeof value === 'string') return [[path, value]];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(`${path}.${key}`, item));
}
