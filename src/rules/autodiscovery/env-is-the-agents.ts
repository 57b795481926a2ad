import type { Container } from 'kubernetes-types/core/v1';
import { ENV_OF_EVERY_CONTAINER, TEMPLATE_ENV } from '../../facts/autodiscovery';
import { CheckText, checkTexts, envVariablesIn } from '../../manifest/check-texts';
import { allContainers, envOf, isFargateAgent } from '../../manifest/containers';
import { lackEnv } from '../observing-agents';
import { Rule, RuleContext } from '../rule';
import { readersOf, READER_IN_WORDS } from '../template-readers';

export const envIsTheAgents: Rule = {
  id: 'autodiscovery/env-is-the-agents',
  severity: 'error',
  title: 'An env var that a check takes by %%env_NAME%% is one of the Agent that resolves the check.',
  link: TEMPLATE_ENV.source.split(';')[0],
  check: context => checkTexts(context.manifests).flatMap(text => missing(text, context).map(name => ({
    at: text.at,
    reason: `${text.where} takes %%env_${name}%%, which ${READER_IN_WORDS[text.reader.kind]} fills in from its own env vars, and it has no ${name}${applicationHas(text, name) ? ', which is an env var of the application alone' : ''}: the check gets the text as it stands`,
    remedy: `Give ${name} to ${READER_IN_WORDS[text.reader.kind]} as well, by a reference to the same Secret, or write a handle of a secret backend, 'ENC[...]', in its place`,
  }))),
};

function missing(text: CheckText, context: RuleContext): string[] {
  const names = envVariablesIn(text.text);
  if (names.length === 0) return [];
  const readers = readersOf(text, context);
  return readers.length === 0 ? [] : names.filter(name => !ENV_OF_EVERY_CONTAINER.pattern.test(name) && lackEnv(readers, name));
}

function applicationHas({ reader }: CheckText, name: string): boolean {
  return reader.kind === 'pod' && allContainers(reader.workload.pod).some((c: Container) => !isFargateAgent(c) && envOf(c, name) !== undefined);
}
