import { PAGES } from '../../facts/pages';
import { clearTexts } from '../clear-text';
import { Rule } from '../rule';

export const mayBeClearText: Rule = {
  id: 'credentials/may-be-clear-text',
  severity: 'warning',
  title: 'Nothing that Agents read looks like a key, a token or a password in clear text.',
  link: PAGES.secretHandles.source,
  check: ({ manifests }) => clearTexts(manifests).filter(({ certain }) => !certain).map(({ at, where, remedy }) => ({
    at,
    reason: `${where}, and every reader of the manifest would have it`,
    remedy: `${remedy}. Where it is not a secret, acknowledge this rule with the reason`,
  })),
};
