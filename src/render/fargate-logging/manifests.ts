import { fluentBitConf } from './conf';
import { LOG_ROUTER, LOG_ROUTER_FILES, LOG_ROUTER_PROCESS_LOGS } from '../../facts/fargate-logging';
import { Manifest } from '../../manifest/manifest';
import { FargateLoggingModel } from '../../model/fargate-logging';
import { OWN_LABELS } from '../../parts/labels';
import { namespaceManifest } from '../namespace';

/** The namespace, unless somebody else makes it, and the configuration of the log router. */
export function fargateLoggingManifests(model: FargateLoggingModel): Manifest[] {
  const { namespace, label, configMap } = LOG_ROUTER;
  const { metadata, ...rest } = namespaceManifest(namespace);
  return [
    ...model.createNamespace ? [{ ...rest, metadata: { ...metadata, labels: { ...metadata?.labels, [label.name]: label.value } } } as Manifest] : [],
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: configMap, namespace, labels: { ...OWN_LABELS } }, data: fargateLoggingData(model) },
  ];
}

/** What AWS reads. A file without a section is left out. */
export function fargateLoggingData({ outputs, filters, parsers, processLogs }: FargateLoggingModel): { readonly [key: string]: string } {
  const files = [
    [LOG_ROUTER_FILES.outputs.key, outputs],
    [LOG_ROUTER_FILES.filters.key, filters],
    [LOG_ROUTER_FILES.parsers.key, parsers],
  ] as const;
  return {
    [LOG_ROUTER_PROCESS_LOGS.key]: String(processLogs),
    ...Object.fromEntries(files.filter(([, sections]) => sections.length > 0).map(([key, sections]) => [key, fluentBitConf(sections)])),
  };
}
