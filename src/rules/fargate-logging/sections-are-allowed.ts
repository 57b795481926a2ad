import { LOG_ROUTER_OWN_SECTIONS } from '../../facts/fargate-logging';
import { logRouterConfigs } from '../../manifest/log-router';
import { sectionFaults } from '../../requirements/log-router-section';
import { Rule } from '../rule';

export const sectionsAreAllowed: Rule = {
  id: 'fargate-logging/sections-are-allowed',
  severity: 'error',
  title: 'The configuration of the log router has the sections OUTPUT, FILTER and PARSER alone, each under its own key.',
  link: LOG_ROUTER_OWN_SECTIONS.source,
  check: ({ manifests }) => logRouterConfigs(manifests).flatMap(({ at, files }) => files.flatMap(({ key, sections }) =>
    sections.flatMap(section => sectionFaults(key, section)).map(fault => ({ at, ...fault })))),
};
