import { useSearchParams } from '#ui/router/navigation.ts';

/** `present`: large and without chrome, for a projector. `embed`: bare, for a frame in another page. */
export type DisplayMode = 'full' | 'present' | 'embed';

export function useDisplayMode(): DisplayMode {
  const [params] = useSearchParams();
  if (params.get('embed') === '1') return 'embed';
  return params.get('present') === '1' ? 'present' : 'full';
}

/** The address with the mode written into it, so that links stay in the mode they are followed in. */
export function inMode(href: string, mode: DisplayMode): string {
  if (mode === 'full') return href;
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? [];
  const params = new URLSearchParams(query);
  params.set(mode, '1');
  return `${path}?${params.toString()}${hash}`;
}
