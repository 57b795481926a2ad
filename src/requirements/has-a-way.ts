import { ViolationError } from '../base/violation';

const INTAKES = {
  apm: { takes: 'traces', source: 'https://docs.datadoghq.com/containers/kubernetes/apm/' },
  dogstatsd: { takes: 'metrics of applications', source: 'https://docs.datadoghq.com/extend/dogstatsd/' },
} as const;

/** A way by which what applications send reaches an Agent that takes it. */
export function requireWay(feature: keyof typeof INTAKES, { socket, port }: { readonly socket: boolean; readonly port: boolean }): void {
  if (socket || port) return;
  throw new ViolationError({
    rule: 'features/has-a-way',
    reason: `features.${feature} is on, and has neither a socket nor a port, so no application could send it ${INTAKES[feature].takes}`,
    remedy: "Set 'socketEnabled' or 'portEnabled' to true, or 'enabled' to false where nothing is to be taken",
    link: INTAKES[feature].source,
  });
}
