import type { Expectation, Step } from '#domain/script/script.ts';

// What the page gets of the content. What the build knows besides is in build/keyed.ts.

/** Text within a paragraph. */
export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** `[IMDS-04]` after a sentence: the rule of SPEC.md that it rests on. */
  | { readonly type: 'rule'; readonly rule: string }
  /** A word of the glossary, where a lesson uses it first. */
  | { readonly type: 'term'; readonly term: string; readonly children: readonly Inline[] };

/** A word of the field, as the glossary explains it. */
export interface Term {
  readonly id: string;
  readonly term: string;
  /** Other spellings and plurals. */
  readonly forms: readonly string[];
  readonly means: readonly Inline[];
  /** Ids of terms to look at next. */
  readonly also: readonly string[];
  /** The lesson that teaches it. */
  readonly lesson: LessonId | null;
}

/** A numbered rule of the engine. */
export interface RuleText {
  readonly id: string;
  /** The heading that it stands under: `IMDS: the endpoint inside a virtual machine`. */
  readonly area: string;
  readonly text: readonly Inline[];
  /** Where it is from: `docs: …; unconfirmed: …`. */
  readonly source: string;
  /** All of it, or a part, is the simulator's choice. */
  readonly isOwn: boolean;
  /** Told in lessons, and not simulated. */
  readonly isDescribed: boolean;
}

/** A lesson's body: typed blocks, rendered by React; no HTML strings. */
export type Block<Asked extends Question = Question> =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'heading'; readonly level: 2 | 3; readonly id: string; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block<Asked>[])[] }
  | { readonly type: 'quote'; readonly children: readonly Block<Asked>[] }
  | { readonly type: 'code'; readonly language: string; readonly value: string }
  | {
      readonly type: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** `:::note`, `:::remember`, `:::notes`: an aside with a heading of its own. */
  | { readonly type: 'aside'; readonly kind: 'note' | 'remember' | 'notes'; readonly children: readonly Block<Asked>[] }
  /** A Mermaid `sequenceDiagram`, parsed at build. */
  | { readonly type: 'sequence'; readonly diagram: SequenceDiagram }
  /** `::flow{scenario=…}`: the theatre's stage for a scenario, on the page. */
  | { readonly type: 'flow'; readonly scenario: ScenarioId; readonly upTo?: number; readonly told?: Told }
  /** `::figure{name=…}`: a drawing of our own that acts on the world beside it. */
  | { readonly type: 'figure'; readonly name: FigureName; readonly told?: Told }
  | { readonly type: 'world'; readonly world: LiveWorld }
  | { readonly type: 'check'; readonly question: Asked }
  /** `:::predict`: a guess before reading; what came of it is said at the end of the lesson. */
  | {
      readonly type: 'predict';
      readonly question: Asked;
      /** It asks the very question that opens the lesson, which need not be read twice. */
      readonly isOpening?: true;
    };

/** A script of the two lanes, played among the text. */
export type LanesFigureName = 'two-lanes-scale' | 'two-lanes-delete' | 'two-lanes-recreate';

export type FigureName = 'identity-blade' | 'three-ids' | 'lifecycles' | LanesFigureName;

/** A picture in words, told at build by the engine: what stands in its place on paper and without JavaScript. */
export interface Told {
  readonly title: string;
  readonly steps: readonly ToldStep[];
}

export interface ToldStep {
  readonly title: string;
  readonly text: string;
}

export interface SequenceDiagram {
  readonly title: string;
  readonly description: string;
  readonly participants: readonly { readonly id: string; readonly label: string }[];
  readonly messages: readonly {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly line: 'solid' | 'dashed';
  }[];
}

/** `:::world`: a live piece of the sandbox with a task whose outcome is checked. */
export interface LiveWorld {
  readonly id: string;
  readonly task: readonly Inline[];
  readonly start: readonly Step[];
  /** What the learner may do here; everything else is hidden. */
  readonly offer: readonly OfferedAction[];
  readonly goal: readonly Expectation[];
  /** A script that reaches the goal from the start; a test plays it. */
  readonly solution: readonly Step[];
  readonly done: readonly Inline[];
  /** The same in words, told at build by the engine. */
  readonly told?: ToldWorld;
}

export interface ToldWorld {
  /** What can be done here, in a sentence. */
  readonly offer: string;
  /** The steps of the solution, each with what one would type where the world has a terminal. */
  readonly way: readonly { readonly text: string; readonly line?: string }[];
}

export type OfferedAction =
  | 'create-host'
  | 'create-identity'
  | 'create-target'
  | 'delete'
  | 'system-assigned'
  | 'attach'
  | 'assign-role'
  | 'request-token'
  | 'call'
  | 'clock'
  /** Which credential of the SDK's chain answers, on a host or a laptop. */
  | 'chain'
  /** A workflow outside Azure asks for a token and calls with it. */
  | 'workflow'
  /** Programs with the official SDK, run in this world. */
  | 'sdk'
  /** The command line: `az` and `curl` in this world. */
  | 'terminal';

export type LessonId = string & { readonly __lesson?: never };
export type ScenarioId = string & { readonly __scenario?: never };

export interface LessonSummary {
  readonly id: LessonId;
  readonly title: string;
  /** The question that opens the lesson. */
  readonly question: string;
  readonly minutes: number;
}

/** Lessons or scenarios that stand together under a title. */
export interface Group {
  readonly id: string;
  readonly title: string;
  /** Their ids, in order. */
  readonly of: readonly string[];
}

export interface Lesson<Asked extends Question = Question> extends LessonSummary {
  /** One sentence: for whoever plans the course, and for search engines. */
  readonly summary: string;
  /** Objectives of exams that it serves, by their ids in `content/exams.yaml`. */
  readonly objectives: readonly string[];
  /** The language it is written in, where that is another one than the page's: it is not translated yet. */
  readonly language?: string;
  readonly blocks: readonly Block<Asked>[];
  readonly sources: readonly { readonly title: string; readonly href: string }[];
  readonly course: CoursePlace;
}

/** A page of instructions: prose, code and tables, with nothing to play. */
export interface Guide {
  readonly id: string;
  readonly title: string;
  /** What it is about: shown under the title, and for search engines. */
  readonly summary: string;
  /** As with a lesson. */
  readonly language?: string;
  readonly blocks: readonly GuideBlock[];
  readonly sources: Lesson['sources'];
}

export type GuideBlock =
  | Extract<Block, { type: 'paragraph' | 'heading' | 'code' | 'table' }>
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly GuideBlock[])[] }
  | { readonly type: 'aside'; readonly kind: 'note' | 'remember' | 'notes'; readonly children: readonly GuideBlock[] };

