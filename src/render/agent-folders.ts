import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';

/** Folders that an Agent writes to, so that the rest of its file system can be read-only. */
const FOLDERS: ReadonlyArray<readonly [volume: string, path: string]> = [
  ['config', '/etc/datadog-agent'],
  ['datadogrun', '/opt/datadog-agent/run'],
  ['varlog', '/var/log/datadog'],
  ['tmpdir', '/tmp'],
];

export function folderMounts(): VolumeMount[] {
  return FOLDERS.map(([name, mountPath]) => ({ name, mountPath }));
}

export function folderVolumes(): Volume[] {
  return FOLDERS.map(([name]) => ({ name, emptyDir: {} }));
}

/** Where an init container finds the configuration folder that it fills from its image. */
export const CONFIG_TO_FILL: VolumeMount = { name: 'config', mountPath: '/opt/datadog-agent' };
