import { logging, section } from './logging';
import { check, finding } from '../fixtures';

const RULE = 'fargate-logging/no-password';
const es = (...entries: string[]) => logging({ 'output.conf': section('OUTPUT', 'Name es', 'Match *', 'Host search.example', ...entries) });

test('requests that are signed need none', () => {
  expect(check(RULE, [es('AWS_Auth On', 'HTTP_User logs')])).toEqual([]);
});

test.each(['HTTP_Passwd', 'http_api_key', 'Cloud_Auth'])('%s stands there in clear text, and is not shown', key => {
  const odd = es(`${key} s3cret`);
  const found = check(RULE, [odd]);
  expect(found).toEqual([finding(RULE, odd, `the OUTPUT 'es' has ${key}, whose value stands in a ConfigMap in clear text`)]);
  expect(JSON.stringify(found)).not.toContain('s3cret');
});
