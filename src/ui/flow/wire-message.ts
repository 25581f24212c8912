import type { SceneToken } from '#app/flow/scene.ts';
import type { HttpMessage } from '#ui/kit/HttpView.tsx';

/** A message with its token in the place of the reference that stands for it, as it would be on the wire. */
export function withToken(message: HttpMessage, token: SceneToken | null, jwt: string | null): HttpMessage {
  if (token === null || jwt === null) return message;
  const fill = (text: string): string => text.replaceAll(`{token:${token.id}}`, jwt);
  return {
    startLine: message.startLine,
    headers: message.headers.map(([name, value]) => [name, fill(value)] as const),
    body: fill(message.body),
  };
}
