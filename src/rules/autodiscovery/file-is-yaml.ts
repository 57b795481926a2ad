import { datadogHelmValues } from '../../manifest/helm-values';
import { Located, Manifest } from '../../manifest/manifest';
import { ManifestSet } from '../../manifest/manifest-set';
import { isObject } from '../../manifest/objects-in';
import { secretValue } from '../../manifest/secrets';
import { settingsKeys } from '../../manifest/settings-files';
import { yamlFault } from '../../manifest/yaml-faults';
import { Rule } from '../rule';

/** A text that something reads as YAML. */
interface YamlText {
  readonly at: Located;
  readonly name: string;
  readonly text: unknown;
  readonly reader: string;
}

/** The reason names a line and never its text: the file may hold a password. */
export const fileIsYaml: Rule = {
  id: 'autodiscovery/file-is-yaml',
  severity: 'error',
  title: 'Files of settings and checks that Agents mount from ConfigMaps and Secrets, and Helm values for a chart of Datadog, are valid YAML, as far as the library can tell.',
  link: 'https://docs.datadoghq.com/containers/kubernetes/integrations/?tab=configmap',
  check: ({ manifests }) => [...mounted(manifests), ...helmValues(manifests)].flatMap(({ at, name, text, reader }) => {
    const fault = typeof text === 'string' ? yamlFault(text) : undefined;
    if (!fault) return [];
    const result = !fault.isRead ? `so ${reader} does not read it` : 'and only one of the two values counts';
    return [{
      at,
      reason: `line ${fault.line} of '${name}' ${fault.reason}, ${result}`,
      remedy: 'Correct the line; a template variable stands in quotes: host: "%%host%%"',
    }];
  }),
};

function mounted(manifests: ManifestSet): YamlText[] {
  return [...settingsKeys(manifests)].flatMap(([holder, keys]) => {
    const at = manifests.ofKind(holder.kind).find(({ manifest }) => manifest === holder);
    return at ? [...keys].filter(key => /\.ya?ml$/.test(key)).map(name => ({ at, name, text: textOf(holder, name), reader: 'the Agent' })) : [];
  });
}

function textOf(holder: Manifest, key: string): unknown {
  if (holder.kind === 'Secret') return secretValue(holder, key);
  const data = holder.data as unknown;
  return isObject(data) ? (data as { readonly [name: string]: unknown })[key] : undefined;
}

/** Argo CD fills in the templates of an ApplicationSet before Helm reads a text with some, and quotes in them are not those of YAML. */
function helmValues(manifests: ManifestSet): YamlText[] {
  const isFilledIn = ({ kind }: Manifest, values: unknown) => kind === 'ApplicationSet' && String(values).includes('{{');
  return manifests.objects.flatMap(at => datadogHelmValues(at.manifest).filter(({ values }) => !isFilledIn(at.manifest, values)).map(({ path, values }) => ({ at, name: path, text: values, reader: 'Helm' })));
}
