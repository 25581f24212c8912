import type { Code } from 'mdast';
import { compileText } from './inline.ts';
import type { KeyedBlock } from './keyed.ts';
import type { Report } from './report.ts';
import { translatedQuestion, translatedWorld } from './schema/translation.ts';
import { readYaml } from './yaml.ts';

/** The blocks of a lesson in English, whose words a translation gives anew. */
export type Original = readonly KeyedBlock[];

interface YamlBlock {
  readonly text: string;
  readonly linesBefore: number;
  readonly prefix: string;
}

/** A `:::world` in other words. */
export function translateWorld(report: Report, yaml: YamlBlock, original: Original): readonly KeyedBlock[] {
  const parsed = readYaml(report, yaml, translatedWorld);
  if (parsed === undefined) return [];
  const { value, place } = parsed;
  const english = original.find((block) => block.type === 'world' && block.world.id === value.id);
  if (english?.type !== 'world') {
    report.problem(place.spot('id'), `the English lesson has no world "${value.id}"`);
    return [];
  }
  const task = compileText(report, value.task, place.spot('task'));
  const done = compileText(report, value.done, place.spot('done'));
  return [{ type: 'world', world: { ...english.world, task, done } }];
}

/** A `:::check` or `:::predict` in other words: choice by choice, in their order. */
export function translateQuestion(
  report: Report,
  yaml: YamlBlock,
  type: 'check' | 'predict',
  original: Original,
): readonly KeyedBlock[] {
  const parsed = readYaml(report, yaml, translatedQuestion);
  if (parsed === undefined) return [];
  const { value, place } = parsed;
  const english = original.find((block) => block.type === type && block.question.id === value.id);
  if (english?.type !== type) {
    report.problem(place.spot('id'), `the English lesson has no :::${type} "${value.id}"`);
    return [];
  }
  const { choices } = english.question;
  if (value.choices.length !== choices.length) {
    const message = `the English question has ${choices.length} choices, and here are ${value.choices.length}`;
    report.problem(place.spot('choices'), message);
    return [];
  }
  const question = {
    ...english.question,
    ask: compileText(report, value.ask, place.spot('ask')),
    choices: choices.map((choice, index) => ({
      ...choice,
      text: compileText(report, value.choices[index]?.text ?? '', place.spot('choices', index, 'text')),
      why: compileText(report, value.choices[index]?.why ?? '', place.spot('choices', index, 'why')),
    })),
  };
  return [{ ...english, question }];
}

/** The name of a block that both languages must have: `:::check "a-year"`. */
function nameOf(block: KeyedBlock): string | null {
  if (block.type === 'world') return `:::world "${block.world.id}"`;
  return block.type === 'check' || block.type === 'predict' ? `:::${block.type} "${block.question.id}"` : null;
}

/** Blocks with an id stand in both lessons, each once; those that could not be read have been reported. */
export function checkPresent(report: Report, blocks: readonly KeyedBlock[], original: Original): void {
  if (report.problems.length > 0) return;
  const present = blocks.flatMap((block) => nameOf(block) ?? []);
  for (const name of original.flatMap((block) => nameOf(block) ?? [])) {
    const times = present.filter((each) => each === name).length;
    if (times === 0) report.problem({ line: 1 }, `${name} of the English lesson is missing`);
    if (times > 1) report.problem({ line: 1 }, `${name} stands here ${times} times`);
  }
}

/** Headings keep the ids of the English ones, so that a link into a lesson holds in every language. */
export function withEnglishIds(
  report: Report,
  blocks: readonly KeyedBlock[],
  original: Original,
): readonly KeyedBlock[] {
  const english = original.filter((block) => block.type === 'heading');
  const own = blocks.filter((block) => block.type === 'heading');
  const fits = own.length === english.length && own.every(({ level }, index) => level === english[index]?.level);
  if (!fits) {
    const count = `it has ${own.length}, the English one ${english.length}`;
    report.problem({ line: 1 }, `the headings are not those of the English lesson, one for one: ${count}`);
    return blocks;
  }
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, id: english[own.indexOf(block)]?.id ?? block.id } : block,
  );
}

/** The block's first line stands one below its fence. */
export function yamlOf(code: Code, prefix: string): YamlBlock {
  return { text: code.value, linesBefore: code.position?.start.line ?? 0, prefix };
}
