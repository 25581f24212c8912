import { tagsAt } from '#domain/arm/state.ts';
import type { Tags } from '#domain/cloud/command.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { at, isJsonObject, pairsAt, textAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { invalidContent } from '../refusals.ts';
import { read, refused, route } from '../route.ts';
import type { Incoming, Parsed, Route } from '../route.ts';
import { refuseTags, tagsOf } from './resources.ts';

const tags = '{+scope}/providers/Microsoft.Resources/tags/default';

/** The tags of a resource or a group as a thing of their own (docs: tags by REST). */
export const tagRoutes: readonly Route[] = [
  route('GET', tags, ({ param }) => read({ kind: 'tags', id: param('scope') })),
  route('PUT', tags, (incoming) => write(incoming, () => tagsIn(incoming.body))),
  route('PATCH', tags, patch),
  route('DELETE', tags, (incoming) => write(incoming, () => ({}))),
];

function patch(incoming: Incoming): Parsed {
  const operation = textAt(incoming.body, 'operation')?.toLowerCase();
  const sent = tagsIn(incoming.body);
  switch (operation) {
    case 'merge':
      return write(incoming, (held) => ({ ...held, ...sent }));
    case 'replace':
      return write(incoming, () => sent);
    case 'delete':
      return write(incoming, (held) =>
        Object.fromEntries(Object.entries(held).filter(([name, value]) => sent[name] !== value)),
      );
    default:
      return refused(invalidContent('operation is Merge, Replace or Delete.'));
  }
}

function write({ state, param, body }: Incoming, change: (held: Tags) => Tags): Parsed {
  const malformed = refuseTags(at(body, 'properties'));
  if (malformed !== null) return refused(malformed);
  const id = param('scope') as ResourceId;
  const made = { type: 'SetTags', id, tags: change(tagsAt(state.arm, id) ?? {}) } as const;
  return { kind: 'command', command: made, shows: { kind: 'tags', id } };
}

function tagsIn(body: Json | undefined): Tags {
  const properties = at(body, 'properties');
  return isJsonObject(properties) && pairsAt(properties, 'tags').length > 0 ? (tagsOf(properties) ?? {}) : {};
}
