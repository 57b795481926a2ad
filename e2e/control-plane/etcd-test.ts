import { theCheck } from './checks';
import { ContainerView } from './container-view';
import { copyAll } from './copies';
import { EtcdProcess, freeAddress, needEtcd } from './etcd';
import { Followed } from './followed';
import { Layout, LAYOUTS, OPENSHIFT_4, Running, Stranger } from './layouts';
import { Authority } from './pki';
import { Credentials, scrape, Scraped, Surroundings } from './scrape';
import { openShiftCopies } from './strategies';
import { World } from './world';
import { Example } from '../example-files';
import { podTemplateOf } from '../manifests';
import { poll } from '../parallel';
import { Report } from '../report';

/** How Node tells that a server ended the handshake because of the client's certificate, or its absence. */
const TURNED_AWAY = /ALERT|ECONNRESET|EPIPE|handshake failure|bad certificate|certificate required/i;
const NOT_TRUSTED = /SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT/;

const LEADS = /^etcd_server_has_leader 1$/m;

/** The etcd checks of the examples against etcd itself, laid out as the platforms lay it out. Needs no cluster. */
export class EtcdTest {
  constructor(private readonly examples: Example[]) {}

  public async run(report: Report): Promise<void> {
    needEtcd();
    for (const layout of LAYOUTS) {
      const example = this.examples.find(({ name }) => name === layout.example);
      await report.check(`etcd of ${[layout.example, layout.variant].filter(Boolean).join(', ')}`, async () => {
        if (!example) throw new Error('There is no such example.');
        return follow(layout, [{ what: layout.example, objects: example.objects, commands: [] }]);
      });
    }
    await report.check('copies of the certificate', async () => follow(OPENSHIFT_4, openShiftCopies()));
  }
}

async function follow(layout: Layout, all: Followed[]): Promise<string> {
  const address = await freeAddress(layout.ports);
  const world = new World(address);
  let processes: EtcdProcess[] = [];
  try {
    const running = await layout.start(world, address);
    processes = running.processes;
    const told: string[] = [];
    for (const followed of all) told.push(await followOne(followed, world, running));
    const { strangers } = running;
    return [...told, ...strangers ? [`turned away: no certificate, ${strangers.map(({ what }) => what).join(', ')}`] : []].join('\n');
  } finally {
    for (const process of processes) await process.stop();
    world.remove();
  }
}

async function followOne({ what, objects, commands }: Followed, world: World, { ports, strangers }: Running): Promise<string> {
  const check = theCheck(objects, 'etcd');
  world.empty(check.workload.metadata.namespace!);
  copyAll(objects, world, commands);
  const view = new ContainerView(check.workload, check.container, world);
  const loopback = podTemplateOf(check.workload)!.spec.hostNetwork ? world.nodeAddress : undefined;
  const around: Surroundings = { host: world.nodeAddress, loopback, ports, read: (file) => view.read(file) };
  // A server that has just started has no leader yet.
  const hasLeader = async () => {
    const scraped = await scrape(check, around);
    return scraped.status !== 200 || LEADS.test(scraped.body) ? scraped : undefined;
  };
  const { url, status, body } = await poll(15, hasLeader) ?? await scrape(check, around);
  if (status !== 200 || !LEADS.test(body)) throw new Error(`${what}: ${url}: ${status} ${body.slice(0, 200)}`);
  const request = (instead: Credentials, port?: number) => scrape(check, { ...around, ...port && { movedPorts: movedTo(port, url) } }, instead);
  if (strangers) await expectSecure(request, strangers, world, check.instance);
  return `${what}: ${url}: ${body.match(/^etcd_/gm)!.length} metrics`;
}

function movedTo(port: number, url: string): Record<number, number> {
  return { [Number(new URL(url).port)]: port };
}

type Request = (instead: Credentials, port?: number) => Promise<Scraped>;

/** Otherwise, that it works would not mean that the certificate does. */
async function expectSecure(request: Request, strangers: Stranger[], world: World, instance: Record<string, any>): Promise<void> {
  await expectError('without a certificate', request({ cert: undefined, key: undefined }), TURNED_AWAY);
  for (const { what, pair, elsewhere } of strangers) {
    await expectError(what, request({ ...pair, ...elsewhere && { ca: elsewhere.ca } }, elsewhere?.port), TURNED_AWAY);
  }
  if (instance.tls_ca_cert === undefined) return;
  const other = new Authority(world.folder, 'other').certificate;
  await expectError('a server that another authority signed', request({ ca: other }), NOT_TRUSTED);
}

async function expectError(what: string, scraped: Promise<Scraped>, expected: RegExp): Promise<void> {
  const outcome = await scraped.then(({ status }) => `status ${status}`, (error) => error);
  if (typeof outcome === 'string') throw new Error(`${what}: ${outcome}, and it was to be refused`);
  const text = `${outcome.code} ${outcome.message}`;
  if (!expected.test(text)) throw new Error(`${what}: refused for another reason: ${text}`);
}
