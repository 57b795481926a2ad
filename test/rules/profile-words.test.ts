import { deployment, manifestSet, MIXED } from './fixtures';
import { nearestInWords, noSelectorInWords, podsInWords } from '../../src/rules/profile-words';

const PROFILES = MIXED.fargateProfiles!;
const pods = (fullName: string, labels?: { [name: string]: string }) => manifestSet([deployment(fullName, {}, labels)]).pods[0];

test('labels of pods', () => {
  expect(podsInWords(pods('shop/web', { run: 'fargate' }))).toBe("pods in the namespace 'shop' with the labels app=web, run=fargate");
});

test('one profile, and several', () => {
  const their = "pods in the namespace 'store' with the labels app=web";
  expect(noSelectorInWords(pods('store/web'), PROFILES.slice(0, 1))).toBe(`the Fargate profile 'shop' has no selector for ${their}`);
  expect(noSelectorInWords(pods('store/web'), PROFILES)).toBe(`none of the Fargate profiles 'shop' and 'jobs' has a selector for ${their}`);
});

test('the nearest selector, and none', () => {
  expect(nearestInWords(pods('jobs/web'), PROFILES)).toBe("; a selector of 'jobs' wants but the label run=fargate");
  expect(nearestInWords(pods('jobs/web'), [])).toBe('');
});
