import { isAtLeast } from '../base/versions';
import { Violation, ViolationError } from '../base/violation';
import { PAGES } from '../facts/pages';
import { DNS_POD_LABELS, KYVERNO_MUTATION, MUTATING_ADMISSION_POLICY } from '../facts/sidecar-injection';

interface Labels { readonly [name: string]: string }

interface Chosen {
  readonly namespaces?: readonly string[];
  readonly podLabels: Labels;
  readonly profiles?: readonly object[];
}

interface Platform {
  readonly fargate: 'all' | 'profiles' | 'none';
  readonly fargateProfiles: ReadonlyArray<{ readonly selectors: ReadonlyArray<{ readonly namespace: string }> }>;
}

interface Account {
  readonly namespace: string;
  readonly name: string;
}

/** Something adds Agents to pods only where some pods have no Agent of a node beside them. */
export function requireFargate(fargate: 'all' | 'profiles' | 'none'): void {
  if (fargate !== 'none') return;
  fail({
    rule: 'sidecar-injection/platform-has-fargate',
    reason: 'the platform declares no pod that runs on Fargate: the Agent of the node would be there beside the one that is added, and both send the same',
    remedy: 'Leave the injection out; or declare the Fargate profiles of the cluster in Platform.eks({ fargateProfiles })',
  });
}

/** Without a namespace and a label, every pod of the cluster would get an Agent: DNS, Datadog itself and what is on nodes. */
export function requirePods(given: Chosen): void {
  if (given.profiles || (given.namespaces && given.namespaces.length > 0)) return;
  fail({
    rule: 'sidecar-injection/namespaces-are-named',
    reason: Object.keys(given.podLabels).length > 0
      ? "'podLabels' alone chooses pods of every namespace, and in a namespace that nobody named there is neither the Secret nor the permission that an Agent needs"
      : "neither 'namespaces' nor 'fargateProfiles' is given, so nothing chooses the pods",
    remedy: "Name the namespaces, for example namespaces: ['kube-system']",
  });
}

/** The profiles of the platform, which are written there and nowhere else. */
export function requirePlatformProfiles<T>(ofPlatform: readonly T[], given: readonly object[] | undefined): readonly T[] {
  if (given === undefined && ofPlatform.length > 0) return ofPlatform;
  return fail({
    rule: 'sidecar-injection/platform-profiles',
    reason: given === undefined
      ? "'platformProfiles' means the Fargate profiles of the platform, and the platform declares none"
      : "'platformProfiles' means every Fargate profile of the platform, and 'fargateProfiles' names some beside it",
    remedy: given === undefined
      ? "Declare them in 'fargateProfiles' of the platform, or choose pods with 'namespaces' and 'podLabels'"
      : 'Leave one of them out',
  });
}

/** Where there are nodes as well, some pod of each namespace can be on Fargate. */
export function requireProfileFor(namespaces: readonly string[], platform: Platform): void {
  if (platform.fargate !== 'profiles') return;
  const patterns = platform.fargateProfiles.flatMap(({ selectors }) => selectors.map(({ namespace }) => namespace));
  const without = namespaces.find(name => !patterns.some(pattern => requireNamespaces(pattern, [name]).length > 0));
  if (without === undefined) return;
  fail({
    rule: 'sidecar-injection/namespace-has-a-profile',
    reason: `no Fargate profile of the platform names the namespace '${without}', so its pods are on nodes with an Agent of their own`,
    remedy: "Leave the namespace out, or declare the profile that takes its pods in 'fargateProfiles' of the platform",
  });
}

/** Namespaces beside profiles narrow the profiles down, so a namespace that no profile takes would be passed over without a word. */
export function requireTaken(named: readonly string[] | undefined, taken: readonly string[]): void {
  const without = named?.find(name => !taken.includes(name));
  if (without === undefined) return;
  fail({
    rule: 'sidecar-injection/namespace-has-a-profile',
    reason: `'namespaces' has '${without}', and no profile among 'fargateProfiles' takes pods of that namespace, so none of its pods would get an Agent`,
    remedy: "Leave the namespace out, add the profile that takes its pods, or leave 'fargateProfiles' out to choose pods by 'namespaces' and 'podLabels' alone",
  });
}

/** The namespaces that a pattern of a Fargate profile stands for. */
export function requireNamespaces(pattern: string, named: readonly string[] | undefined): string[] {
  const wild = /[*?]/.test(pattern);
  if (!named && wild) {
    return fail({
      rule: 'sidecar-injection/namespaces-are-named',
      reason: `a selector of the Fargate profiles has the namespace '${pattern}', and the Secret and the permission that an Agent needs are made for namespaces by name`,
      remedy: "Name those that are meant in 'namespaces' beside the profiles",
    });
  }
  if (!named) return [pattern];
  const source = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.');
  return named.filter(name => new RegExp(`^${source}$`).test(name));
}

/** An account of a namespace that pods are chosen from. */
export function requireAccountNamespace<T extends Account>(account: T, namespaces: readonly string[]): T {
  if (namespaces.includes(account.namespace)) return account;
  return fail({
    rule: 'sidecar-injection/account-is-of-matched-pods',
    reason: `the ServiceAccount '${account.namespace}/${account.name}' is in a namespace that no pod is chosen from: ${namespaces.join(', ')}`,
    remedy: 'Give namespace and name of the accounts under which the chosen pods run',
  });
}

