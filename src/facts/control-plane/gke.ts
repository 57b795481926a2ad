import { ControlPlaneFact, UnavailableFact } from './control-plane-fact';

/** The page names the three components. The flag of the command, and that etcd is nowhere, rest on this one source. */
const READ = { source: 'https://cloud.google.com/kubernetes-engine/docs/how-to/control-plane-metrics', checkedOn: '2026-11-21' };

const unavailable: UnavailableFact = {
  way: 'unavailable',
  reason: 'Google runs the control plane of GKE, and none of its components is there for the Agents of the cluster',
  instead: 'Google sends metrics of the API server, scheduler and controller-manager to Cloud Monitoring: '
    + 'gcloud container clusters update <cluster> --monitoring=SYSTEM,API_SERVER,SCHEDULER,CONTROLLER_MANAGER. '
    + 'Datadog reads them through its Google Cloud integration',
  link: READ.source,
  ...READ,
};

export const GKE: ControlPlaneFact = {
  apiServer: [unavailable],
  etcd: [{ ...unavailable, instead: 'Nobody gets metrics of it; what the API server tells of its requests to etcd is among its metrics in Cloud Monitoring' }],
  scheduler: [unavailable],
  controllerManager: [unavailable],
  taints: [],
  ...READ,
};
