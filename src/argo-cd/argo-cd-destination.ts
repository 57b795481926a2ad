import { ARGO_CD } from '../facts/argo-cd';
import { DestinationModel } from '../model/argo-cd';
import { requireKnownAs, requireServer } from '../requirements/argo-cd';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument } from '../requirements/options';

/** The cluster of an Application. */
@entryPoint
export class ArgoCdDestination {
  /** The cluster that Argo CD runs on. */
  public static inCluster(): ArgoCdDestination {
    return new ArgoCdDestination({ server: ARGO_CD.inCluster });
  }

  /**
   * A cluster by the address of its API server.
   *
   * @param url as `argocd cluster list` shows it
   * @throws when it is no address
   */
  public static server(url: string): ArgoCdDestination {
    requireArgument('url', 'string', url);
    return new ArgoCdDestination({ server: requireServer(url) });
  }

  /**
   * A cluster by the name that Argo CD knows it by.
   *
   * @param name as `argocd cluster list` shows it
   * @throws when it is no name
   */
  public static cluster(name: string): ArgoCdDestination {
    requireArgument('name', 'string', name);
    return new ArgoCdDestination({ name: requireKnownAs(name) });
  }

  private constructor(
    /** @internal */
    public readonly _model: DestinationModel,
  ) {}
}
