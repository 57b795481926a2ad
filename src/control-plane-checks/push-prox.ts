/** How the components of Rancher Kubernetes Engine are found: rancher-monitoring has a pod of PushProx beside each. */
export enum PushProx {
  /** By the Services of the chart. */
  CHART_SERVICES = 'chartServices',
  /** By headless Services of our own, where the chart's are turned off. */
  OWN_SERVICES = 'ownServices',
  /** Through the proxies of the chart, whose clients sign in by themselves: the Agents need neither certificate nor token. */
  PROXY = 'proxy',
}
