/**
 * What comes when the reader comes near, each in chunks of its own. This list is a chunk too: it names every file
 * that they need, and a lesson begins with its words.
 */
export const liveParts = {
  sequence: async () => ({ default: (await import('./figures/SequenceFigure.tsx')).SequenceFigure }),
  flow: async () => ({ default: (await import('#ui/flow/FlowFigure.tsx')).FlowFigure }),
  'identity-blade': async () => ({ default: (await import('./figures/IdentityBlade.tsx')).IdentityBlade }),
  'three-ids': async () => ({ default: (await import('./figures/ThreeIds.tsx')).ThreeIds }),
  lifecycles: async () => ({ default: (await import('./figures/Lifecycles.tsx')).Lifecycles }),
  'two-lanes-scale': async () => ({ default: (await import('#ui/lanes/TwoLanesFigure.tsx')).ScaleFigure }),
  'two-lanes-delete': async () => ({ default: (await import('#ui/lanes/TwoLanesFigure.tsx')).DeleteFigure }),
  'two-lanes-recreate': async () => ({ default: (await import('#ui/lanes/TwoLanesFigure.tsx')).RecreateFigure }),
  world: async () => ({ default: (await import('./live/LiveWorldCard.tsx')).LiveWorldCard }),
  check: async () => ({ default: (await import('#ui/quiz/CheckQuestion.tsx')).CheckQuestion }),
  guess: async () => ({ default: (await import('./predict/GuessBox.tsx')).GuessBox }),
  serves: async () => ({ default: (await import('./page/Serves.tsx')).Serves }),
  presentBar: async () => ({ default: (await import('./present/PresentBar.tsx')).PresentBar }),
} as const;
