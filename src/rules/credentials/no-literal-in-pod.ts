import { PAGES } from '../../facts/pages';
import { clearTexts } from '../clear-text';
import { Rule } from '../rule';

export const noLiteralInPod: Rule = {
  id: 'credentials/no-literal-in-pod',
  severity: 'error',
  title: 'No container has a key, a token or a password as the literal value of an env var.',
  link: PAGES.secretHandles.source,
  check: ({ manifests }) => clearTexts(manifests).filter(({ inPod, certain }) => inPod && certain).map(({ at, where, remedy }) => ({
    at,
    reason: `${where}, and every reader of the manifest or of the pod has it`,
    remedy,
  })),
};
