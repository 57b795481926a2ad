import { Fact } from './fact';

/** An Agent collects no logs, whatever annotations and files say, unless this env var is `true`. */
export const LOGS_SWITCH: Fact & { readonly env: string } = {
  env: 'DD_LOGS_ENABLED',
  source: 'https://docs.datadoghq.com/containers/kubernetes/log/',
  checkedOn: '2026-11-30',
};
