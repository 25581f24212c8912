import type { Resource } from '#domain/arm/resource.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { AccessDecision } from '#domain/rbac/access.ts';

/** A call as a service sees it that the whole cloud shares, such as Microsoft Graph. */
export interface ServiceCall {
  readonly from: Origin;
  readonly request: HttpRequest;
  readonly uri: Uri;
  readonly token: PresentedToken;
}

/** A call as the service of one resource sees it. */
export interface TargetCall extends ServiceCall {
  readonly target: Resource;
}

/** What a service answered, and how it decided; null where nothing was decided. */
export interface TargetAnswer {
  readonly answer: SourcedResponse;
  readonly decision: AccessDecision | null;
}
