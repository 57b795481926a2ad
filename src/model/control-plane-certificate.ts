import { CertificateModel } from './control-plane-model';
import { CERTIFICATE_FILES, CertificateCopy, knowsAuthority, resolveEtcdCertificate } from './etcd-certificate';
import { CERTIFICATE_PATHS } from '../facts/control-plane/checks';
import { CertificateFact, CertificateFiles } from '../facts/control-plane/control-plane-fact';

/** A certificate with the paths that the check names; without `ca` where nobody knows who signed that of the server. */
export interface ResolvedCertificate {
  readonly model: CertificateModel;
  readonly paths: { readonly cert: string; readonly key: string; readonly ca?: string };
}

export interface CertificateContext {
  /** Namespace of the Agents. */
  readonly namespace: string;
  /** What stands before the paths on some operating systems. */
  readonly hostPrefix: string;
  readonly copy: CertificateCopy;
}

const NAMES: ReadonlyArray<keyof CertificateFiles> = ['cert', 'key', 'ca'];

export function resolveCertificate(fact: CertificateFact, { namespace, hostPrefix, copy }: CertificateContext): ResolvedCertificate {
  switch (fact.from) {
    case 'host': {
      const folder = `${hostPrefix}${fact.folder}`;
      const path = (name: keyof CertificateFiles) => `${CERTIFICATE_PATHS.host}${folder}/${fact.files[name]}`;
      return {
        model: { from: 'host', files: NAMES.map(name => ({ hostPath: `${folder}/${fact.files[name]}`, path: path(name) })) },
        paths: { cert: path('cert'), key: path('key'), ca: path('ca') },
      };
    }
    case 'node': {
      const mountPath = CERTIFICATE_PATHS.node;
      const path = (name: keyof CertificateFiles) => `${mountPath}/${CERTIFICATE_FILES[name]}`;
      return {
        model: {
          from: 'node',
          folder: `${hostPrefix}${fact.folder}`,
          mountPath,
          files: NAMES.map(name => ({ name: fact.files[name], copy: CERTIFICATE_FILES[name] })),
        },
        paths: { cert: path('cert'), key: path('key'), ca: path('ca') },
      };
    }
    case 'secret': {
      const mountPath = CERTIFICATE_PATHS.secret;
      const secret = resolveEtcdCertificate(fact, copy, namespace);
      const path = (name: keyof CertificateFiles) => `${mountPath}/${CERTIFICATE_FILES[name]}`;
      return {
        model: { from: 'secret', mountPath, secret },
        paths: { cert: path('cert'), key: path('key'), ...knowsAuthority(secret) && { ca: path('ca') } },
      };
    }
  }
}
