import * as http from 'node:http';
import * as https from 'node:https';
import { FoundCheck } from './checks';

/** What an Agent puts in the place of template variables, and reads from its files. */
export interface Surroundings {
  readonly host: string;
  /** What stands for the loopback address of the node; absent where the pod is not on the network of its node, and has one of its own. */
  readonly loopback?: string;
  /** Ports of the Service by name; '' stands for %%port%%. */
  readonly ports?: Record<string, number>;
  /** Other ports than those that the check names, where a test has none to choose. */
  readonly movedPorts?: Record<number, number>;
  /** A file of the container that runs the check. */
  readonly read: (file: string) => string;
  /** Of the container's ServiceAccount. */
  readonly token?: string;
}

export interface Scraped {
  readonly url: string;
  readonly status: number;
  readonly body: string;
}

/** The options of an instance that a request is made of. */
export interface Credentials {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** Does the request of an OpenMetrics check, with what its instance says and the defaults of the integration. */
export async function scrape(check: FoundCheck, around: Surroundings, instead: Credentials = {}): Promise<Scraped> {
  const { instance } = check;
  const url = new URL(resolveUrl(instance.prometheus_url ?? instance.openmetrics_endpoint, around));
  if (url.hostname === '127.0.0.1' && instance.prometheus_url?.includes('127.0.0.1')) url.hostname = loopbackOf(around, url);
  const moved = around.movedPorts?.[Number(url.port)];
  if (moved) url.port = String(moved);
  const file = (option: string) => instance[option] === undefined ? undefined : around.read(instance[option]);
  const secure: https.RequestOptions = {
    ca: file('tls_ca_cert'),
    cert: file('tls_cert'),
    key: file('tls_private_key'),
    // The default is to verify; older texts have the word in quotes.
    rejectUnauthorized: !['false', 'False'].includes(String(instance.tls_verify ?? instance.ssl_verify ?? true)),
    ...instead,
  };
  const withToken = String(instance.bearer_token_auth ?? false).toLowerCase() === 'true';
  if (withToken && around.token === undefined) throw new Error('The check signs in with a token, and there is none.');
  const headers = { accept: 'text/plain', ...instance.extra_headers, ...withToken && around.token && { authorization: `Bearer ${around.token}` } };
  return new Promise((resolve, reject) => {
    const options = { method: 'GET', headers, agent: false as const, timeout: 10_000 };
    const answered = (response: http.IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ url: url.href, status: response.statusCode!, body: Buffer.concat(chunks).toString() }));
    };
    const request = url.protocol === 'http:' ? http.request(url, options, answered) : https.request(url, { ...options, ...secure }, answered);
    request.on('timeout', () => request.destroy(new Error(`${url.href} does not answer`)));
    request.on('error', reject);
    request.end();
  });
}

function loopbackOf({ loopback }: Surroundings, url: URL): string {
  if (!loopback) throw new Error(`${url.href} is the pod itself, which is not on the network of its node.`);
  return loopback;
}

function resolveUrl(template: string, { host, ports = {} }: Surroundings): string {
  const url = template.replaceAll('%%host%%', host).replace(/%%port(?:_([\w-]+))?%%/g, (variable, name = '') => {
    if (ports[name] === undefined) throw new Error(`Nothing stands for ${variable} in ${template}.`);
    return String(ports[name]);
  });
  if (url.includes('%%')) throw new Error(`A variable is left in ${url}.`);
  return url;
}
