import { PAGES } from '../../facts/pages';
import { clearTexts } from '../clear-text';
import { Rule } from '../rule';

export const noClearText: Rule = {
  id: 'credentials/no-clear-text',
  severity: 'error',
  title: 'No check, ConfigMap, policy, DatadogAgent or value of a Helm chart has a key, a token or a password of Datadog in clear text.',
  link: PAGES.secretHandles.source,
  check: ({ manifests }) => clearTexts(manifests).filter(({ inPod, certain }) => !inPod && certain).map(({ at, where, remedy }) => ({
    at,
    reason: `${where}, and every reader of the manifest or of the object has it`,
    remedy,
  })),
};
