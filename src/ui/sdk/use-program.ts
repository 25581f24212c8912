import { useState } from 'react';
import { placeKey, placesIn } from '#app/sdk/places.ts';
import type { Place } from '#app/sdk/places.ts';
import { programFor } from '#app/sdk/programs.ts';
import type { ProgramId } from '#app/sdk/programs.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Origin } from '#domain/protocol/actor.ts';

interface ProgramState {
  readonly id: ProgramId;
  readonly choose: (id: ProgramId) => void;
  /** What stands in the editor: what was written, or the ready program with the names of the present world. */
  readonly text: string;
  readonly isWritten: boolean;
  readonly write: (text: string) => void;
  readonly reset: () => void;
  readonly places: readonly Place[];
  readonly place: Place;
  readonly moveTo: (key: string) => void;
}

/** Which program runs where. What was written stays with the program for which it was. */
export function useProgram(from: Origin | undefined): ProgramState {
  const state = useCloud();
  const places = placesIn(state);
  const [key, moveTo] = useState(from === undefined ? '' : placeKey(from));
  const [id, choose] = useState<ProgramId>('secret');
  const [drafts, setDrafts] = useState<Readonly<Partial<Record<ProgramId, string>>>>({});
  const place = places.find((each) => each.key === key) ?? places[0];
  if (place === undefined) throw new Error('There is always the laptop.');
  return {
    id,
    choose,
    text: drafts[id] ?? programFor(id, state, place.origin),
    isWritten: drafts[id] !== undefined,
    write: (text) => setDrafts({ ...drafts, [id]: text }),
    reset() {
      const { [id]: _written, ...others } = drafts;
      setDrafts(others);
    },
    places,
    place,
    moveTo,
  };
}
