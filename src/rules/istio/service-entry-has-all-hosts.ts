import { INTAKE_HOSTS } from '../../facts/intake-hosts';
import { SERVICE_ENTRY } from '../../facts/istio';
import { SITES } from '../../facts/sites';
import { groupOf, Located } from '../../manifest/manifest';
import { Rule } from '../rule';
import { quoted } from '../words';

export const serviceEntryHasAllHosts: Rule = {
  id: 'istio/service-entry-has-all-hosts',
  severity: 'warning',
  title: 'A ServiceEntry for Datadog names all hosts of the site.',
  link: INTAKE_HOSTS[0].source,
  check: ({ manifests }) => {
    const entries = manifests.ofKind(SERVICE_ENTRY.kind).filter(({ manifest }) => groupOf(manifest) === 'networking.istio.io');
    const named = new Set(entries.flatMap(hostsOf));
    return Object.values(SITES).flatMap(({ domain }) => {
      const ours = entries.filter(at => hostsOf(at).some(host => isOfAgents(host, domain)));
      if (ours.length === 0) return [];
      const missing = INTAKE_HOSTS.filter(({ product, prefix }) => !product && !isNamed(`${prefix}.${domain}`, named)).map(({ prefix }) => `${prefix}.${domain}`);
      // One finding, for several entries may share the hosts among them.
      return missing.length === 0 ? [] : ours.slice(0, 1).map(at => ({
        at,
        reason: `it leads to hosts of Datadog, and no ServiceEntry of the app names ${quoted(missing)}: where the mesh lets out registered hosts alone, what goes there is lost`,
        remedy: "Add the hosts, or take the ServiceEntry of this library in its place, by 'istio: {}' on DatadogChart",
      }));
    });
  },
};

function hostsOf({ manifest }: Located): string[] {
  const hosts: unknown = manifest.spec?.hosts;
  return Array.isArray(hosts) ? hosts.filter((host): host is string => typeof host === 'string') : [];
}

/** Applications may use the API of Datadog and hosts for browsers by themselves; those of the Agents are Agents' alone. */
function isOfAgents(host: string, domain: string): boolean {
  return host.endsWith(`.agent.${domain}`);
}

/** By its name, or by one with a star for its first label or more. */
function isNamed(host: string, named: ReadonlySet<string>): boolean {
  return named.has(host) || host.split('.').some((_, at, parts) => at > 0 && named.has(`*.${parts.slice(at).join('.')}`));
}
