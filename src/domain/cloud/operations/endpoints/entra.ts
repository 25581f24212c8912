import { entraHost } from '#domain/entra/discovery.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import { answerAtEntra } from '../answer-at-entra.ts';
import { ownAssertion } from '../token-endpoint.ts';
import type { Endpoint } from './endpoint.ts';

/** Microsoft Entra ID itself, which workloads with a token of their own platform ask without an endpoint between. */
export const entra: Endpoint = {
  isAt: ({ scheme, host }) => scheme === 'https' && host === entraHost,
  reach(state, { from, request, assertion }, uri) {
    const actor: Actor = { kind: 'entra', tenantId: state.tenantId };
    const presented = assertion ?? ownAssertion(state, from);
    return {
      kind: 'service',
      actor,
      respond: (draft) => answerAtEntra(draft, { request, uri, from, assertion: presented }),
    };
  },
};
