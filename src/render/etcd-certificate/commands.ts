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
  const get = (object: string, key: string) =>
    `${command} get ${object} --namespace ${source.namespace} --output 'jsonpath={.data.${key.replace(/\./g, '\\.')}}'`;
  const secret = `secret ${source.secretName}`;
  const { configMapName, key: caKey } = source.ca;
  const ca = configMapName === undefined ? `${get(secret, caKey)} | base64 --decode` : get(`configmap ${configMapName}`, caKey);
  return [
    `${command} create secret generic ${secretName} --namespace ${namespace} --dry-run=client --output yaml`,
    `--from-file=${CERTIFICATE_FILES.cert}=<(${get(secret, source.cert)} | base64 --decode)`,
    `--from-file=${CERTIFICATE_FILES.key}=<(${get(secret, source.key)} | base64 --decode)`,
    `--from-file=${CERTIFICATE_FILES.ca}=<(${ca})`,
    `| ${command} apply --server-side --force-conflicts --filename -`,
  ].join(' ');
}
