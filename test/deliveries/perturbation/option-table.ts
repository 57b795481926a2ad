import { OF_CONSTRUCTS } from './option-paths';
import { changedKeys, DeliveryName, Effect, effectsOfOptions, merged } from './perturb';
import { FEATURES } from '../features';
import { Made, make } from '../made';

/** Methods of the charts that add something to the pods, by the feature of the tests that calls them. */
const METHODS: { readonly [method: string]: string } = { injectAtAdmission: 'Datadog\'s webhook' };

/** What every option, and every method that adds something, changes in each delivery. */
export function effects(): { readonly [delivery in DeliveryName]: ReadonlyMap<string, Effect> } {
  const options = effectsOfOptions();
  const all = (delivery: DeliveryName) => new Map([...options[delivery], ...effectsOfConstructs(delivery)].sort(([a], [b]) => a < b ? -1 : 1));
  return { operator: all('operator'), helm: all('helm') };
}

/** Options of which constructs make something: their effects are those of whole charts. */
function effectsOfConstructs(delivery: DeliveryName): Array<[string, Effect]> {
  const names = (of: string) => METHODS[of] ? [METHODS[of]] : Object.keys(FEATURES).filter(name => Object.hasOwn(FEATURES[name].props ?? {}, of));
  return [...OF_CONSTRUCTS, 'labels', ...Object.keys(METHODS)].map(of => [of, merged(names(of).map(name => {
    const before = make(delivery, { on: FEATURES[name].on }) as Made;
    const after = make(delivery, FEATURES[name]);
    return 'refused' in after ? 'refused' : changedKeys(toldOf(before), toldOf(after), delivery);
  }))]);
}

function toldOf({ told }: Made): ReadonlyMap<string, unknown> {
  return new Map([...told].map(([path, value]) => [path.replace(/^\.spec\./, '.'), value]));
}

/** src/render/deliveries/operator-keys.ts or helm-keys.ts. */
export function tableSource(delivery: DeliveryName, of: ReadonlyMap<string, Effect>): string {
  const quoted = (text: string) => `'${text}'`;
  return `// Written by scripts/option-keys.js, which changes every option and looks at what becomes of it. Do not edit.
import { OptionKeys } from '../../parts/delivery-coverage';

/* eslint-disable @stylistic/max-len */
export const ${delivery.toUpperCase()}_KEYS: OptionKeys = {
${[...of].map(([option, { keys }]) => `  ${quoted(option)}: [${keys.map(quoted).join(', ')}],`).join('\n')}
};
`;
}
