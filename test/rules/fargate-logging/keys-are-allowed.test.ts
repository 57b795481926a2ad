import { FILTERS, logging } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/keys-are-allowed';

test('the other keys of the filter', () => {
  expect(check(RULE, [logging({ 'filters.conf': `${FILTERS}    Kube_Tag_Prefix kube.var.log.containers.\n` })])).toEqual([]);
});

test.each(['Kube_URL', 'Kube_CA_File', 'Kube_Token_Command', 'Kube_Token_File', 'kube_url'])('%s is refused', key => {
  const odd = logging({ 'filters.conf': `${FILTERS}    ${key} x\n` });
  expect(check(RULE, [odd])).toEqual([finding(RULE, odd, `the FILTER 'kubernetes' has ${key}, which AWS sets itself`)]);
});
