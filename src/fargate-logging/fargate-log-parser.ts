
import { containerLineParser, logParser } from '../model/log-parsers';
import { entryPoint } from '../requirements/entry-point';
import { LogRouterSection } from '../requirements/log-router-section';
import { requireArgument, requireOptions } from '../requirements/options';

/** What all parsers have in common. */
export interface FargateLogParserOptions {
  /**
   * Field with the time of the line.
   *
   * @default - the time at which the line was read
   */
  readonly timeKey?: string;
  /**
   * Form of that time, as strptime takes it; `%L` stands for fractions of a second.
   *
   * @default - none
   */
  readonly timeFormat?: string;
  /**
   * Whether that field is kept.
   *
   * @default - as Fluent Bit does: it is not
   */
  readonly timeKeep?: boolean;
  /**
   * Types of fields: `string`, `integer`, `float`, `bool` or `hex`.
   *
   * @default - strings
   */
  readonly types?: { [field: string]: string };
  /**
   * Further entries of the section, in Fluent Bit's own words.
   *
   * @default - none
   */
  readonly parameters?: { [key: string]: string };
}

/**
 * Takes a text apart into fields, for the filters that name it.
 *
 * @see https://docs.fluentbit.io/manual/pipeline/parsers/configuring-parser
 */
@entryPoint
export class FargateLogParser {
  /** The parser `crio`, for the lines of container runtimes. It comes by itself where a filter names it. */
  public static containerLines(): FargateLogParser {
    return new FargateLogParser(containerLineParser());
  }

  /**
   * A parser with a regular expression, whose named groups become fields.
   *
   * @param name what filters name it by
   * @param regex regular expression, as Ruby writes them
   * @param options how time and types are read
   * @throws when the name or an entry is not one line
   */
  public static regex(name: string, regex: string, options: FargateLogParserOptions = {}): FargateLogParser {
    requireArgument('name', 'string', name);
    requireArgument('regex', 'string', regex);
    options = requireOptions('FargateLogParserOptions', options);
    return new FargateLogParser(logParser({ ...options, name, format: 'regex', regex }));
  }

  /**
   * A parser of JSON.
   *
   * @param name what filters name it by
   * @param options how time and types are read
   * @throws when the name or an entry is not one line
   */
  public static json(name: string, options: FargateLogParserOptions = {}): FargateLogParser {
    requireArgument('name', 'string', name);
    options = requireOptions('FargateLogParserOptions', options);
    return new FargateLogParser(logParser({ ...options, name, format: 'json' }));
  }

  /**
   * A parser of logfmt.
   *
   * @param name what filters name it by
   * @param options how time and types are read
   * @throws when the name or an entry is not one line
   */
  public static logfmt(name: string, options: FargateLogParserOptions = {}): FargateLogParser {
    requireArgument('name', 'string', name);
    options = requireOptions('FargateLogParserOptions', options);
    return new FargateLogParser(logParser({ ...options, name, format: 'logfmt' }));
  }

  /**
   * A parser of LTSV.
   *
   * @param name what filters name it by
   * @param options how time and types are read
   * @throws when the name or an entry is not one line
   */
  public static ltsv(name: string, options: FargateLogParserOptions = {}): FargateLogParser {
    requireArgument('name', 'string', name);
    options = requireOptions('FargateLogParserOptions', options);
    return new FargateLogParser(logParser({ ...options, name, format: 'ltsv' }));
  }

  private constructor(
    /** @internal */
    public readonly _section: LogRouterSection,
  ) {}
}
