import path from 'node:path';
import { normalizePath } from 'vite';
import { contentFileAt } from './layout.ts';
import type { ContentFile } from './layout.ts';
import { loadContent } from './load.ts';
import type { LoadedContent } from './load.ts';
import { createDiagramParser } from './mermaid/parser.ts';
import type { Teller } from './teller.ts';

/** The content as it is now, read once for all environments. */
export class ContentStore {
  root = '';
  building = false;
  readonly #diagramParser = createDiagramParser();
  readonly #loadTeller: (() => Promise<Teller>) | undefined;
  readonly #language: string | undefined;
  #content: Promise<LoadedContent> | undefined;
  #shown: LoadedContent | undefined;
  #update: { readonly timestamp: number; readonly result: Promise<Update> } | undefined;

  constructor(loadTeller?: () => Promise<Teller>, language?: string) {
    this.#loadTeller = loadTeller;
    this.#language = language;
  }

  current(): Promise<LoadedContent> {
    this.#content ??= this.#load();
    return this.#content;
  }

  async #load(): Promise<LoadedContent> {
    return loadContent(this.root, this.#diagramParser, await this.#loadTeller?.(), this.#language);
  }

  forget(): void {
    this.#content = undefined;
  }

  /** Reads again; a second environment that asks for the same change gets the same answer. */
  reload(timestamp: number): Promise<Update> {
    if (this.#update?.timestamp !== timestamp) this.#update = { timestamp, result: this.#readAgain() };
    return this.#update.result;
  }

  async #readAgain(): Promise<Update> {
    const before = await this.current();
    if (before.problems.length === 0) this.#shown = before;
    this.forget();
    return { mended: before.problems.length > 0, shown: this.#shown, now: await this.current() };
  }

  /** Whether the file is below `content/`. */
  holds(file: string): boolean {
    return /^content\/.*\.(?:md|yaml)$/.test(this.#relative(file));
  }

  /** As the module graph knows a file. */
  absolute(file: string): string {
    return normalizePath(path.join(this.root, file));
  }

  fileAt(id: string): ContentFile | undefined {
    return contentFileAt(this.#relative(id));
  }

  close(): Promise<void> {
    return this.#diagramParser.close();
  }

  #relative(file: string): string {
    return path.relative(this.root, file).replaceAll(path.sep, '/');
  }
}

export interface Update {
  /** Whether there were problems before the change. */
  readonly mended: boolean;
  /** What the page shows: the last content that had no problem. */
  readonly shown: LoadedContent | undefined;
  readonly now: LoadedContent;
}
