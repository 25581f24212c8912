/** Words of creating what lies under something else. */
export const createWords = {
  under: 'Under',
  needs: (parent: string) => `It lies under a ${parent}: create that first.`,
} as const;
