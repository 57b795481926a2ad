import { isObject } from '../../manifest/objects-in';
import { settingsKeys } from '../../manifest/settings-files';
import { yamlFault } from '../../manifest/yaml-faults';
import { Rule } from '../rule';

export const fileIsYaml: Rule = {
  id: 'autodiscovery/file-is-yaml',
  severity: 'error',
  title: 'Files of settings and checks that Agents mount from ConfigMaps are valid YAML, as far as a look at the lines tells.',
  link: 'https://docs.datadoghq.com/containers/kubernetes/integrations/?tab=configmap',
  check: ({ manifests }) => [...settingsKeys(manifests)].flatMap(([configMap, keys]) => {
    const at = manifests.ofKind('ConfigMap').find(({ manifest }) => manifest === configMap);
    const data = configMap.data as unknown;
    if (!at || !isObject(data)) return [];
    return [...keys].filter(key => /\.ya?ml$/.test(key)).flatMap(key => {
      const text = (data as Record<string, unknown>)[key];
      const fault = typeof text === 'string' ? yamlFault(text) : undefined;
      return fault ? [{ at, reason: `line ${fault.line} of '${key}' ${fault.reason}, so the Agent does not read the file`, remedy: 'Correct the line; a template variable stands in quotes: host: "%%host%%"' }] : [];
    });
  }),
};
