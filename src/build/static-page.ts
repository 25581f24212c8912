// What the build and the page's own side of it, src/prerender.tsx, tell each other.

/** One page that is written as a file. */
export interface StaticPage {
  /** Without the base of the language: `/lessons/user-assigned`. */
  readonly path: string;
  /** One or two sentences, for search engines and previews. */
  readonly description: string;
  readonly type: 'website' | 'article';
  /** Sources whose chunks it shows at once: its route, and its content. */
  readonly modules: readonly string[];
  /** Content that is written into the page beside its HTML, where it costs next to nothing, instead of being fetched. */
  readonly content?: object;
  /** Left out of the site map: the page of unknown addresses. */
  readonly unlisted?: boolean;
}

/** A page as React renders it. */
export interface RenderedPage {
  /** Title of the window, as HTML. */
  readonly title: string;
  /** What stands in `#root`, as HTML. */
  readonly body: string;
}

/** A page with all that its file says of it. */
export interface WrittenPage extends StaticPage, RenderedPage {}

/** What a bundle of src/prerender.tsx exports. */
export interface Prerenderer {
  /** The name of the product, and what it is. */
  readonly product: { readonly name: string; readonly description: string };
  readonly pages: () => Promise<readonly StaticPage[]>;
  readonly render: (page: StaticPage) => Promise<RenderedPage>;
}
