import type { FlowScene, MessageStep, SceneStep } from '#app/flow/scene.ts';
import { homeWords } from '#ui/words/words.ts';

/** Who takes part in the miniature. */
export type Place = 'application' | 'imds' | 'entra' | 'target';

/** One message of the miniature. */
export interface MiniatureStep {
  readonly from: Place;
  readonly to: Place;
  readonly kind: 'request' | 'response';
  readonly carries: 'nothing' | 'token' | 'secret';
  /** What happens, in a sentence. */
  readonly caption: string;
  /** Where the message is a decision of the target. */
  readonly status?: number;
}

/** The names in the picture. */
export interface Cast {
  readonly host: string;
  readonly target: string;
  readonly role: string;
}

/** The scenario that the miniature plays. */
export const miniatureScenario = 'system-assigned-key-vault';

/** The picture at rest, until the engine has played the scenario. */
export const restingCast: Cast = { host: 'vm-web', target: 'kv-shop', role: 'Key Vault Secrets User' };

export interface Miniature {
  readonly cast: Cast;
  readonly steps: readonly MiniatureStep[];
}

/** The scene in small: its messages between the four places, in the miniature's own short words. */
export function miniatureOf(scene: FlowScene): Miniature {
  const cast = scene.steps.reduce(withNamesOf, restingCast);
  const steps = scene.steps.flatMap((step) => (step.kind === 'message' ? miniatureStep(step, cast) : []));
  return { cast, steps };
}

function withNamesOf(cast: Cast, { story }: SceneStep): Cast {
  switch (story.tells) {
    case 'token-asked':
      return { ...cast, host: story.host.name };
    case 'call-made':
      return { ...cast, target: story.target };
    case 'call-answered':
      return { ...cast, role: story.role?.name ?? cast.role };
    default:
      return cast;
  }
}

const { captions } = homeWords.miniature;

/** What a successful token's way tells; other stories are for the theatre. */
function miniatureStep({ story }: MessageStep, { host, target, role }: Cast): MiniatureStep[] {
  switch (story.tells) {
    case 'token-asked':
      return [{ from: 'application', to: 'imds', kind: 'request', carries: 'nothing', caption: captions.ask }];
    case 'entra-asked':
      return [{ from: 'imds', to: 'entra', kind: 'request', carries: 'nothing', caption: captions.prove }];
    case 'token-issued':
      return [{ from: 'entra', to: 'imds', kind: 'response', carries: 'token', caption: captions.issue(host) }];
    case 'token-handed':
      return [{ from: 'imds', to: 'application', kind: 'response', carries: 'token', caption: captions.hand }];
    case 'call-made':
      return [{ from: 'application', to: 'target', kind: 'request', carries: 'token', caption: captions.call(target) }];
    case 'call-answered': {
      const { status } = story;
      const caption = captions.open(role);
      return [
        {
          from: 'target',
          to: 'application',
          kind: 'response',
          carries: 'secret',
          caption,
          ...(status === null ? {} : { status }),
        },
      ];
    }
    default:
      return [];
  }
}
