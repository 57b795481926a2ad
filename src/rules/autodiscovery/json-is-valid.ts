import { PAGES } from '../../facts/pages';
import { annotatedObjects } from '../../manifest/autodiscovery';
import { jsonFaults } from '../../manifest/autodiscovery-json';
import { Rule } from '../rule';

export const jsonIsValid: Rule = {
  id: 'autodiscovery/json-is-valid',
  severity: 'error',
  title: 'Every Autodiscovery annotation holds JSON in the form that the Agent reads.',
  link: PAGES.autodiscovery.source,
  check: ({ manifests }) => annotatedObjects(manifests).flatMap(({ at, annotations }) => jsonFaults(annotations).map(reason => ({
    at,
    reason,
    remedy: 'Correct it, or leave the writing to Autodiscovery.ofContainer(...), ofService(...) or ofEndpoints(...)',
  }))),
};
