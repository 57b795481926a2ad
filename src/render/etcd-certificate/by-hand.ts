import { jsonPath } from './json-path';
import { shellCommand } from '../../base/shell';
import { OPENSHIFT_CLI } from '../../facts/openshift';
import { CERTIFICATE_FILES, EtcdCertificateModel } from '../../model/etcd-certificate';

/** Safe to run again, which is how a renewed certificate comes over. */
export function copyCommand({ namespace, secretName, source }: EtcdCertificateModel): string {
  const { command } = OPENSHIFT_CLI;
  const get = (kind: string, name: string, key: string) => shellCommand(command, 'get', kind, name, '--namespace', source.namespace, '--output', `jsonpath=${jsonPath(key)}`);
  const ofSecret = (key: string) => `${get('secret', source.secretName, key)} | base64 --decode`;
  const { configMapName, key: caKey } = source.ca;
  const authority = configMapName === undefined ? ofSecret(caKey) : get('configmap', configMapName, caKey);
  return [
    shellCommand(command, 'create', 'secret', 'generic', secretName, '--namespace', namespace, '--dry-run=client', '--output', 'yaml'),
    `--from-file=${CERTIFICATE_FILES.cert}=<(${ofSecret(source.cert)})`,
    `--from-file=${CERTIFICATE_FILES.key}=<(${ofSecret(source.key)})`,
    `--from-file=${CERTIFICATE_FILES.ca}=<(${authority})`,
    `| ${command} apply --server-side --force-conflicts --filename -`,
  ].join(' ');
}
