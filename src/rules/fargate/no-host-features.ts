import { HOST_FEATURES } from '../../facts/host-features';
import { fargateAgents, literalEnv } from '../../manifest/containers';
import { hostFeatureFault, hostFeatures } from '../../requirements/host-features';
import { Rule } from '../rule';

export const noHostFeatures: Rule = {
  id: 'fargate/no-host-features',
  severity: 'error',
  title: 'The Agent in a Fargate pod leaves off what needs the kernel of the host, such as Cloud Network Monitoring.',
  link: HOST_FEATURES[0].source,
  check: ({ manifests }) => manifests.sidecars.flatMap(at => fargateAgents(at.pod).flatMap(agent =>
    hostFeatures(name => literalEnv(agent, name)).map(hostFeatureFault).map(({ reason, remedy }) => ({
      at,
      reason: `in the container '${agent.name}', ${reason}`,
      remedy,
    })))),
};
