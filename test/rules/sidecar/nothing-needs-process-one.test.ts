import { agent, APP, check, deployment, FARGATE, finding } from '../fixtures';

const RULE = 'sidecar/nothing-needs-process-one';
const exec = (...command: string[]) => ({ exec: { command } });
const web = (container: object, pod: object = {}) => deployment('shop/web', { shareProcessNamespace: true, containers: [{ ...APP, ...container }, agent()], ...pod });

test.each<[string, object, string]>([
  ['a signal in a hook', { lifecycle: { preStop: exec('sh', '-c', 'kill -QUIT 1; sleep 10') } }, 'its preStop hook sends a signal to process 1'],
  ['a signal without a shell', { lifecycle: { preStop: exec('kill', '-s', 'TERM', '1') } }, 'its preStop hook sends a signal to process 1'],
  ['a signal by number', { lifecycle: { preStop: exec('/bin/kill', '-15', '1') } }, 'its preStop hook sends a signal'],
  ['a signal in a command', { command: ['sh', '-c', 'trap "kill 1" EXIT; run'] }, 'its command sends a signal'],
  ['a probe that looks at process 1', { livenessProbe: exec('test', '-d', '/proc/1/cwd') }, 'its livenessProbe opens files of process 1'],
  ['its output', { args: ['tail -f x > /proc/1/fd/1'] }, 'its command opens files of process 1'],
  ['a tool for Java', { lifecycle: { preStop: exec('sh', '-c', 'jcmd 1 GC.heap_dump /tmp/x') } }, 'its preStop hook names process 1 to a program'],
  ['a program that waits for it', { args: ['tail --pid=1 -f x'] }, 'its command names process 1 to a program'],
  ['its namespaces', { lifecycle: { postStart: exec('nsenter', '-t', '1', '-m', 'x') } }, 'its postStart hook enters the namespaces'],
  ['the entry point of s6-overlay', { command: ['/init'] }, 'its command is /init'],
  ['an image with s6-overlay', { image: 'lscr.io/linuxserver/openssh-server:9.9' }, 'its image starts s6-overlay'],
])('warns of %s', (_, container, reason) => {
  const manifest = web(container);
  expect(check(RULE, [manifest])).toEqual([finding(RULE, manifest, `the container 'web' counts on being process 1: ${reason}`)]);
});

test.each<[string, object]>([
  ['a signal to another process', { lifecycle: { preStop: exec('sh', '-c', 'kill -QUIT 10; kill -1 $(cat /run/pid); kill -s TERM 12') } }],
  ['a signal by name', { lifecycle: { preStop: exec('pkill', '-TERM', 'nginx') } }],
  ['other files of /proc', { args: ['cat /proc/12/fd/1 /proc/1234/x'] }],
  ['other numbers', { args: ['jcmd 12 VM.flags; tail --pid=10 -f x; ps -p 123; server -p 1 --jobs 1'] }],
  ['a command of its own in such an image', { image: 'linuxserver/x', command: ['/usr/bin/x'] }],
  ['a skill', { args: ['skill 1a', 'overkill 1.5'] }],
])('accepts %s', (_, container) => {
  expect(check(RULE, [web(container)])).toEqual([]);
});

test('is content where the processes are apart, or there is no Agent', () => {
  expect(check(RULE, [web({ command: ['/init'] }, { shareProcessNamespace: false })])).toEqual([]);
  expect(check(RULE, [web({}, { containers: [{ ...APP, command: ['/init'] }] })])).toEqual([]);
});

test('warns as well where a policy adds the Agent', () => {
  const injection = { name: 'x', webhook: false, match: { groups: [{ namespaces: ['shop'], labels: {} }] } };
  const manifest = deployment('shop/web', { containers: [{ ...APP, command: ['/init'] }] });
  expect(check(RULE, [manifest], { ...FARGATE, sidecarInjections: [injection] })).toHaveLength(1);
  expect(check(RULE, [manifest], { ...FARGATE, sidecarInjections: [{ ...injection, webhook: true }] })).toEqual([]);
});
