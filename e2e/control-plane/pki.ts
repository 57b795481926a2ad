import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

export interface Pair {
  readonly cert: string;
  readonly key: string;
}

type Usage = 'clientAuth' | 'serverAuth' | 'serverAuth,clientAuth';

/** A certificate authority, made by openssl. Elliptic curves, because they take no time. */
export class Authority {
  private readonly folder: string;
  private serial = 0;

  constructor(parent: string, private readonly name: string) {
    this.folder = path.join(parent, `authority-${name}`);
    fs.mkdirSync(this.folder, { recursive: true });
    this.openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', `/CN=${name}`, '-keyout', 'ca.key', '-out', 'ca.crt');
  }

  /** The certificate of the authority itself. */
  public get certificate(): string {
    return this.text('ca.crt');
  }

  /**
   * @param commonName may be empty: a proxy of etcd refuses to start with a name
   * @param addresses IP addresses that the certificate is for
   */
  public issue(commonName: string, usage: Usage, addresses: string[] = []): Pair {
    const id = String(++this.serial);
    const names = addresses.length > 0 ? `\nsubjectAltName=${addresses.map((address) => `IP:${address}`).join(',')}` : '';
    fs.writeFileSync(path.join(this.folder, `${id}.ext`), `extendedKeyUsage=${usage}${names}\n`);
    this.openssl('req', '-new', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/O=${this.name}${commonName && `/CN=${commonName}`}`,
      '-keyout', `${id}.key`, '-out', `${id}.csr`);
    this.openssl('x509', '-req', '-in', `${id}.csr`, '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2',
      '-extfile', `${id}.ext`, '-out', `${id}.crt`);
    return { cert: this.text(`${id}.crt`), key: this.text(`${id}.key`) };
  }

  private text(file: string): string {
    return fs.readFileSync(path.join(this.folder, file), 'utf8');
  }

  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: 'pipe' });
  }
}
