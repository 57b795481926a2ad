/** The oldest cdk8s and constructs that the peer range allows, and the newest. */
export const RELEASES = ['oldest', 'newest'] as const;
export type Release = typeof RELEASES[number];

/** All packages that one program uses together, every one of them on the same release of cdk8s. */
export interface Packages {
  readonly cdk8s: typeof import('cdk8s');
  readonly datadog: typeof import('../../src');
  readonly k8s28: typeof import('cdk8s-plus-28/lib/imports/k8s');
  readonly k8s34: typeof import('cdk8s-plus-34/lib/imports/k8s');
  /** By minor version of Kubernetes. What the tests use of them has the same types in each. */
  readonly plus: { readonly [minor: string]: typeof import('cdk8s-plus-28') };
}

export const PLUS = ['25', '28', '31', '34'] as const;

export function packagesOn(release: Release): Packages {
  const name = (of: string) => release === 'newest' ? `${of}-newest` : of;
  let packages!: Packages;
  jest.isolateModules(() => {
    for (const mocked of ['constructs', 'cdk8s']) {
      if (release === 'newest') jest.doMock(mocked, () => jest.requireActual(name(mocked)));
    }
    packages = {
      cdk8s: jest.requireActual(name('cdk8s')),
      datadog: jest.requireActual('../../src'),
      k8s28: jest.requireActual('cdk8s-plus-28/lib/imports/k8s'),
      k8s34: jest.requireActual('cdk8s-plus-34/lib/imports/k8s'),
      plus: Object.fromEntries(PLUS.map(minor => [minor, jest.requireActual(`cdk8s-plus-${minor}`)])),
    };
  });
  for (const mocked of ['constructs', 'cdk8s']) jest.dontMock(mocked);
  return packages;
}
