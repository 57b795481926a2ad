import { ControlPlaneFact, UnavailableFact } from './control-plane-fact';

const READ = { source: 'https://learn.microsoft.com/en-us/azure/aks/control-plane-metrics-monitor', checkedOn: '2026-11-21' };

const unavailable: UnavailableFact = {
  way: 'unavailable',
  reason: 'Azure runs the control plane of AKS, and none of its components is there for the Agents of the cluster',
  instead: 'Azure sends its metrics to a managed Prometheus: az aks update --enable-control-plane-metrics '
    + '(az aks create takes --enable-azure-monitor-metrics beside it). API server and etcd are on, scheduler and controller-manager off until '
    + 'chosen. Datadog reads them through its Azure integration',
  link: READ.source,
  ...READ,
};

export const AKS: ControlPlaneFact = {
  apiServer: [unavailable], etcd: [unavailable], scheduler: [unavailable], controllerManager: [unavailable], taints: [], ...READ,
};
