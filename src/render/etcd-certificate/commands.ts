import { jsonPath } from './json-path';
import { COPIER } from './names';
import { OPENSHIFT_CLI } from '../../facts/openshift';
import { CERTIFICATE_FILES, EtcdCertificateModel } from '../../model/etcd-certificate';

/** Shell commands (bash) for what nothing of ours does: the copy itself, or the first one without waiting. */
export function certificateCommands(model: EtcdCertificateModel): string[] {
  switch (model.copy.kind) {
    case 'byHand': return [copyCommand(model)];
    case 'job': return [`${OPENSHIFT_CLI.command} create job ${COPIER}-first --from cronjob/${COPIER} --namespace ${model.namespace}`];
    default: return [];
  }
}

/** Safe to run again, which is how a renewed certificate comes over. */
function copyCommand({ namespace, secretName, source }: EtcdCertificateModel): string {
  const { command } = OPENSHIFT_CLI;
  const get = (object: string, key: string) => `${command} get ${object} --namespace ${source.namespace} --output 'jsonpath=${jsonPath(key)}'`;
  const ofSecret = (key: string) => `${get(`secret ${source.secretName}`, key)} | base64 --decode`;
  const { configMapName, key: caKey } = source.ca;
  const authority = configMapName === undefined ? ofSecret(caKey) : get(`configmap ${configMapName}`, caKey);
  return [
    `${command} create secret generic ${secretName} --namespace ${namespace} --dry-run=client --output yaml`,
    `--from-file=${CERTIFICATE_FILES.cert}=<(${ofSecret(source.cert)})`,
    `--from-file=${CERTIFICATE_FILES.key}=<(${ofSecret(source.key)})`,
    `--from-file=${CERTIFICATE_FILES.ca}=<(${authority})`,
    `| ${command} apply --server-side --force-conflicts --filename -`,
  ].join(' ');
}
