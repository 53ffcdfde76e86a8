import type { Http, ReadOptions } from "./http.js";

/** Part of a list; `next_cursor` with the same query gets what follows, null is the end. */
export interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}

/** A list that is read page by page. */
export abstract class Collection<Query extends { cursor?: string }, Item> {
  protected readonly http: Http;

  constructor(http: Http) {
    this.http = http;
  }

  /** One page. */
  abstract list(query?: Query, options?: ReadOptions): Promise<Page<Item>>;

  /** Page after page, each asked for when the one before has been used; `limit` is the size of a page. */
  async *pages(query?: Query, options?: ReadOptions): AsyncGenerator<Page<Item>, void, undefined> {
    let page = await this.list(query, options);
    yield page;
    while (page.next_cursor !== null) {
      page = await this.list({ ...(query as Query), cursor: page.next_cursor }, options);
      yield page;
    }
  }

  /** Everything in the list, over all its pages. */
  async *all(query?: Query, options?: ReadOptions): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages(query, options)) yield* page.items;
  }
}
