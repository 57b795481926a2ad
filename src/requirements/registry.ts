import { ViolationError } from '../base/violation';

/** host, port and path, as an image's name begins. */
const REGISTRY = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/;

/** A registry that the name of an image can be written behind. */
export function requireRegistry(registry: string): string {
  // A colon behind a path would be a tag, and the pattern has none there.
  if (REGISTRY.test(registry)) return registry;
  throw new ViolationError({
    rule: 'agent/registry',
    reason: `'${registry}' is no registry that an image's name can stand behind: it is a host, and a port and a path where there are any`,
    remedy: "Write 'registry' without https://, without a slash at the end, without spaces and without a tag, for example 'mirror.example.com:5000/datadog'",
    link: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  });
}
