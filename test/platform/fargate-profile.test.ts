import { FargateProfile, Platform } from '../../src';

const cluster = (profile: FargateProfile) => () => Platform.eksFargate({ fargateProfiles: [profile] });
const selectors = (count: number) => Array.from({ length: count }, () => ({ namespace: 'shop' }));

test.each([1, 5])('%d selectors are fine', count => {
  expect(cluster({ name: 'shop', selectors: selectors(count) })).not.toThrow();
});

test.each<[string, FargateProfile, RegExp]>([
  ['no selector', { name: 'shop', selectors: [] }, /^Platform\.eksFargate\(\): platform\/fargate-profile: the Fargate profile 'shop' has 0 selectors, and EKS takes 1 to 5/],
  ['six selectors', { name: 'shop', selectors: selectors(6) }, /'shop' has 6 selectors/],
  ['no name', { name: '', selectors: selectors(1) }, /a Fargate profile has no name/],
  ['a selector without a namespace', { name: 'shop', selectors: [{ namespace: 'a' }, { namespace: '' }] }, /a selector of the Fargate profile 'shop' has no namespace/],
  ['a name that AWS keeps', { name: 'eks-shop', selectors: selectors(1) }, /'eks-shop', and EKS keeps names that begin with 'eks-' for itself/],
  ['a namespace that begins with a dash', { name: 'shop', selectors: [{ namespace: '-shop' }] }, /has the namespace '-shop', which is not a valid name/],
  ['a namespace that ends with a dash', { name: 'shop', selectors: [{ namespace: 'shop*-' }] }, /has the namespace 'shop\*-', which is not a valid name/],
])('%s is refused at once', (_, profile, told) => {
  expect(cluster(profile)).toThrow(told);
});

test('an empty list is refused: it says that no pod runs', () => {
  expect(() => Platform.eksFargate({ fargateProfiles: [] })).toThrow(/^Platform\.eksFargate\(\): platform\/fargate-profile: 'fargateProfiles' is empty/);
  expect(() => Platform.eksFargate({})).not.toThrow();
});

test('one name is given to one profile', () => {
  const profiles = (...names: string[]) => () => Platform.eksFargate({ fargateProfiles: names.map(name => ({ name, selectors: selectors(1) })) });
  expect(profiles('shop', 'batch', 'shop')).toThrow(/^Platform\.eksFargate\(\): platform\/fargate-profile: there are two Fargate profiles 'shop'/);
  expect(profiles('shop', 'batch')).not.toThrow();
});
