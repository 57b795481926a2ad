import { Construct } from 'constructs';
import { IClusterAgent } from './cluster-agent';
import { ClusterAgentAttributes } from './cluster-agent-attributes';
import { requireAddressUrl, requireClusterAgentUrl } from '../requirements/cluster-agent-url';
import { requireOptions } from '../requirements/options';

/** A Cluster Agent that something else installed. */
export class ImportedClusterAgent extends Construct implements IClusterAgent {
  public readonly url: string;
  public readonly addressUrl?: string;

  constructor(scope: Construct, id: string, attributes: ClusterAgentAttributes) {
    super(scope, id);
    attributes = requireOptions('ClusterAgentAttributes', attributes);
    this.url = requireClusterAgentUrl(attributes);
    this.addressUrl = attributes.addressUrl === undefined ? undefined : requireAddressUrl(attributes.addressUrl);
  }
}
