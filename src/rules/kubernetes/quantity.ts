import type { Container } from 'kubernetes-types/core/v1';
import { parseQuantity } from '../../base/quantity';
import { allContainers } from '../../manifest/containers';
import { Rule } from '../rule';

/** Nothing starts in less: what is smaller was meant in another unit, for `256m` is a quarter of a byte. */
const LEAST_BYTES = 2 ** 20;

const REMEDIES = {
  cpu: "Write cores or thousandths of them, without a space, for example '0.2' or '200m'",
  memory: "Write it in Mi or Gi, for example '256Mi'",
} as const;

export const quantity: Rule = {
  id: 'kubernetes/quantity',
  severity: 'error',
  title: 'CPU and memory of a container are amounts that Kubernetes takes and a container can run with.',
  link: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#resource-units-in-kubernetes',
  check: ({ manifests }) => manifests.pods.flatMap(at => allContainers(at.pod).flatMap(container =>
    faults(container).map(fault => ({ at, ...fault })))),
};

function faults({ name, resources }: Container) {
  return (['cpu', 'memory'] as const).flatMap(resource => (['requests', 'limits'] as const).flatMap(field => {
    const value: unknown = resources?.[field]?.[resource];
    const fault = faultOf(resource, value);
    return fault === undefined ? [] : [{
      reason: `'${resource}' in '${field}' of the container '${name}' is ${JSON.stringify(value)}, which is ${fault}`,
      remedy: REMEDIES[resource],
    }];
  }));
}

/** The API server takes null for 0, and does not mind spaces around an amount. */
function faultOf(resource: 'cpu' | 'memory', value: unknown): string | undefined {
  if (value == null) return undefined;
  const amount = parseQuantity(typeof value === 'string' ? value.trim() : value);
  if (amount === undefined) return 'no amount, and the API server refuses it';
  if (amount < 0) return 'less than 0, and the API server refuses it';
  return resource === 'memory' && amount > 0 && amount < LEAST_BYTES ? `${amount} bytes, in which no container starts` : undefined;
}
