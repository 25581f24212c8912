/** Words of creating what lies under something else. */
export const createWords = {
  under: 'Under',
  needs: (parent: string) => `It lies under a ${parent}: create that first.`,
  longIdentity: (most: number) =>
    `Azure takes this name. Its documentation asks for at most ${most} characters, for the assignment to a virtual machine or a scale set to work properly.`,
} as const;
