/** What an operation belongs to: the management of a resource, or the data in it. */
export type Plane = 'control' | 'data';

/**
 * Whether an operation is within a pattern of a role or a deny assignment, compared without case. A star stands for
 * any text, the empty one too; between two slashes it may take one of them along: Managed Identity Operator, whose
 * pattern has a star between `userAssignedIdentities` and `assign`, may do `userAssignedIdentities/assign/action`.
 */
export function matchesAction(pattern: string, action: string): boolean {
  const [wanted, asked] = [pattern.toLowerCase(), action.toLowerCase()];
  return matchesText(wanted, asked) || (wanted.includes('/*/') && matchesText(wanted.replaceAll('/*/', '/'), asked));
}

/** Whether a text is as a pattern says, in which a star stands for any text. Takes time as the lengths multiplied, at most. */
export function matchesText(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
