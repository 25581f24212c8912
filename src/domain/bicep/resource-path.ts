/** A resource of ARM by its id: what it hangs on, its type, and the names along it. */
interface ResourcePath {
  /** The id of what it extends, such as the vault of a role assignment; null for a resource of a group. */
  readonly scope: string | null;
  readonly type: string;
  /** One for each step of the type. */
  readonly names: readonly string[];
}

/** Takes an id apart at its last provider. */
export function pathOf(id: string): ResourcePath {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  const [provider = '', ...rest] = id.slice(at + '/providers/'.length).split('/');
  const types = rest.filter((_, index) => index % 2 === 0);
  const names = rest.filter((_, index) => index % 2 === 1);
  const before = id.slice(0, at);
  const isGroup = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/i.test(before);
  return { scope: isGroup ? null : before, type: [provider, ...types].join('/'), names };
}

/** The type of what a type is a child of. */
export function parentType(type: string): string | null {
  const parts = type.split('/');
  return parts.length > 2 ? parts.slice(0, -1).join('/') : null;
}

/** The id of a resource from its type and names. */
export function idOf(before: string, type: string, names: readonly string[]): string {
  const [provider = '', ...types] = type.split('/');
  return `${before}/providers/${provider}${types.map((each, level) => `/${each}/${names[level] ?? ''}`).join('')}`;
}

/** A name that Bicep takes for a symbol, made of the name of a resource. */
export function symbolOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const [first = 'resource', ...rest] = words;
  const joined = [first.toLowerCase(), ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  return /^[a-z]/.test(joined) ? joined : `r${joined}`;
}
