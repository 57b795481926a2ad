import { clusterAgentVersionOf } from '../../src/model/cluster-agent-version';
import { clusterModel } from '../render/models';

test.each([
  ['7.81.1', '7.81.1'],
  ['7.81.1-jmx', '7.81.1'],
  ['7.81.1-full', '7.81.1'],
  ['7.81.1-fips', '7.81.1-fips'],
  ['7.81.1-fips-jmx', '7.81.1-fips'],
  ['7.81.1-fips-full', '7.81.1-fips'],
  ['7.82.0-rc.3', '7.82.0-rc.3'],
  ['7.82.0-rc.3-jmx', '7.82.0-rc.3'],
])('beside agent:%s the Cluster Agent is cluster-agent:%s', (agentVersion, expected) => {
  expect(clusterAgentVersionOf(agentVersion)).toBe(expected);
  const { agentImage, clusterAgentImage } = clusterModel({ agentVersion });
  expect([agentImage, clusterAgentImage].map(image => image.split('/').at(-1))).toEqual([`agent:${agentVersion}`, `cluster-agent:${expected}`]);
});
