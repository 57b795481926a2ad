import {
  FargateLogFilterOptions, GrepLogFilterOptions, KubernetesLogFilterOptions, LiftLogFilterOptions, ModifyLogFilterOptions, NestLogFilterOptions,
  ParserLogFilterOptions, RecordModifierLogFilterOptions, RewriteTagLogFilterOptions, ThrottleLogFilterOptions,
} from './filter-options';
import {
  grepFilter, kubernetesFilter, liftFilter, modifyFilter, nestFilter, parserFilter, recordModifierFilter, rewriteTagFilter, throttleFilter,
  writtenFilter,
} from '../model/log-filters';
import { entryPoint } from '../requirements/entry-point';
import { LogRouterSection } from '../requirements/log-router-section';
import { requireArgument, requireOptions } from '../requirements/options';

/**
 * What AWS's log router for Fargate does with lines before it sends them.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-logging.html
 */
@entryPoint
export class FargateLogFilter {
  /**
   * Adds names of pod, namespace and container, and takes apart lines that are JSON.
   *
   * @throws when the seconds are no whole number from 1
   * @see https://docs.fluentbit.io/manual/pipeline/filters/kubernetes
   */
  public static kubernetes(options: KubernetesLogFilterOptions = {}): FargateLogFilter {
    options = requireOptions('KubernetesLogFilterOptions', options);
    return new FargateLogFilter(kubernetesFilter(options));
  }

  /**
   * Parses a field of the record.
   *
   * @throws when no parser is named
   * @see https://docs.fluentbit.io/manual/pipeline/filters/parser
   */
  public static parser(options: ParserLogFilterOptions): FargateLogFilter {
    options = requireOptions('ParserLogFilterOptions', options);
    return new FargateLogFilter(parserFilter(options));
  }

  /**
   * Keeps lines, and leaves others out.
   *
   * @throws when there is no pattern, or the name of a field has a space
   * @see https://docs.fluentbit.io/manual/pipeline/filters/grep
   */
  public static grep(options: GrepLogFilterOptions): FargateLogFilter {
    options = requireOptions('GrepLogFilterOptions', options);
    return new FargateLogFilter(grepFilter(options));
  }

  /**
   * Adds fields and takes others away.
   *
   * @throws when it would do nothing, is told both what to remove and what to keep, or the name of a field has a space
   * @see https://docs.fluentbit.io/manual/pipeline/filters/record-modifier
   */
  public static recordModifier(options: RecordModifierLogFilterOptions): FargateLogFilter {
    options = requireOptions('RecordModifierLogFilterOptions', options);
    return new FargateLogFilter(recordModifierFilter(options));
  }

  /**
   * Changes fields where conditions are met.
   *
   * @throws when it would do nothing, or the name of a field has a space
   * @see https://docs.fluentbit.io/manual/pipeline/filters/modify
   */
  public static modify(options: ModifyLogFilterOptions): FargateLogFilter {
    options = requireOptions('ModifyLogFilterOptions', options);
    return new FargateLogFilter(modifyFilter(options));
  }

  /**
   * Puts fields below another one.
   *
   * @throws when no field is named
   * @see https://docs.fluentbit.io/manual/pipeline/filters/nest
   */
  public static nest(options: NestLogFilterOptions): FargateLogFilter {
    options = requireOptions('NestLogFilterOptions', options);
    return new FargateLogFilter(nestFilter(options));
  }

  /**
   * Lifts the fields below another one out of it.
   *
   * @see https://docs.fluentbit.io/manual/pipeline/filters/nest
   */
  public static lift(options: LiftLogFilterOptions): FargateLogFilter {
    options = requireOptions('LiftLogFilterOptions', options);
    return new FargateLogFilter(liftFilter(options));
  }

  /**
   * Gives lines other tags, which outputs then match.
   *
   * @throws when there is no rule, or a part of one has a space
   * @see https://docs.fluentbit.io/manual/pipeline/filters/rewrite-tag
   */
  public static rewriteTag(options: RewriteTagLogFilterOptions): FargateLogFilter {
    options = requireOptions('RewriteTagLogFilterOptions', options);
    return new FargateLogFilter(rewriteTagFilter(options));
  }

  /**
   * Lets through no more lines than this; others are lost.
   *
   * @throws when a number is not whole, or less than 1
   * @see https://docs.fluentbit.io/manual/pipeline/filters/throttle
   */
  public static throttle(options: ThrottleLogFilterOptions): FargateLogFilter {
    options = requireOptions('ThrottleLogFilterOptions', options);
    return new FargateLogFilter(throttleFilter(options));
  }

  /**
   * Any filter that AWS lets in: `grep`, `parser`, `record_modifier`, `rewrite_tag`, `throttle`, `nest`, `modify` or
   * `kubernetes`.
   *
   * @param plugin name of the plugin
   * @param parameters entries of the section, in Fluent Bit's own words
   * @param options which lines it is for
   * @throws when AWS does not let it in, or sets one of the entries itself
   */
  public static custom(plugin: string, parameters: { [key: string]: string }, options: FargateLogFilterOptions = {}): FargateLogFilter {
    requireArgument('plugin', 'string', plugin);
    requireArgument('parameters', '{string}', parameters);
    options = requireOptions('FargateLogFilterOptions', options);
    return new FargateLogFilter(writtenFilter(plugin, options, parameters));
  }

  private constructor(
    /** @internal */
    public readonly _section: LogRouterSection,
  ) {}
}
