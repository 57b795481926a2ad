import { FargateLoggingModel } from '../../model/fargate-logging';

type Section = FargateLoggingModel['outputs'][number];

/** Sections in the classic form of Fluent Bit, with the indentation of its manual. */
export function fluentBitConf(sections: readonly Section[]): string {
  return sections.map(({ name, entries }) => [`[${name}]`, ...entries.map(({ key, value }) => `    ${key} ${value}`), ''].join('\n')).join('');
}
