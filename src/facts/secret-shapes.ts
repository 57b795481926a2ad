import { Fact } from './fact';

/** A secret that its text alone gives away, or nearly so. */
export interface SecretShape extends Fact {
  /** What it is, for a sentence. */
  readonly what: string;
  /** Finds it within a text, and not only as the whole text. */
  readonly pattern: RegExp;
  /** False where something harmless looks the same: 32 hexadecimal digits are an API key or a digest. */
  readonly certain: boolean;
}

const KEYS = { source: 'https://docs.datadoghq.com/account_management/personal-access-tokens/', checkedOn: '2026-11-30' };
const SCRUBBER = { source: 'datadog-agent, pkg/util/scrubber/default.go', checkedOn: '2026-11-30' };

/** Secrets by their shape: those of Datadog, and those that stand in the configuration of checks and proxies. */
export const SECRET_SHAPES: readonly SecretShape[] = [
  { what: 'a personal access token of Datadog', pattern: /\bddpat_[A-Za-z0-9_-]{8,}/, certain: true, ...KEYS },
  { what: 'a service access token of Datadog', pattern: /\bddsat_[A-Za-z0-9_-]{8,}/, certain: true, ...KEYS },
  { what: 'an application key of Datadog', pattern: /\bddapp_[A-Za-z0-9_-]{8,}/, certain: true, ...KEYS },
  { what: 'a remote configuration key of Datadog', pattern: /\bDDRCM_[A-Z0-9]{8,}/, certain: true, ...SCRUBBER },
  { what: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z0-9 ]*PRIVATE KEY-----|[\s\S]*)/, certain: true, source: 'https://www.rfc-editor.org/rfc/rfc7468', checkedOn: '2026-11-30' },
  { what: 'a JSON Web Token', pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/, certain: true, source: 'https://www.rfc-editor.org/rfc/rfc7519', checkedOn: '2026-11-30' },
  { what: 'a bearer token', pattern: /\bBearer\s+(?=[\w.~+/-]*\d)[\w.~+/-]{8,}=*/i, certain: true, ...SCRUBBER },
  { what: 'a password of basic authentication', pattern: /\bBasic\s+(?=[a-zA-Z+/]*\d)(?=[a-z0-9+/]*[A-Z])[A-Za-z0-9+/]{8,}={0,2}(?![\w-])/, certain: true, source: 'https://www.rfc-editor.org/rfc/rfc7617', checkedOn: '2026-11-30' },
  { what: 'an access key of AWS', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/, certain: false, source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html', checkedOn: '2026-11-30' },
  { what: 'an application key of Datadog', pattern: /\b[a-fA-F0-9]{40}\b/, certain: false, ...SCRUBBER },
  { what: 'an API key of Datadog', pattern: /\b[a-fA-F0-9]{32}\b/, certain: false, ...SCRUBBER },
];

/** User and password before the host of a URL, or before `tcp(` of a data source name of Go. */
export const URL_PASSWORD: Fact & { readonly pattern: RegExp } = {
  pattern: /(\/\/)([^\s:/@"']*):([^\s/@"']+)@|(^|[\s"'=])([^\s:/@"']+):([^\s@"']+)@(?=(?:tcp|unix)\()/,
  source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1; datadog-agent, pkg/util/scrubber/default.go',
  checkedOn: '2026-11-30',
};

/** Password or key among the parameters of a connection string, a query or a command. */
export const PASSWORD_PARAMETER: Fact & { readonly pattern: RegExp } = {
  pattern: /\b(password|passwd|pwd|api[_-]?key|app(?:lication)?[_-]?key|access_token|client_secret)=([^\s;&,"']+)/i,
  source: 'datadog-agent, pkg/util/scrubber/default.go',
  checkedOn: '2026-11-30',
};

/** Settings of the Agent whose value lists API keys by the URLs that they are for, or in objects. */
export const ADDITIONAL_ENDPOINTS: Fact & { readonly suffix: string } = {
  suffix: 'additional_endpoints',
  source: 'datadog-agent 7.81, pkg/config/setup; https://docs.datadoghq.com/agent/configuration/dual-shipping/',
  checkedOn: '2026-11-30',
};

/** A whole text `ENC[handle]`, with spaces or tabs around it, is the name of a secret that a secret backend reads. */
export const SECRET_HANDLE: Fact & { readonly pattern: RegExp } = {
  pattern: /^[ \t]*ENC\[[\s\S]*\][ \t]*$/,
  source: 'datadog-agent, comp/core/secrets/utils: IsEnc; https://docs.datadoghq.com/agent/configuration/secrets-management/',
  checkedOn: '2026-11-30',
};

/** Client tokens stand in pages of browsers and in apps of phones, for everybody to read. */
export const PUBLIC_TOKEN: Fact & { readonly pattern: RegExp } = {
  pattern: /^pub[0-9a-f]{32}$/,
  source: 'https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens',
  checkedOn: '2026-11-30',
};

/** Names of env vars that hold a key or a token of Datadog and nothing else, in Agents, tracers and command lines. */
export const KEY_ENV: Fact & { readonly names: readonly string[] } = {
  names: [
    'DD_API_KEY', 'DD_APP_KEY', 'DD_CLUSTER_AGENT_AUTH_TOKEN', 'DD_APPLICATION_KEY', 'DATADOG_API_KEY', 'DATADOG_APP_KEY',
    'DD_LOGS_CONFIG_API_KEY', 'DD_EXTERNAL_METRICS_PROVIDER_API_KEY', 'DD_EXTERNAL_METRICS_PROVIDER_APP_KEY',
  ],
  source: 'datadog-agent 7.81, pkg/config/setup; https://docs.datadoghq.com/api/latest/using-the-api/',
  checkedOn: '2026-11-30',
};
