import { entriesOf, writtenEntries } from './log-router-section';
import { CONTAINER_LINE_PARSER, LOG_PARSER_KEYS } from '../facts/log-router-keys';
import { requireWord } from '../requirements/fargate-logging';
import { LogRouterSection, requireLogRouterSection } from '../requirements/log-router-section';

export interface LogParserDescription {
  readonly name: string;
  readonly format: 'json' | 'regex' | 'ltsv' | 'logfmt';
  readonly regex?: string;
  readonly timeKey?: string;
  readonly timeFormat?: string;
  readonly timeKeep?: boolean;
  readonly types?: { readonly [field: string]: string };
  readonly parameters?: { readonly [key: string]: string };
}

export function logParser(given: LogParserDescription): LogRouterSection {
  const { name, format, regex, timeKey, timeFormat, timeKeep, types = {}, parameters } = given;
  const typed = Object.entries(types).map(([field, type]) => requireWord('types', `${field}:${type}`)).join(' ');
  return requireLogRouterSection({
    name: 'PARSER',
    entries: [
      { key: 'Name', value: name },
      ...entriesOf(LOG_PARSER_KEYS.parser, { format, regex, timeKey, timeFormat, timeKeep, ...typed !== '' && { types: typed } }),
      ...writtenEntries(parameters),
    ],
  });
}

/** For the lines of the container runtime. */
export function containerLineParser(): LogRouterSection {
  const { name, regex, timeKey, timeFormat } = CONTAINER_LINE_PARSER;
  return logParser({ name, format: 'regex', regex, timeKey, timeFormat });
}
