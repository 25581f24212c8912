/** A request as a client sends it to a proxy: with the whole address on its request line. */
export interface ProxiedRequest {
  /** Lower-case, with a port only where it is not the scheme's own; empty where it cannot be read, so that nobody plays it. */
  readonly host: string;
  /** The address that was asked for, path and query as they were sent. */
  readonly url: string;
}

export interface ConnectTarget {
  /** Lower-case. */
  readonly host: string;
  readonly port: number;
}

const absoluteForm = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is;
const authority = /^(?<host>[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::(?<port>\d{1,5}))?$/i;
const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443' };

/** Reads the target of a request line that is in absolute form (RFC 9112, 3.2.2); null for every other form. */
export function proxied(target: string | undefined): ProxiedRequest | null {
  const parts = absoluteForm.exec(target ?? '');
  if (parts === null) return null;
  const [url, scheme = '', named = '', rest = ''] = parts;
  const host = hostOf(scheme.toLowerCase(), named);
  if (host === null) return { host: '', url };
  return { host, url: `${scheme.toLowerCase()}://${host}${rest.startsWith('/') ? '' : '/'}${rest}` };
}

function hostOf(scheme: string, named: string): string | null {
  const usual = defaultPorts[scheme];
  const { host, port } = authority.exec(named)?.groups ?? {};
  if (usual === undefined || host === undefined) return null;
  return `${host.toLowerCase()}${port === undefined || port === usual ? '' : `:${port}`}`;
}

/** What follows the authority of an address, as it was sent. */
export function originForm(url: string): string {
  const rest = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Reads the target of a CONNECT request, which is a host and a port; null where it is neither. */
export function connectTarget(target: string | undefined): ConnectTarget | null {
  const { host, port } = authority.exec(target ?? '')?.groups ?? {};
  if (host === undefined || port === undefined) return null;
  return Number(port) > 0 && Number(port) <= 65_535 ? { host: host.toLowerCase(), port: Number(port) } : null;
}
