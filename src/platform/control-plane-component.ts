import { ControlPlaneScrape, EndpointsScrape } from './control-plane-scrape';
import { EndpointsResolve } from '../autodiscovery/autodiscovery-options';
import { METRICS } from '../facts/control-plane/common';
import { ScrapeFact, ScrapePermission, WayFact } from '../facts/control-plane/control-plane-fact';
import { refuseIdleTls } from '../model/resolve-control-plane';
import { requireCertificateOnTheNode, requireUrl } from '../requirements/control-plane';
import { requireHostFiles, requireImages, requireService } from '../requirements/custom-platform';
import { entryPoint } from '../requirements/entry-point';
import { requireArgument, requireOptions } from '../requirements/options';

const OF_THE_USER = { source: 'Platform.custom(...)', checkedOn: '2026-11-21' };

/** How one component of the control plane of a custom platform is watched, or why it cannot be. */
@entryPoint
export class ControlPlaneComponent {
  /**
   * Each endpoint of a Service.
   *
   * @param namespace namespace of the Service
   * @param name name of the Service
   * @param scrape what is read there
   * @throws when the URL or the Service is none, or a certificate of the nodes is for whoever runs the check
   */
  public static endpoints(namespace: string, name: string, scrape: EndpointsScrape): ControlPlaneComponent {
    requireArgument('namespace', 'string', namespace);
    requireArgument('name', 'string', name);
    scrape = requireOptions('EndpointsScrape', scrape);
    const resolve = scrape.resolve === EndpointsResolve.AUTO ? 'auto' : 'ip';
    if (resolve === 'ip') requireCertificateOnTheNode(scrape);
    return new ControlPlaneComponent({ way: 'endpoints', service: requireService(namespace, name), resolve, ...describe(scrape) });
  }

  /**
   * The address of a Service, once, where every endpoint says the same.
   *
   * @param namespace namespace of the Service
   * @param name name of the Service
   * @param scrape what is read there
   * @throws when the URL or the Service is none, or a certificate of the nodes is for whoever runs the check
   */
  public static service(namespace: string, name: string, scrape: ControlPlaneScrape): ControlPlaneComponent {
    requireArgument('namespace', 'string', namespace);
    requireArgument('name', 'string', name);
    scrape = requireOptions('ControlPlaneScrape', scrape);
    requireCertificateOnTheNode(scrape);
    return new ControlPlaneComponent({ way: 'service', service: requireService(namespace, name), ...describe(scrape) });
  }

  /**
   * Containers that the node Agents see on their nodes.
   *
   * @param images short names of their images, for example `kube-scheduler`
   * @param scrape what is read there
   * @throws when the URL is none, no image is named, or the files of the certificate are not in a folder
   */
  public static containers(images: string[], scrape: ControlPlaneScrape): ControlPlaneComponent {
    requireArgument('images', 'string[]', images);
    scrape = requireOptions('ControlPlaneScrape', scrape);
    return new ControlPlaneComponent({ way: 'containers', images: requireImages(images), ...describe(scrape) });
  }

  /**
   * Nobody can watch it.
   *
   * @param reason why, as a sentence without its full stop
   * @param instead what there is in its place, as a sentence without its full stop
   */
  public static unavailable(reason: string, instead: string): ControlPlaneComponent {
    requireArgument('reason', 'string', reason);
    requireArgument('instead', 'string', instead);
    return new ControlPlaneComponent({
      way: 'unavailable', reason, instead, link: 'https://docs.datadoghq.com/containers/kubernetes/control_plane/', ...OF_THE_USER,
    });
  }

  /** @internal */
  public readonly _way: WayFact;

  private constructor(way: WayFact) {
    this._way = way;
  }

  /**
   * The way, with one more thing that the account of the Agent must be allowed.
   *
   * @internal
   */
  public _mayAlso(permission: ScrapePermission): WayFact {
    return this._way.way === 'unavailable' ? this._way : { ...this._way, permissions: [...this._way.permissions ?? [], permission] };
  }
}

function describe({ url, token, tlsVerify, caCertificatePath, hostCertificate, nodeConfiguration }: ControlPlaneScrape): ScrapeFact {
  const files = hostCertificate && requireHostFiles(hostCertificate);
  refuseIdleTls('component', requireUrl('component', url), { tlsVerify, caCertificatePath });
  return {
    url,
    ...token && { token, permissions: [METRICS] },
    tlsVerify: tlsVerify ?? (hostCertificate !== undefined || caCertificatePath !== undefined),
    ...tlsVerify && { verifiedByRequest: true },
    ...caCertificatePath !== undefined && { ca: caCertificatePath },
    ...files && {
      certificate: {
        from: 'host',
        folder: files.folder.replace(/\/+$/, ''),
        files: { cert: files.certificate, key: files.key, ca: files.ca },
      },
    },
    ...nodeConfiguration && { nodeConfiguration },
    ...OF_THE_USER,
  };
}
