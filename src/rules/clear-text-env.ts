import type { Container, EnvVar } from 'kubernetes-types/core/v1';
import type { ClearText } from './clear-text';
import { KEY_ENV } from '../facts/secret-shapes';
import { DATADOG_SECRET } from '../facts/secrets';
import { allContainers, expanded, isFargateAgent } from '../manifest/containers';
import { startsImageOfDatadog } from '../manifest/datadog-images';
import { Located, nameOf, namespaceOf } from '../manifest/manifest';
import { LocatedPods, ManifestSet } from '../manifest/manifest-set';
import { isDatadogs } from '../manifest/node-agents';
import { isObject, objectsIn } from '../manifest/objects-in';
import { isReference, secretsIn, SecretSign } from '../requirements/secret-value';

const OF_DATADOG = /^(DD|DATADOG)_/;

/** Env vars with secrets in clear text: all of Datadog's own containers, and in others those whose names are Datadog's. */
export function envText(manifests: ManifestSet): ClearText[] {
  return manifests.pods.flatMap(at => allContainers(at.pod).flatMap(container => {
    const own = isOwn(at, container);
    const literal = objectsIn(container.env).flatMap(entry => {
      const sign = signOf(container, entry, own);
      return sign ? [{ at, inPod: true, certain: sign.certain, where: whereOf(container, entry.name, sign), remedy: remedyOf(entry.name) }] : [];
    });
    return [...literal, ...fromConfigMaps(manifests, at, container).flatMap(({ name, configMap, key, value }) => {
      const sign = own || OF_DATADOG.test(name) ? envSign(name, value) : undefined;
      return sign ? [{ at: configMap, inPod: false, certain: sign.certain, where: `'${key}', which the container '${container.name}' of ${nameOf(at.manifest)} reads as ${name}, has ${sign.certain ? '' : 'what looks like '}${sign.what} in clear text`, remedy: remedyOf(name) }] : [];
    })];
  }));
}

/** Env vars that come from ConfigMaps, but for those whose keys have names of Datadog: those show without a reader. */
function fromConfigMaps(manifests: ManifestSet, at: LocatedPods, container: Container) {
  const find = (name: unknown) => manifests.ofKind('ConfigMap')
    .find(({ manifest }) => manifest.metadata?.name === name && namespaceOf(manifest) === namespaceOf(at.manifest));
  const valueOf = ({ manifest: { data } }: Located, key: string) => isObject(data) ? (data as Record<string, unknown>)[key] : undefined;
  const refs = objectsIn(container.env).flatMap(({ name, valueFrom }) => valueFrom?.configMapKeyRef ? [{ name, ref: valueFrom.configMapKeyRef }] : [])
    .map(({ name, ref }) => ({ name, key: ref.key, configMap: find(ref.name) }));
  const all = objectsIn(container.envFrom).filter(({ configMapRef }) => configMapRef).flatMap(({ prefix = '', configMapRef }) => {
    const configMap = find(configMapRef!.name);
    return Object.keys(configMap?.manifest.data ?? {}).map(key => ({ name: `${prefix}${key}`, key, configMap }));
  });
  return [...refs, ...all].filter(({ key }) => typeof key === 'string' && !OF_DATADOG.test(key))
    .flatMap(({ name, key, configMap }) => configMap ? [{ name, key, configMap, value: valueOf(configMap, key) }] : []);
}

/** A container of Datadog's: of one of its pods, an Agent in a pod of an application, or one with its image. */
export function isOwn(at: LocatedPods, container: Container): boolean {
  return isDatadogs(at) || isFargateAgent(container) || startsImageOfDatadog(container);
}

/** Every entry counts, and not the last of a name alone: each stands in the manifest. */
function signOf(container: Container, entry: EnvVar, own: boolean): SecretSign | undefined {
  if (typeof entry.name !== 'string' || (!own && !OF_DATADOG.test(entry.name))) return undefined;
  return envSign(entry.name, expanded(container, entry) ?? (KEY_ENV.names.includes(entry.name) ? undefined : entry.value));
}

/** The worst of what an env var holds. Placeholders in place of a key count as one: the Agent would take them for it. */
export function envSign(name: string, value: unknown): SecretSign | undefined {
  if (typeof value !== 'string' || value.trim() === '' || isReference(value)) return undefined;
  if (KEY_ENV.names.includes(name)) return { what: 'a key', certain: true };
  const found = secretsIn(name, value);
  return found.find(({ certain }) => certain) ?? found[0];
}

function whereOf({ name }: Container, env: string, { what, certain }: SecretSign): string {
  if (KEY_ENV.names.includes(env)) return `the container '${name}' has ${env} as a literal value`;
  return `the container '${name}' has ${certain ? what : `what looks like ${what}`} in clear text in ${env}`;
}

function remedyOf(env: string): string {
  return KEY_ENV.names.includes(env)
    ? `Read it from the Secret '${DATADOG_SECRET.name}' with valueFrom.secretKeyRef, or leave the container to datadog.instrument(...); and rotate the value, which is not a secret any more`
    : `Put the value of ${env} into a Secret and read it with valueFrom.secretKeyRef (secretEnv in the options of this library); and rotate what stood there`;
}
