import { useEffect, useState } from 'react';
import type { SceneToken } from '#app/flow/scene.ts';
import { tokenText, type TokenText } from '#app/flow/signed-token.ts';

/** The text of a token once it is signed; null until then, and where there is no token. */
export function useTokenText(token: SceneToken | null): TokenText | null {
  const [made, setMade] = useState<{ readonly id: string; readonly text: TokenText } | null>(null);
  const id = token?.id ?? null;
  const carried = token?.token ?? null;

  useEffect(() => {
    if (id === null || carried === null) return;
    let wanted = true;
    void tokenText(carried).then((text) => {
      if (wanted) setMade({ id, text });
    });
    return () => {
      wanted = false;
    };
  }, [id, carried]);

  return made !== null && made.id === id ? made.text : null;
}
