// Loaded before an example by start.js: writes what the example says of its platform into the file that PLATFORM_FILE names.
// `npm run e2e` plays the part of EKS by it, and reads nothing else of the example but its manifests.
const fs = require('node:fs');
const { Platform } = require('cdk8s-datadog');

const factories = Object.getOwnPropertyNames(Platform).filter(name => typeof Platform[name] === 'function');
for (const name of factories) {
  const factory = Platform[name];
  Platform[name] = options => {
    const platform = factory.call(Platform, options);
    fs.writeFileSync(process.env.PLATFORM_FILE, `${JSON.stringify({ platform: name, fargateProfiles: options?.fargateProfiles }, undefined, 2)}\n`);
    return platform;
  };
}
