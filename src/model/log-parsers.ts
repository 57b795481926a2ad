import { entriesOf, writtenEntries } from './log-router-section';
import { LOG_ROUTER } from '../facts/fargate-logging';
import { CONTAINER_LINE_PARSER, LOG_PARSER_FORMATS, LOG_PARSER_KEYS } from '../facts/log-router-keys';
import { ViolationError } from '../base/violation';
import { LogRouterSection, requireLogRouterSection } from '../requirements/log-router-section';

export interface LogParserDescription {
  readonly name: string;
  readonly format: string;
  readonly regex?: string;
  readonly timeKey?: string;
  readonly timeFormat?: string;
  readonly timeKeep?: boolean;
  readonly types?: { readonly [field: string]: string };
  readonly parameters?: { readonly [key: string]: string };
}

export function logParser(given: LogParserDescription): LogRouterSection {
  const { name, format, regex, timeKey, timeFormat, timeKeep, types = {}, parameters } = given;
  requireFormat(name, format, regex);
  const typed = Object.entries(types).map(([field, type]) => `${field}:${type}`).join(' ');
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

function requireFormat(name: string, format: string, regex: string | undefined): void {
  const isKnown = LOG_PARSER_FORMATS.names.includes(format);
  if (isKnown && (format === 'regex') === (regex !== undefined)) return;
  throw new ViolationError({
    rule: 'fargate-logging/parser-format',
    reason: isKnown
      ? `the parser '${name}' is of the format '${format}' and has ${regex === undefined ? 'no regular expression' : 'a regular expression, which only regex reads'}`
      : `the parser '${name}' is of the format '${format}', and Fluent Bit knows ${LOG_PARSER_FORMATS.names.join(', ')}`,
    remedy: 'Use FargateLogParser.regex(...) for a regular expression, and json(...), logfmt(...) or ltsv(...) for the others',
    link: LOG_ROUTER.source,
  });
}
