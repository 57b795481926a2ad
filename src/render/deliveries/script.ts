import type { Container } from 'kubernetes-types/core/v1';

/** True for an init container that runs a script of bash in the Agent's image and nothing else: another container of that image can run it. */
export function isScript({ image, command = [], args = [] }: Container, agentImage: string): boolean {
  return image === agentImage && command.join(' ') === 'bash -c' && args.length === 1;
}
