import { ApiObject, App, Chart } from 'cdk8s';
import { DatadogChart, DatadogCredentials, Findings, Platform } from '../../src';

const RED = '\u001b[31mred\u001b[0m\nforged line\u202e';
// Of what is printed, only line breaks of the library itself may be there.
// eslint-disable-next-line no-control-regex
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^forged/m;

/** An app whose construct, object and acknowledgement have names that a terminal would obey. */
function hostile() {
  const printed: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation(text => printed.push(String(text)) > 0);
  const app = new App();
  const datadog = new DatadogChart(app, 'datadog', { platform: Platform.eksFargate(), clusterName: 'prod', credentials: DatadogCredentials.existingSecret() });
  const shop = new Chart(app, `shop${RED}`);
  const spec = { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: RED, image: 'a:1' }] } } };
  new ApiObject(shop, `web${RED}`, { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' }, spec });
  datadog.instrument(shop);
  Findings.acknowledge(shop, 'fargate/requests-equal-limits', RED);
  let error = '';
  try {
    app.synthYaml();
  } catch (e) {
    error = (e as Error).message;
  }
  write.mockRestore();
  const summary = (() => { try { return datadog.summary(); } catch { return ''; } })();
  return { printed: printed.join(''), error, summary };
}

test('shows control characters of names as escapes, in warnings, errors and the summary', () => {
  const { printed, error, summary } = hostile();
  const texts = [printed, error, summary].filter(text => text !== '');
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.join('')).toContain('\\u001b[31mred\\u001b[0m\\nforged line\\u202e');
  expect(texts.filter(text => RAW.test(text))).toEqual([]);
});

test('shows control characters of ids and of options as escapes', () => {
  const props = { platform: Platform.eksFargate(), clusterName: RED, credentials: DatadogCredentials.existingSecret() };
  const message = (() => { try { new DatadogChart(new App(), `tokyo${RED}`, props); return ''; } catch (e) { return (e as Error).message; } })();
  expect(message).toMatch(/^\[tokyo\\u001b\[31mred.*\] cluster\/name-is-valid: .*'\\u001b\[31mred/);
  expect(message).not.toMatch(RAW);
});
