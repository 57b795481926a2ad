import type { PolicyRule } from 'kubernetes-types/rbac/v1';
import { jsonPath } from './json-path';
import { COPIER, copierLabels } from './names';
import { shellCommand } from '../../base/shell';
import { SecretCertificateFact } from '../../facts/control-plane/control-plane-fact';
import { OPENSHIFT_CLI } from '../../facts/openshift';
import { Manifest } from '../../manifest/manifest';
import { CERTIFICATE_FILES, EtcdCertificateModel, JobCopy } from '../../model/etcd-certificate';
import { accountSubject, roleAndBinding, serviceAccount } from '../../parts/rbac';
import { restrictedContainer } from '../security-context';

/**
 * A CronJob that fills a Secret, which is here from the beginning: so its account needs no permission to create Secrets, by which
 * it could give itself the token of any account of the namespace.
 */
export function jobManifests(model: EtcdCertificateModel, copy: JobCopy): Manifest[] {
  const { namespace, secretName, source } = model;
  const labels = copierLabels();
  const subjects = [accountSubject(COPIER, namespace)];
  return [
    serviceAccount(COPIER, namespace, labels),
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: secretName, namespace, labels: copierLabels() }, type: 'Opaque' },
    ...roleAndBinding({ name: COPIER, namespace: source.namespace, labels, subjects, rules: reads(source) }),
    ...roleAndBinding({
      name: `${COPIER}-write`,
      namespace,
      labels,
      subjects,
      rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [secretName], verbs: ['patch'] }],
    }),
    cronJob(model, copy),
  ];
}

/** For those who do not want to wait for its hour. */
export function firstJobCommand({ namespace }: EtcdCertificateModel): string {
  return shellCommand(OPENSHIFT_CLI.command, 'create', 'job', `${COPIER}-first`, '--from', `cronjob/${COPIER}`, '--namespace', namespace);
}

function reads({ secretName, ca }: SecretCertificateFact): PolicyRule[] {
  const read = (resource: string, name: string): PolicyRule => ({ apiGroups: [''], resources: [resource], resourceNames: [name], verbs: ['get'] });
  return [read('secrets', secretName), ...ca.configMapName === undefined ? [] : [read('configmaps', ca.configMapName)]];
}

function cronJob(model: EtcdCertificateModel, { image, schedule }: JobCopy): Manifest {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: COPIER, namespace: model.namespace, labels: copierLabels() },
    spec: {
      schedule,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 60,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 1,
      jobTemplate: {
        spec: {
          backoffLimit: 2,
          activeDeadlineSeconds: 120,
          template: {
            metadata: { labels: copierLabels() },
            spec: {
              nodeSelector: { 'kubernetes.io/os': 'linux' },
              serviceAccountName: COPIER,
              automountServiceAccountToken: true,
              restartPolicy: 'Never',
              securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
              containers: [{
                name: 'copy',
                image,
                command: ['/bin/bash', '-c'],
                args: [copyScript(model)],
                // The client writes what it learns of the API below its home.
                env: [{ name: 'HOME', value: '/tmp' }],
                resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } },
                securityContext: restrictedContainer(),
                volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
              }],
              volumes: [{ name: 'tmp', emptyDir: {} }],
            },
          },
        },
      },
    },
  };
}

/** Certificate and key are read at once, so that they belong together. No value is an argument of a command, where others could see it. */
function copyScript({ namespace, secretName, source }: EtcdCertificateModel): string {
  const { command } = OPENSHIFT_CLI;
  const { cert, key, ca } = CERTIFICATE_FILES;
  const fromSecret = [source.cert, source.key, ...source.ca.configMapName === undefined ? [source.ca.key] : []];
  const object = { apiVersion: 'v1', kind: 'Secret', metadata: { name: secretName, namespace }, type: 'Opaque', data: { [cert]: '%s', [key]: '%s', [ca]: '%s' } };
  return [
    'set -euo pipefail',
    `values=$(${command} get secret ${source.secretName} --namespace ${source.namespace} --output 'jsonpath=${fromSecret.map(jsonPath).join(' ')}')`,
    'read -r cert key ca <<<"$values"',
    ...source.ca.configMapName === undefined ? [] : [
      `ca=$(${command} get configmap ${source.ca.configMapName} --namespace ${source.namespace} --output 'jsonpath=${jsonPath(source.ca.key)}' | base64 | tr -d '\\n')`,
    ],
    '[ -n "$cert" ] && [ -n "$key" ] && [ -n "$ca" ] || { echo "the source is not complete" >&2; exit 1; }',
    `printf '${JSON.stringify(object)}' "$cert" "$key" "$ca" |`,
    `  ${command} apply --server-side --force-conflicts --field-manager ${COPIER} --filename -`,
    '',
  ].join('\n');
}
