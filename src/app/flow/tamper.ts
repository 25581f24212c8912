import type { PresentedToken } from '#domain/entra/token.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { base64urlAlphabet, decodeText, encodeText } from '#domain/kernel/base64url.ts';
import type { Actor, Origin } from '#domain/protocol/actor.ts';
import { dispatch, seek } from '#domain/timeline/timeline.ts';
import { flowBetween } from './flow-run.ts';
import { sceneOf } from './scene.ts';
import type { FlowScene, MessageStep, SceneToken } from './scene.ts';
import { readPresented } from './signed-token.ts';

/** The three segments of a token on the wire. */
export const segments = ['header', 'payload', 'signature'] as const;
export type Segment = (typeof segments)[number];

/** What is changed in a token. */
export type Tampering =
  /** A claim, or a field of the header, gets another value. */
  | { readonly kind: 'claim'; readonly segment: 'header' | 'payload'; readonly name: string; readonly value: string }
  /** The lowest bit of one byte is flipped. */
  | { readonly kind: 'byte'; readonly segment: Segment; readonly at: number };

/** The token with that change, and its signature as it was. */
export function tampered(jwt: string, change: Tampering): string {
  const parts = jwt.split('.');
  const index = segments.indexOf(change.segment);
  const part = parts[index] ?? '';
  return parts.with(index, change.kind === 'byte' ? flipped(part, change.at) : withValue(part, change)).join('.');
}

function withValue(part: string, { name, value }: Extract<Tampering, { kind: 'claim' }>): string {
  const fields = JSON.parse(decodeText(part) ?? '{}') as Readonly<Record<string, unknown>>;
  return encodeText(JSON.stringify({ ...fields, [name]: typed(value, fields[name]) }));
}

/** Numbers stay numbers and lists lists, as far as what was typed is one. */
function typed(text: string, old: unknown): unknown {
  if (typeof old === 'number' && /^-?\d+$/.test(text)) return Number(text);
  if (!Array.isArray(old)) return text;
  return text.trim() === '' ? [] : text.split(',').map((each) => each.trim());
}

/** The text of a claim's value, as `tampered` reads it back. */
export function valueText(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** How many bytes a segment holds. */
export function byteCount(jwt: string, segment: Segment): number {
  return Math.floor(((jwt.split('.')[segments.indexOf(segment)] ?? '').length * 6) / 8);
}

/** Each character holds six bits: the lowest bit of a byte lies in the character that the byte ends in. */
function flipped(part: string, at: number): string {
  const lastBit = at * 8 + 7;
  const index = Math.floor(lastBit / 6);
  const digit = base64urlAlphabet.indexOf(part.charAt(index));
  const other = base64urlAlphabet.charAt(digit ^ (1 << (5 - (lastBit % 6))));
  return `${part.slice(0, index)}${other}${part.slice(index + 1)}`;
}

/** A call in which a token is presented. */
export interface Presentation {
  readonly step: MessageStep;
  readonly target: string;
}

/** The call that presents this token: in this step, else in a later one, else in an earlier. Null where nobody calls with it. */
export function presentationOf({ steps, cast }: FlowScene, token: SceneToken, step: number): Presentation | null {
  const calls = steps.flatMap((each, index) => {
    if (each.kind !== 'message' || each.way !== 'out' || each.about?.id !== token.id) return [];
    const to = cast.actors.find(({ id }) => id === each.to);
    return to?.kind === 'target' ? [{ index, presentation: { step: each, target: to.name } }] : [];
  });
  const here = steps[step - 1];
  const same = calls.find((call) => here?.kind === 'message' && call.presentation.step.entry === here.entry);
  const later = calls.find(({ index }) => index >= step - 1);
  return (same ?? later ?? calls.at(-1))?.presentation ?? null;
}

/** The same call with another token, given to the engine in a copy of the world as it was then: what comes back. */
export async function present(
  { after }: FlowScene,
  { step }: Presentation,
  jwt: string,
): Promise<{ readonly request: HttpRequest; readonly answer: MessageStep }> {
  const { request, entry, about } = step;
  const before = seek(after, entry);
  const given = after.timeline.entries[entry];
  const sent = given?.events.find(
    (event) => event.type === 'RequestSent' && event.to.kind === 'target' && event.request.url === request.url,
  );
  const from = sent?.type === 'RequestSent' ? originOf(sent.from) : null;
  if (given === undefined || from === null) throw new Error('The call is not in the timeline.');
  const changed = about === null ? request : withJwt(request, `{token:${about.id}}`, jwt);
  const token = await presentedBy(changed, jwt);
  const world = dispatch(before, { type: 'CallTarget', from, request: changed, token }, given.by);
  const answer = sceneOf(flowBetween(before, world)).steps.at(-1);
  if (answer?.kind !== 'message') throw new Error('The call was not answered.');
  return { request: changed, answer };
}

function withJwt(request: HttpRequest, reference: string, jwt: string): HttpRequest {
  return { ...request, headers: request.headers.map(([name, value]) => [name, value.replaceAll(reference, jwt)]) };
}

/** A database is shown its token in the sign-in and not in a header. */
async function presentedBy({ headers }: HttpRequest, jwt: string): Promise<PresentedToken> {
  return readPresented(headerOf(headers, 'Authorization') ?? `Bearer ${jwt}`);
}

function originOf(actor: Actor): Origin | null {
  if (actor.kind === 'application') return actor.origin;
  return actor.kind === 'platform' ? { kind: 'host', resourceId: actor.host } : null;
}
