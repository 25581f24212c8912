import type { PresentedAssertion, PresentedToken } from '#domain/entra/token.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { Origin } from '#domain/protocol/actor.ts';

/** What code sends: to the endpoint that gives it tokens, and to targets. */
export type RequestCommand =
  | {
      readonly type: 'RequestToken';
      readonly from: Origin;
      readonly request: HttpRequest;
      /** What stands for `client_assertion` in a request to Microsoft Entra ID itself. */
      readonly assertion?: PresentedAssertion;
    }
  /** A token of the caller's own, as `az account get-access-token` gets one on a laptop. */
  | { readonly type: 'RequestUserToken'; readonly resource: string }
  | {
      readonly type: 'CallTarget';
      readonly from: Origin;
      readonly request: HttpRequest;
      readonly token: PresentedToken;
    };