/** An exam whose objectives lessons serve. Exams retire, and lessons stay. */
export interface Exam {
  /** `SC-300: Microsoft Identity and Access Administrator` */
  readonly title: string;
  readonly status: 'current' | 'retiring' | 'retired';
  readonly href: string;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
}

/** Where a lesson stands, written into it, so that a page with one lesson needs no list of all. */
export interface CoursePlace {
  /** The title of its module. */
  readonly module: string;
  /** Its place in the whole course, counted from 1. */
  readonly place: number;
  readonly count: number;
  readonly previous: Pick<LessonSummary, 'id' | 'title'> | null;
  readonly next: Pick<LessonSummary, 'id' | 'title' | 'question'> | null;
}

export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  /** One sentence: what happens and why it is worth watching. */
  readonly summary: string;
  readonly world: readonly Step[];
  /** The steps that are watched: token requests and calls, and what must happen between them. */
  readonly script: readonly (Step & {
    readonly do: 'request-token' | 'run-command' | 'get-access-token' | 'call' | 'reference' | 'connect' | 'advance';
  })[];
}

/** A starting world of the sandbox. */
export interface StarterWorld {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly Step[];
}

export interface Question {
  readonly id: string;
  readonly ask: readonly Inline[];
  readonly choices: readonly Choice[];
  /** Lessons to read again after a wrong answer. */
  readonly lessons: readonly LessonId[];
}

export interface Choice {
  readonly id: string;
  readonly text: readonly Inline[];
  readonly right: boolean;
  /** Why this choice is right or wrong: always shown after answering. */
  readonly why: readonly Inline[];
}

export interface Quiz<Asked extends Question = Question> {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly questions: readonly Asked[];
}

/** The place in the course that answers something. */
export interface AnsweredIn {
  readonly lesson: LessonId;
  readonly title: string;
  /** The id of the heading under which it does. */
  readonly heading: string;
}

/** What people believe of managed identities, and what is so. */
export interface Misconception {
  readonly id: string;
  readonly belief: string;
  readonly truth: string;
  readonly at: AnsweredIn;
}

/** What classes always ask. */
export interface ClassQuestion {
  readonly id: string;
  readonly ask: string;
  readonly at: AnsweredIn;
}

export interface Answers {
  readonly misconceptions: readonly Misconception[];
  readonly classQuestions: readonly ClassQuestion[];
}

/** What lists of scenarios and starter worlds show. */
export interface Summary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

export interface QuizSummary extends Summary {
  /** How many questions it has. */
  readonly count: number;
}
