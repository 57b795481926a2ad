import * as https from 'node:https';
import { REMEDY } from './cluster';
import { Kubectl } from './kubectl';
import { Problem } from './problem';

export interface Answer {
  readonly status: number;
  readonly body: any;
}

export interface RequestOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly accept?: string;
  /** A bearer token in place of the kubeconfig's own credentials. */
  readonly token?: string;
}

/** As many requests as this are under way at a time. */
export const PARALLEL = 32;

/** Accept header of a list without what is in the objects, where the server can leave that out. */
export const METADATA = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/** Speaks to the API server itself: a kubectl process for each of ten thousand questions would take an hour. */
export class KubeApi {
  /** With the credentials of a kubeconfig: a client certificate or a token. */
  public static async connect(kubectl: Kubectl): Promise<KubeApi> {
    const view = await kubectl.run(['config', 'view', '--raw', '--minify', '--flatten', '-o', 'json']);
    if (!view.ok) throw new Problem(`The kubeconfig cannot be read: ${view.errors}\n${REMEDY}`);
    const { clusters: [{ cluster }], users: [{ user }] } = JSON.parse(view.output);
    if (!user['client-certificate-data'] && !user.token) {
      throw new Problem('The kubeconfig has neither a client certificate nor a token (plugins are not supported here).');
    }
    const decode = (text?: string) => (text ? Buffer.from(text, 'base64') : undefined);
    const api = new KubeApi(cluster.server, user.token, {
      ca: decode(cluster['certificate-authority-data']),
      cert: decode(user['client-certificate-data']),
      key: decode(user['client-key-data']),
    });
    try {
      await api.get('/readyz');
    } catch (error) {
      throw new Problem(`The API server ${cluster.server} cannot be reached: ${(error as Error).message}\n${REMEDY}`);
    }
    return api;
  }

  private readonly agent: https.Agent;
  /** Without the client certificate, for requests with a token of their own: a certificate would win. */
  private readonly bareAgent: https.Agent;

  private constructor(public readonly server: string, private readonly token: string | undefined, tls: https.AgentOptions) {
    this.agent = new https.Agent({ ...tls, keepAlive: true, maxSockets: PARALLEL });
    this.bareAgent = new https.Agent({ ca: tls.ca });
  }

  /** The body; throws on anything but success. */
  public async get(path: string, accept?: string): Promise<any> {
    return this.succeed(path, { accept });
  }

  public async post(path: string, body: unknown, token?: string): Promise<any> {
    return this.succeed(path, { method: 'POST', body, token });
  }

  /** Any status is an answer. Waits and asks again when the server is too busy. */
  public async request(path: string, options: RequestOptions = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.once(path, options);
      if (answer.status !== 429 || attempt === 10) return answer;
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }

  public close(): void {
    this.agent.destroy();
    this.bareAgent.destroy();
  }

  private async succeed(path: string, options: RequestOptions): Promise<any> {
    const { status, body } = await this.request(path, options);
    if (status < 200 || status > 299) throw new Error(`${options.method ?? 'GET'} ${path}: ${status} ${body?.message ?? body}`);
    return body;
  }

  private async once(path: string, { method = 'GET', body, accept = 'application/json', token }: RequestOptions): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const bearer = token ?? this.token;
    return new Promise((resolve, reject) => {
      const request = https.request(this.server + path, {
        agent: token ? this.bareAgent : this.agent,
        method,
        headers: {
          accept,
          ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...(bearer && { authorization: `Bearer ${bearer}` }),
        },
      }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode!, body: parse(Buffer.concat(chunks).toString()) }));
      });
      request.on('error', reject);
      request.end(text);
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // health endpoints answer in plain text
  }
}
