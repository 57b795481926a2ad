import { Violation } from '../base/violation';

/** What is said of an object or a chart whose `toJson` the jsii kernel has pinned; each listener has a rule of its own. */
export const PINNED_BY_KERNEL: Omit<Violation, 'rule'> = {
  reason: "a class of another language overrides its method 'toJson' ('to_json' in Python), and what that returns can neither be changed nor checked any more",
  remedy: 'Remove the override, or write the change as a JSON patch on the object',
  link: 'https://aws.github.io/jsii/user-guides/lib-user/',
};