/** Kubernetes has the policy, by itself or where its feature gate is on. The answer is the version of its API. */
export function requirePolicyApi(kubernetesVersion: string, featureGate: boolean): 'v1' | 'v1beta1' {
  const { stableSince, betaSince, kind, featureGate: gate, group, source } = MUTATING_ADMISSION_POLICY;
  if (isAtLeast(kubernetesVersion, stableSince)) return 'v1';
  const beta = isAtLeast(kubernetesVersion, betaSince);
  if (beta && featureGate) return 'v1beta1';
  return fail({
    rule: 'sidecar-injection/kubernetes-has-policy',
    reason: `Kubernetes ${kubernetesVersion} has no ${kind} ${beta ? `unless the feature gate ${gate} is on` : 'that this library writes'}; ${stableSince} has it by itself`,
    remedy: `Set 'kubernetesVersion' of the platform to ${stableSince} or newer if the cluster is, ${beta
      ? `say featureGate: true if the API server runs with --feature-gates=${gate}=true and --runtime-config=${group}/v1beta1=true, which EKS does not offer, `
      : ''}or take another InjectionMethod`,
    link: source,
  });
}

/** What adds Agents without a choice of the account leaves pods the one that they have, and it has to be bound. */
export function requireAccounts(without: readonly string[]): void {
  if (without.length === 0) return;
  fail({
    rule: 'sidecar-injection/accounts-are-named',
    reason: `'serviceAccounts' names none of the namespace '${without[0]}': pods keep their account, and one that is not bound cannot reach the kubelet`,
    remedy: `Name the accounts of the chosen pods, for example { namespace: '${without[0]}', name: 'web' }, or 'default' where they name none`,
  });
}

interface Texts {
  readonly tags: readonly string[];
  readonly sidecar: { readonly env: Labels };
}

/** Kyverno takes these for references of its own wherever they stand in a ClusterPolicy. */
export function requireNoReferences({ tags, sidecar: { env } }: Texts): void {
  const isReference = (text: string) => /\{\{|\$\(/.test(text);
  const name = Object.keys(env).find(key => isReference(env[key]));
  if (name === undefined && !tags.some(isReference)) return;
  fail({
    rule: 'sidecar-injection/no-references',
    reason: `${name === undefined ? "one of 'tags'" : `the env var ${name} of the sidecar`} has {{...}} or $(...) in it, and Kyverno puts something of its own in place of these in a ClusterPolicy`,
    remedy: 'Write another value, or use Kyverno 1.17 or newer, whose MutatingPolicy leaves it alone',
    link: KYVERNO_MUTATION.source.split(';')[1].trim(),
  });
}

/** A version as major.minor, with or without what follows. */
export function requireVersion(of: string, version: string): string {
  const [, found] = /^v?(\d+\.\d+)(\.\d+)?$/.exec(version) ?? [];
  return found ?? fail({
    rule: 'sidecar-injection/version',
    reason: `'${version}' is no version of ${of}`,
    remedy: "Write major.minor, for example '1.16'",
    link: KYVERNO_MUTATION.source.split(';')[0],
  });
}

/** A name for the policy and for what stands beside it. */
export function requireName(name: string): string {
  if (/^[a-z0-9]([a-z0-9-]{0,50}[a-z0-9])?$/.test(name)) return name;
  return fail({
    rule: 'sidecar-injection/name',
    reason: `'${name}' is no name for a policy: up to 52 lowercase letters, digits and hyphens, beginning and ending with a letter or digit`,
    remedy: "Write another name, for example 'coredns-sidecar'",
    link: PAGES.objectNames.source,
  });
}

/** The Agents talk to the Cluster Agent over https alone. */
export function requireClusterAgentUrl(url: string): string {
  if (/^https:\/\/[^\s/]+$/.test(url)) return url;
  return fail({
    rule: 'sidecar-injection/url-is-https',
    reason: `'clusterAgentUrl' is '${url}', and an Agent takes https, a host and a port`,
    remedy: "Write for example 'https://172.20.0.100:5005'",
    link: PAGES.clusterAgentEndpoint.source,
  });
}

/** Pods with these labels answer for the DNS of the cluster. */
export function isDnsOfCluster(labels: Labels): boolean {
  return dnsLabel(labels) !== undefined;
}

/** Pods of the cluster's DNS cannot ask it: they have `dnsPolicy: Default`. */
export function requireReachableUrl(labels: Labels, given: { readonly clusterAgentUrl: string; readonly clusterAgentAddressUrl?: string }): void {
  const dns = dnsLabel(labels);
  if (!dns || given.clusterAgentAddressUrl !== undefined || !/\.svc(\.|:|$)/.test(given.clusterAgentUrl)) return;
  fail({
    rule: 'sidecar-injection/dns-pods-have-an-address',
    reason: `pods with the label '${dns.name}: ${dns.value}' are the cluster's DNS, which cannot ask itself where ${given.clusterAgentUrl} is`,
    remedy: "Give the platform the 'serviceCidr' of the cluster, or the Cluster Agent a 'fixedAddress'; or write an address into 'clusterAgentUrl'",
    link: PAGES.podDns.source,
  });
}

function dnsLabel(labels: Labels) {
  return DNS_POD_LABELS.labels.find(({ name, value }) => labels[name] === value);
}

/** Throws; the page is that of the sidecar where no other is given. */
export function fail(told: Omit<Violation, 'link'> & { readonly link?: string }): never {
  throw new ViolationError({ link: PAGES.fargateSidecar.source, ...told });
}
