import { OPENSHIFT_ETCD_PORT } from '../../facts/control-plane/openshift-4';
import { CheckConfig, checkConfigs } from '../../manifest/check-configs';
import { Rule } from '../rule';

const { namespace, name, port, source } = OPENSHIFT_ETCD_PORT;

export const portHasAName: Rule = {
  id: 'control-plane/port-has-a-name',
  severity: 'error',
  title: "The check of OpenShift's etcd names the one port of its Service that takes the certificates of clients.",
  link: source.split(';')[0],
  check: ({ manifests }) => checkConfigs(manifests).filter(isOfEtcd).flatMap(({ at, instances }) => instances
    .map(({ prometheus_url: url }) => url)
    .filter((url): url is string => typeof url === 'string' && !url.includes(`%%port_${port}%%`))
    .map(url => ({
      at,
      reason: `the check of the Service ${namespace}/${name} asks ${url}: that Service has several ports in no order, and '${port}' alone takes the certificates of clients`,
      remedy: `Write https://%%host%%:%%port_${port}%%/metrics`,
    }))),
};

function isOfEtcd({ target }: CheckConfig): boolean {
  return (target.kind === 'endpoints' || target.kind === 'service') && target.namespace === namespace && target.name === name;
}
