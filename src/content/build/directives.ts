import type { Code } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { FigureName } from '../types.ts';
import { compileText } from './inline.ts';
import type { Spot } from './problem.ts';
import type { KeyedBlock } from './keyed.ts';
import { compileQuestion } from './question.ts';
import type { Report } from './report.ts';
import { told } from './teller.ts';
import type { Teller } from './teller.ts';
import { worldSource } from './schema/lesson.ts';
import { questionSource } from './schema/question.ts';
import { translateQuestion, translateWorld, yamlOf } from './translated-blocks.ts';
import type { Original } from './translated-blocks.ts';
import { readYaml } from './yaml.ts';

const figures = [
  'identity-blade',
  'three-ids',
  'lifecycles',
  'two-lanes-scale',
  'two-lanes-delete',
  'two-lanes-recreate',
] as const satisfies readonly FigureName[];

/** `::flow{…}` and `::figure{…}` */
export function compileLeaf(
  report: Report,
  node: LeafDirective,
  spot: Spot,
  teller: Teller | undefined,
): readonly KeyedBlock[] {
  if (node.children.length > 0) report.problem(spot, `::${node.name} has no text in brackets`);
  if (node.name === 'flow') return compileFlow(report, node, spot);
  if (node.name === 'figure') return compileFigure(report, node, spot, teller);
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

function compileFigure(
  report: Report,
  node: LeafDirective,
  spot: Spot,
  teller: Teller | undefined,
): readonly KeyedBlock[] {
  const attributes = attributesOf(report, node, spot, ['name']);
  const name = figures.find((figure) => figure === attributes['name']);
  if (name !== undefined) return [{ type: 'figure', name, ...told(report, spot, () => teller?.figure(name)) }];
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

interface DataContext {
  readonly teller?: Teller | undefined;
  /** For a translation, which holds only words: the English blocks. */
  readonly original?: Original | undefined;
}

/** The containers whose content is YAML. */
export function compileData(
  report: Report,
  node: ContainerDirective,
  spot: Spot,
  { teller, original }: DataContext,
): readonly KeyedBlock[] {
  attributesOf(report, node, spot, []);
  const [code, ...rest] = node.children;
  if (code?.type !== 'code' || code.lang !== 'yaml' || rest.length > 0) {
    report.problem(spot, `:::${node.name} holds one \`\`\`yaml block and nothing else`);
    return [];
  }
  const type = node.name === 'predict' ? 'predict' : 'check';
  if (original !== undefined) {
    return node.name === 'world'
      ? translateWorld(report, yamlOf(code, 'world'), original)
      : translateQuestion(report, yamlOf(code, type), type, original);
  }
  return node.name === 'world' ? compileWorld(report, code, teller) : compileAsked(report, code, type);
}

function compileAsked(report: Report, code: Code, type: 'check' | 'predict'): readonly KeyedBlock[] {
  const parsed = readYaml(report, yamlOf(code, type), questionSource);
  return parsed === undefined ? [] : [{ type, question: compileQuestion(report, parsed.value, parsed.place) }];
}

function compileWorld(report: Report, code: Code, teller: Teller | undefined): readonly KeyedBlock[] {
  const parsed = readYaml(report, yamlOf(code, 'world'), worldSource);
  if (parsed === undefined) return [];
  const { value, place } = parsed;
  report.define('world', value.id, place.spot('id'));
  const task = compileText(report, value.task, place.spot('task'));
  const done = compileText(report, value.done, place.spot('done'));
  const world = { ...value, task, done };
  const inWords = told(report, place.spot('solution'), () => teller?.world(world));
  return [{ type: 'world', world: { ...world, ...inWords } }];
}
