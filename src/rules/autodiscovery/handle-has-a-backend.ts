import type { Container } from 'kubernetes-types/core/v1';
import { CHECK_SECRETS } from '../../facts/autodiscovery';
import { CheckText, checkTexts, handlesIn } from '../../manifest/check-texts';
import { objectsIn } from '../../manifest/objects-in';
import { lackEnv } from '../observing-agents';
import { Rule, RuleContext } from '../rule';
import { readersOf, READER_IN_WORDS } from '../template-readers';

export const handleHasABackend: Rule = {
  id: 'autodiscovery/handle-has-a-backend',
  severity: 'warning',
  title: 'Where a check names a secret by ENC[handle], the Agent that resolves it has a secret backend.',
  link: CHECK_SECRETS.source.split(';')[0],
  check: context => checkTexts(context.manifests)
    .filter(text => handlesIn(text.text).length > 0 && hasNoBackend(text, context))
    .map(text => ({
      at: text.at,
      reason: `${text.where} has a handle of a secret backend, ENC[...], and ${READER_IN_WORDS[text.reader.kind]} has no backend, so the check gets the handle as it stands`,
      remedy: `Set ${CHECK_SECRETS.backends.join(' or ')} there, with the permission to read the secret`,
    })),
};

function hasNoBackend(text: CheckText, context: RuleContext): boolean {
  const readers = readersOf(text, context);
  const set = [...CHECK_SECRETS.backends, CHECK_SECRETS.skip];
  return readers.length > 0 && set.every(name => lackEnv(readers, name)) && !readers.some(hasOwnConfig);
}

/** A file of the user's may name the backend. */
function hasOwnConfig({ volumeMounts }: Container): boolean {
  return objectsIn(volumeMounts).some(({ mountPath }) => typeof mountPath === 'string' && /datadog(-cluster)?\.yaml$/.test(mountPath));
}
