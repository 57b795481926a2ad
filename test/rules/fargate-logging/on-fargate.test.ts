import { logging } from './logging';
import { PLATFORMS } from '../../../src/facts/platforms/platforms';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/on-fargate';
const PROFILES = [{ name: 'shop', selectors: [{ namespace: 'shop', labels: {} }] }];

test('a cluster whose pods run on Fargate, all or some', () => {
  expect(check(RULE, [logging()])).toEqual([]);
  expect(check(RULE, [logging()], { platform: PLATFORMS.eks, fargateProfiles: PROFILES })).toEqual([]);
});

test('a cluster without a Fargate profile has no log router', () => {
  expect(check(RULE, [logging()], { platform: PLATFORMS.eks, fargateProfiles: [] })).toEqual([finding(RULE, logging(), 'no pod of this cluster runs on Fargate')]);
  expect(check(RULE, [logging()], { platform: PLATFORMS.eks })).toHaveLength(1);
});

test('nothing is said where nothing is known, or nothing is configured', () => {
  expect(check(RULE, [logging()], {})).toEqual([]);
  expect(check(RULE, [], { platform: PLATFORMS.eks })).toEqual([]);
});
