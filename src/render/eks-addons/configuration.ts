import { EksAddOnFact } from '../../facts/eks-add-ons';

export interface AddOnModel {
  readonly fact: EksAddOnFact;
  /** As AWS knows it. */
  readonly clusterName: string;
  readonly onFargate: boolean;
  readonly podLabels: { readonly [name: string]: string };
  /** What the user sets beside that. */
  readonly configuration: { readonly [key: string]: any };
}

/** The whole configuration of an add-on, as compact JSON. */
export function addOnConfiguration({ fact, onFargate, podLabels, configuration }: AddOnModel): string {
  return JSON.stringify({
    ...onFargate ? fact.onFargate : {},
    ...Object.keys(podLabels).length > 0 ? nested(configuration, fact.podLabels, podLabels) : configuration,
  });
}

/** The object with a value at the keys; what it has beside them stays. */
function nested(object: { readonly [key: string]: any }, [key, ...rest]: readonly string[], value: unknown): { readonly [key: string]: any } {
  return { ...object, [key]: rest.length > 0 ? nested(object[key] ?? {}, rest, value) : value };
}
