import { IntakeModel } from '../../model/features-model';

/** Defaults, as docs/features.md and docs/defaults.md have them. */
export function onOff(on: unknown): string {
  return on ? 'on' : 'off';
}

export function waysOf({ socket, port }: IntakeModel): string {
  const ways = [...socket ? ['socket'] : [], ...port ? ['port'] : []];
  return ways.length > 0 ? `on, by ${ways.join(' and ')}` : 'off';
}
