import { logging, OUTPUT } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/no-env-vars';

test('fields of the record are no env vars', () => {
  expect(check(RULE, [logging({ 'output.conf': `${OUTPUT}    log_group_template /eks/$kubernetes['namespace_name']\n` })])).toEqual([]);
});

test('each env var is told once', () => {
  const odd = logging({ 'output.conf': `${OUTPUT}    a \${REGION}\n    b \${REGION}\n    c x\${HOST}y\n` });
  expect(check(RULE, [odd])).toEqual([
    finding(RULE, odd, "'output.conf' has '${REGION}', and AWS takes no env vars"),
    finding(RULE, odd, "'output.conf' has '${HOST}', and AWS takes no env vars"),
  ]);
});
