import { App, Chart } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { Followed } from './followed';
import { KubeObject } from '../manifests';
import {
  ClusterAgentStandalone, ControlPlaneChecks, DatadogCredentials, EtcdCertificate, KyvernoPolicyKind, NodeAgent, Platform,
} from 'cdk8s-datadog';

export const COPIES: Record<string, () => EtcdCertificate> = {
  'External Secrets': () => EtcdCertificate.externalSecrets(),
  'Kyverno': () => EtcdCertificate.kyvernoClone(),
  'Kyverno before 1.17': () => EtcdCertificate.kyvernoClone({ policy: KyvernoPolicyKind.CLUSTER_POLICY }),
  'a CronJob': () => EtcdCertificate.job(),
  'by hand': () => EtcdCertificate.byHand(),
};

/** The Secret is another one since 4.14. */
const VERSIONS = ['4.16', '4.13'];

/** The checks of OpenShift 4 with every way to copy the certificate, on a version with each kind of source. */
export function openShiftCopies(): Followed[] {
  return VERSIONS.flatMap((version) => Object.entries(COPIES).map(([how, copy]) => ({ what: `${version}, ${how}`, ...openShift(version, copy()) })));
}

export function openShift(openShiftVersion: string, etcdCertificate: EtcdCertificate): Omit<Followed, 'what'> {
  const app = new App();
  const chart = new Chart(app, 'datadog');
  const cluster = {
    platform: Platform.openShift4({ openShiftVersion }),
    clusterName: 'prod',
    credentials: DatadogCredentials.existingSecret(),
    clusterCheckRunners: { enabled: true },
  };
  const clusterAgent = new ClusterAgentStandalone(chart, 'ClusterAgent', cluster);
  const nodeAgent = new NodeAgent(chart, 'NodeAgent', { ...cluster, clusterAgent });
  const { commands } = new ControlPlaneChecks(chart, 'ControlPlaneChecks', { clusterAgent, nodeAgent, etcdCertificate });
  const objects: KubeObject[] = parseAllDocuments(app.synthYaml()).map((document) => document.toJS());
  // A job needs no command: one only runs it at once.
  return { objects, commands: commands.filter((command) => command.includes('get secret')) };
}
