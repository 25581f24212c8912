import { compile, search } from '@jmespath-community/jmespath';
import type { Json } from '#domain/kernel/json.ts';

type Queried =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'refused'; readonly message: string };

/** Applies `--query`, a JMESPath expression, or says in the CLI's words that it is none (facts: control-plane §6.7). */
export function query(value: Json, expression: string): Queried {
  try {
    // The library wants arrays that it may write to, and writes to none.
    return { kind: 'value', value: search(value as Parameters<typeof search>[0], expression) as Json };
  } catch (problem) {
    return { kind: 'refused', message: refusal(expression, problem) };
  }
}

/** What is wrong with an expression, or null; the CLI looks before it does anything. */
export function queryProblem(expression: string): string | null {
  try {
    compile(expression);
    return null;
  } catch (problem) {
    return refusal(expression, problem);
  }
}

function refusal(expression: string, problem: unknown): string {
  const detail = problem instanceof Error ? problem.message : '';
  return `argument --query: invalid jmespath_type value: '${expression}'\n${detail}`;
}
