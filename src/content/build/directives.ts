import type { Code } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { compileText } from './inline.ts';
import type { Spot } from './problem.ts';
import type { KeyedBlock } from './keyed.ts';
import { compileQuestion } from './question.ts';
import type { Report } from './report.ts';
import { worldSource } from './schema/lesson.ts';
import { questionSource } from './schema/question.ts';
import { readYaml } from './yaml.ts';

const figures = ['identity-blade', 'three-ids', 'lifecycles'] as const;

/** `::flow{…}` and `::figure{…}` */
export function compileLeaf(report: Report, node: LeafDirective, spot: Spot): readonly KeyedBlock[] {
  if (node.children.length > 0) report.problem(spot, `::${node.name} has no text in brackets`);
  if (node.name === 'flow') return compileFlow(report, node, spot);
  if (node.name === 'figure') return compileFigure(report, node, spot);
  const container = ['note', 'remember', 'notes', 'world', 'check', 'predict'].includes(node.name);
  const advice = container ? `write :::${node.name} with three colons` : 'known are ::flow and ::figure';
  report.problem(spot, `::${node.name} is not known; ${advice}`);
  return [];
}

function compileFlow(report: Report, node: LeafDirective, spot: Spot): readonly KeyedBlock[] {
  const { scenario, upTo } = attributesOf(report, node, spot, ['scenario', 'upTo']);
  if (scenario === undefined) {
    report.problem(spot, '::flow does not say which scenario; write ::flow{scenario="id"}');
    return [];
  }
  report.refer('scenario', scenario, spot);
  if (upTo === undefined) return [{ type: 'flow', scenario }];
  if (!/^[1-9]\d*$/.test(upTo))
    report.problem(spot, `upTo is the number of a step, counted from 1, and "${upTo}" is none`);
  return [{ type: 'flow', scenario, upTo: Number(upTo) }];
}

function compileFigure(report: Report, node: LeafDirective, spot: Spot): readonly KeyedBlock[] {
  const attributes = attributesOf(report, node, spot, ['name']);
  const name = figures.find((figure) => figure === attributes['name']);
  if (name !== undefined) return [{ type: 'figure', name }];
  report.problem(spot, `::figure has no picture "${attributes['name'] ?? ''}"; known are ${figures.join(', ')}`);
  return [];
}

function attributesOf<Name extends string>(
  report: Report,
  node: LeafDirective | ContainerDirective,
  spot: Spot,
  known: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const found: Partial<Record<Name, string>> = {};
  for (const [attribute, value] of Object.entries(node.attributes ?? {})) {
    const name = known.find((candidate) => candidate === attribute);
    if (name !== undefined) found[name] = value ?? '';
    else
      report.problem(
        spot,
        `${node.name} does not take "${attribute}"${known.length > 0 ? `; it takes ${known.join(', ')}` : ''}`,
      );
  }
  return found;
}

/** The containers whose content is YAML. */
export function compileData(report: Report, node: ContainerDirective, spot: Spot): readonly KeyedBlock[] {
  attributesOf(report, node, spot, []);
  const [code, ...rest] = node.children;
  if (code?.type !== 'code' || code.lang !== 'yaml' || rest.length > 0) {
    report.problem(spot, `:::${node.name} holds one \`\`\`yaml block and nothing else`);
    return [];
  }
  if (node.name === 'world') return compileWorld(report, code);
  return compileAsked(report, code, node.name === 'predict' ? 'predict' : 'check');
}

function compileAsked(report: Report, code: Code, type: 'check' | 'predict'): readonly KeyedBlock[] {
  const parsed = readYaml(report, yamlOf(code, type), questionSource);
  return parsed === undefined ? [] : [{ type, question: compileQuestion(report, parsed.value, parsed.place) }];
}

function compileWorld(report: Report, code: Code): readonly KeyedBlock[] {
  const parsed = readYaml(report, yamlOf(code, 'world'), worldSource);
  if (parsed === undefined) return [];
  const { value, place } = parsed;
  report.define('world', value.id, place.spot('id'));
  const task = compileText(report, value.task, place.spot('task'));
  const done = compileText(report, value.done, place.spot('done'));
  return [{ type: 'world', world: { ...value, task, done } }];
}

/** The block's first line stands one below its fence. */
function yamlOf(code: Code, prefix: string): { text: string; linesBefore: number; prefix: string } {
  return { text: code.value, linesBefore: code.position?.start.line ?? 0, prefix };
}
