import { ControlPlaneFact, UnavailableFact } from './control-plane-fact';

const PAGE = 'https://learn.microsoft.com/en-us/azure/aks/control-plane-metrics-monitor';
const READ = {
  source: `${PAGE}; https://docs.azure.cn/en-us/aks/control-plane-metrics-default-list; https://github.com/Azure/azure-cli-extensions/pull/9855`,
  checkedOn: '2026-11-21',
};

const unavailable: UnavailableFact = {
  way: 'unavailable',
  reason: 'Azure runs the control plane of AKS, and none of its components is there for the Agents of the cluster',
  instead: 'Azure sends its metrics to a managed Prometheus: az aks update --enable-control-plane-metrics '
    + '(az aks create takes --enable-azure-monitor-metrics beside it). API server and etcd are on, scheduler and controller-manager off until '
    + 'chosen. Datadog reads them through its Azure integration',
  link: PAGE,
  ...READ,
};

export const AKS: ControlPlaneFact = {
  apiServer: [unavailable], etcd: [unavailable], scheduler: [unavailable], controllerManager: [unavailable], taints: [], ...READ,
};
