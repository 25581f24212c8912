import { matchesAction, matchesText } from './action.ts';

/** What a condition may look at: the request and the resource by the names of their attributes, in lower case. */
export interface ConditionContext {
  readonly action: string;
  readonly request: Attributes;
  readonly resource: Attributes;
}

export type Attributes = Readonly<Record<string, string>>;

export type Condition =
  | { readonly kind: 'actionMatches'; readonly pattern: string }
  | { readonly kind: 'subOperationMatches'; readonly operation: string }
  | {
      readonly kind: 'compare';
      readonly source: 'request' | 'resource';
      readonly attribute: string;
      readonly operator: Operator;
      readonly values: readonly string[];
    }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] };

type Operator = keyof typeof operators;

/** Attributes that this simulator knows, of those that Azure lists for storage and for role assignments. */
export const containerName = 'Microsoft.Storage/storageAccounts/blobServices/containers:name';
export const blobPath = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs:path';
export const roleDefinitionId = 'Microsoft.Authorization/roleAssignments:RoleDefinitionId';
const knownAttributes: readonly string[] = [containerName, blobPath, roleDefinitionId].map(lower);

function lower(text: string): string {
  return text.toLowerCase();
}

const operators = {
  StringEquals: (held: string, value: string) => held === value,
  StringNotEquals: (held: string, value: string) => held !== value,
  StringEqualsIgnoreCase: (held: string, value: string) => lower(held) === lower(value),
  StringNotEqualsIgnoreCase: (held: string, value: string) => lower(held) !== lower(value),
  StringStartsWith: (held: string, value: string) => held.startsWith(value),
  StringLike: (held: string, value: string) => matchesText(value, held),
  StringNotLike: (held: string, value: string) => !matchesText(value, held),
  'ForAnyOfAnyValues:StringEquals': (held: string, value: string) => held === value,
  'ForAnyOfAnyValues:GuidEquals': (held: string, value: string) => lower(held) === lower(value),
} as const;

const token =
  /\s*(?:(?<guid>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(?<word>[A-Za-z]+(?::[A-Za-z]+)?)|'(?<text>(?:[^'\\]|\\.)*)'|@(?<source>Resource|Request)\[(?<attribute>[^\]]+)\]|(?<sign>&&|\|\||[(){}!,]))/iy;

interface Token {
  readonly kind: 'word' | 'text' | 'attribute' | 'sign' | 'end';
  readonly value: string;
  readonly source?: 'request' | 'resource';
}

/** Reads a condition of Azure ABAC as far as storage and delegation need it; null where it is none (docs: condition format). */
export function parseCondition(expression: string): Condition | null {
  const tokens = tokensOf(expression);
  if (tokens === null) return null;
  const reader = new Reader(tokens);
  const condition = reader.either(0);
  return condition !== null && reader.isAtEnd ? condition : null;
}

function tokensOf(expression: string): readonly Token[] | null {
  const text = expression.trimEnd();
  const found: Token[] = [];
  let from = 0;
  while (from < text.length) {
    token.lastIndex = from;
    const groups = token.exec(text)?.groups;
    if (groups === undefined) return null;
    from = token.lastIndex;
    found.push(tokenOf(groups));
  }
  return found;
}

function tokenOf({ word, text, source, attribute, guid, sign }: Record<string, string | undefined>): Token {
  if (attribute !== undefined) {
    return { kind: 'attribute', value: lower(attribute), source: lower(source ?? '') as 'request' | 'resource' };
  }
  if (text !== undefined) return { kind: 'text', value: text.replaceAll(/\\(.)/g, '$1') };
  if (guid !== undefined) return { kind: 'text', value: guid };
  return word === undefined ? { kind: 'sign', value: sign ?? '' } : { kind: 'word', value: word };
}

const end: Token = { kind: 'end', value: '' };
/** Brackets within brackets, at most: what nobody writes would only exhaust the stack. */
const deepest = 50;

