import type { GraphNode } from '#app/world/graph/model.ts';
import type { MarkKind } from '#ui/subject/kinds.ts';

const markOfHue = {
  system: 'systemPrincipal',
  user: 'userPrincipal',
  person: 'person',
  group: 'group',
  application: 'appRegistration',
} as const;

/** The small drawing that stands for a node in a line of text. */
export function glyphOf(node: GraphNode): MarkKind {
  switch (node.kind) {
    case 'subscription':
      return 'subscription';
    case 'group':
      return 'resourceGroup';
    case 'host':
      return node.hostKind;
    case 'target':
      return node.targetKind;
    case 'identity':
    case 'missingIdentity':
      return 'userAssignedIdentity';
    case 'principal':
      return markOfHue[node.hue];
    case 'deletedPrincipal':
      return 'deletedPrincipal';
  }
}

export function hueClass(node: GraphNode): 'system' | 'user' | 'ghost' | 'neutral' {
  switch (node.kind) {
    case 'identity':
      return 'user';
    case 'principal':
      return node.hue === 'system' || node.hue === 'user' ? node.hue : 'neutral';
    case 'missingIdentity':
    case 'deletedPrincipal':
      return 'ghost';
    default:
      return 'neutral';
  }
}
