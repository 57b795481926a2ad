import { strategyOf } from './strategies';
import { EtcdCertificateModel } from '../../model/etcd-certificate';

/** Shell commands (bash) for what nothing of ours does: the copy itself, or the first one without waiting. */
export function certificateCommands(model: EtcdCertificateModel): string[] {
  return strategyOf(model).commands?.(model) ?? [];
}