/** Recursive descent: OR binds least, then AND, then NOT. Each method gives null where the text does not fit. */
class Reader {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(depth: number): Condition | null {
    return this.#several('or', ['OR', '||'], () => this.#all(depth));
  }

  #all(depth: number): Condition | null {
    return this.#several('and', ['AND', '&&'], () => this.#single(depth));
  }

  #several(kind: 'and' | 'or', signs: readonly string[], read: () => Condition | null): Condition | null {
    const parts: Condition[] = [];
    do {
      const part = read();
      if (part === null) return null;
      parts.push(part);
    } while (this.#take(...signs));
    const [only, ...others] = parts;
    return only !== undefined && others.length === 0 ? only : { kind, of: parts };
  }

  #single(depth: number): Condition | null {
    if (depth > deepest) return null;
    if (this.#take('!', 'NOT')) {
      const of = this.#single(depth + 1);
      return of === null ? null : { kind: 'not', of };
    }
    if (this.#take('(')) {
      const inner = this.either(depth + 1);
      return inner !== null && this.#take(')') ? inner : null;
    }
    const { kind, value, source } = this.#next();
    if (kind === 'attribute' && source !== undefined) return this.#comparison(source, value);
    return kind === 'word' ? this.#operation(value) : null;
  }

  /** `ActionMatches{'…'}` or `SubOperationMatches{'…'}` */
  #operation(value: string): Condition | null {
    const [literal, ...more] = this.#values() ?? [];
    if (literal === undefined || more.length > 0) return null;
    if (value === 'ActionMatches') return { kind: 'actionMatches', pattern: literal };
    return value === 'SubOperationMatches' ? { kind: 'subOperationMatches', operation: literal } : null;
  }

  #comparison(source: 'request' | 'resource', attribute: string): Condition | null {
    const { kind, value } = this.#next();
    if (kind !== 'word' || !isOperator(value) || !knownAttributes.includes(attribute)) return null;
    if (value.startsWith('ForAny')) {
      const values = this.#values();
      return values === null ? null : { kind: 'compare', source, attribute, operator: value, values };
    }
    const literal = this.#next();
    if (literal.kind !== 'text') return null;
    return { kind: 'compare', source, attribute, operator: value, values: [literal.value] };
  }

  /** `{'a', 'b'}` */
  #values(): readonly string[] | null {
    if (!this.#take('{')) return null;
    const values: string[] = [];
    do {
      const { kind, value } = this.#next();
      if (kind !== 'text') return null;
      values.push(value);
    } while (this.#take(','));
    return this.#take('}') ? values : null;
  }

  #next(): Token {
    const next = this.#tokens[this.#at] ?? end;
    this.#at += 1;
    return next;
  }

  #take(...values: readonly string[]): boolean {
    const next = this.#tokens[this.#at];
    const isThere = next !== undefined && (next.kind === 'sign' || next.kind === 'word') && values.includes(next.value);
    if (isThere) this.#at += 1;
    return isThere;
  }
}

function isOperator(word: string): word is Operator {
  return Object.hasOwn(operators, word);
}

/** Whether a condition is met. An attribute that the request or the resource lacks meets no comparison. */
export function isMet(condition: Condition, context: ConditionContext): boolean {
  switch (condition.kind) {
    case 'actionMatches':
      return matchesAction(condition.pattern, context.action);
    case 'subOperationMatches':
      return false;
    case 'not':
      return !isMet(condition.of, context);
    case 'and':
      return condition.of.every((each) => isMet(each, context));
    case 'or':
      return condition.of.some((each) => isMet(each, context));
    case 'compare': {
      const { source, attribute, operator, values } = condition;
      const held = context[source][attribute];
      return held !== undefined && values.some((value) => operators[operator](held, value));
    }
  }
}

/** Whether the condition of an assignment or a role lets an operation through; one that cannot be read lets nothing. */
export function lets(expression: string | undefined, context: ConditionContext): boolean {
  if (expression === undefined) return true;
  const condition = parseCondition(expression);
  return condition !== null && isMet(condition, context);
}
