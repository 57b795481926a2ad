import type { Container } from 'kubernetes-types/core/v1';
import { SIDECAR } from '../../facts/sidecar';
import { NodeCertificateModel } from '../../model/control-plane-model';

/** Name of the init container and, with endings, of its volumes. */
export const COPIER = 'etcd-certificate';
/** Where it finds the folder of the host. */
export const HOST_FOLDER = '/host-certificates';

const IP = '<ip>';

/**
 * An init container that copies the files of its node's certificate to names that are the same on every node, so that one check fits
 * all. It copies rather than links: then the Agent sees these files alone, and not the keys of the cluster that are in the same folder.
 */
export function certificateCopier(certificate: NodeCertificateModel, image: string): Container {
  return {
    name: COPIER,
    image,
    imagePullPolicy: SIDECAR.imagePullPolicy,
    command: ['bash', '-c'],
    args: [copyScript(certificate, HOST_FOLDER, certificate.mountPath)],
    env: [{ name: 'NODE_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.hostIP' } } }],
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      // The files may be another user's, that of etcd.
      capabilities: { drop: ['ALL'], add: ['DAC_OVERRIDE'] },
    },
  };
}

/** On a node without etcd there is nothing to copy, and the check is not run. Any node's certificate will do where the own has another address. */
export function copyScript({ files }: NodeCertificateModel, from: string, to: string): string {
  const [prefix, suffix] = files.find(f => f.name.includes('key'))!.name.split(IP);
  const source = (name: string) => `"${from}/${name.replace(IP, '$id')}"`;
  return [
    'set -eu',
    'id="${NODE_IP//[.:]/-}"',
    `if [ ! -f "${from}/${prefix}$id${suffix}" ]; then`,
    '  id=',
    `  for file in "${from}/${prefix}"*"${suffix}"; do`,
    `    if [ -f "$file" ]; then id="\${file#"${from}/${prefix}"}"; id="\${id%"${suffix}"}"; break; fi`,
    '  done',
    'fi',
    'if [ -z "$id" ]; then echo "No certificate of etcd on this node"; exit 0; fi',
    ...files.map(({ name, copy }) => `cp ${source(name)} "${to}/${copy}"`),
    `chmod 0400 ${files.map(({ copy }) => `"${to}/${copy}"`).join(' ')}`,
  ].join('\n');
}
