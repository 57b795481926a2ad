import { CHAINS, objectsOf } from './changes';
import { selectorsAreKept, Upgrade } from './upgrade';
import { BorrowedNamespaces } from '../borrowed-namespaces';
import { Discovery } from '../discovery';
import { Example } from '../example-files';
import { FargateAdmission } from '../fargate-admission';
import { KubeApi } from '../kube-api';
import { Kubectl } from '../kubectl';
import { removeLeftovers } from '../leftovers';
import { KubeObject } from '../manifests';
import { isPartial } from '../partial-objects';
import { Report } from '../report';

/** Manifests and what becomes of them when their description changes, in one cluster one after the other. */
export class UpgradeTest {
  constructor(private readonly kubectl: Kubectl, private readonly api: KubeApi, private readonly discovery: Discovery) {}

  /** The changes that people make. */
  public async run(report: Report): Promise<void> {
    for (const [where, { first, changes }] of Object.entries(CHAINS)) {
      await this.follow(report, async (upgrade) => {
        let description = first;
        const objects = objectsOf(first);
        if (!await report.check(`${where}: at first`, () => upgrade.to(objects))) return;
        await report.check('selectors', () => selectorsAreKept(this.kubectl, objects));
        for (const { what, change } of changes) {
          description = change(description);
          if (!await report.check(what, () => upgrade.to(objectsOf(description)))) return;
        }
        await report.check('all of it back', () => upgrade.to(objects));
      });
    }
  }

  /** Examples as an earlier version of this library wrote them, and as it does now. */
  public async between(report: Report, before: Example[], after: Example[]): Promise<void> {
    for (const example of after) {
      const earlier = before.find(({ name }) => name === example.name);
      if (!earlier) continue;
      await this.follow(report, async (upgrade) => {
        await report.check(`${example.name}: earlier`, () => upgrade.from(admitted(earlier)))
          && await report.check(`${example.name}: now`, () => upgrade.to(admitted(example)));
      });
    }
  }

  private async follow(report: Report, steps: (upgrade: Upgrade) => Promise<void>): Promise<void> {
    const namespaces = new BorrowedNamespaces(this.kubectl, this.api, this.discovery);
    const upgrade = new Upgrade(this.kubectl, this.api, this.discovery, namespaces);
    await removeLeftovers(this.api, this.discovery);
    try {
      await steps(upgrade);
    } finally {
      await report.check('deleted', async () => {
        await upgrade.remove();
        return `nothing left; namespaces made for it: ${await namespaces.giveBack()}`;
      });
    }
  }
}

function admitted({ objects, fargateProfiles }: Example): KubeObject[] {
  return new FargateAdmission(fargateProfiles).admit(objects.filter((object) => !isPartial(object)));
}
