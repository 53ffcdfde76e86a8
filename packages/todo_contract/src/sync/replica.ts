import type { Changed } from "../feed.js";
import type { Changes, Uuid } from "../schema.js";
import { claim } from "./owner.js";
import type { SyncStorage, Writing } from "./storage.js";

export type Kind = Changed["kind"];

/** The document of each kind. */
export type Documents = { [Item in Changed as Item["kind"]]: NonNullable<Item["data"]> };

/** How far the feed has been read, and into which of two sides. */
export interface Place {
  readonly cursor: string | null;
  /** While everything is being loaded, pages go to the side that nobody reads. */
  readonly loads: boolean;
  readonly shown: Side;
}

type Side = "a" | "b";

const KINDS = ["account", "project", "section", "label", "task"] as const satisfies readonly Kind[];
const NOWHERE: Place = { cursor: null, loads: true, shown: "a" };

/** One user's things as the feed has told them; pages and their cursors are stored together. */
export class Replica {
  readonly #storage: SyncStorage;

  constructor(storage: SyncStorage) {
    this.#storage = storage;
  }

  get<K extends Kind>(kind: K, id: Uuid): Promise<Documents[K] | undefined> {
    return this.#storage.read(async (reading) => {
      const { shown } = await placeIn(reading);
      const item = await reading.get(tableOf(shown, kind), id.toLowerCase());
      return (item as Changed | undefined)?.data as Documents[K] | undefined;
    });
  }

  all<K extends Kind>(kind: K): Promise<Documents[K][]> {
    return this.#storage.read(async (reading) => {
      const { shown } = await placeIn(reading);
      return (await reading.all(tableOf(shown, kind))).map((item) => (item as Changed).data as Documents[K]);
    });
  }

  place(): Promise<Place> {
    return this.#storage.read(placeIn);
  }

  /** Throws `ForeignStorage` if it is not this user's. */
  claim(userId: string): Promise<void> {
    return this.#storage.write((writing) => claim(writing, userId));
  }

  /** Take in the page that follows on a place; not if that has been left meanwhile, such as by another tab. */
  apply(page: Changes, from: Place): Promise<Place | undefined> {
    return this.#storage.write(async (writing) => {
      if (!isSame(await placeIn(writing), from)) return undefined;
      const side = from.loads ? otherSide(from.shown) : from.shown;
      for (const item of page.items) await take(writing, side, item);
      const isLoaded = from.loads && !page.has_more;
      if (isLoaded) clear(writing, from.shown);
      const shown = isLoaded ? side : from.shown;
      const place: Place = { cursor: page.next_cursor, loads: from.loads && !isLoaded, shown };
      writing.put("place", "", place);
      return place;
    });
  }

  /** Load everything again; what is there is shown until that is done. */
  startOver(from: Place): Promise<void> {
    return this.#storage.write(async (writing) => {
      if (!isSame(await placeIn(writing), from)) return;
      clear(writing, otherSide(from.shown));
      writing.put("place", "", { ...NOWHERE, shown: from.shown } satisfies Place);
    });
  }
}

/** Nothing goes backwards: an older version than the stored one is not taken. */
async function take(writing: Writing, side: Side, item: Changed): Promise<void> {
  if (item.kind === "account" && item.data !== null) await claim(writing, item.data.user_id);
  const table = tableOf(side, item.kind);
  const stored = (await writing.get(table, item.id)) as Changed | undefined;
  if (stored !== undefined && stored.version >= item.version) return;
  if (item.data === null) writing.delete(table, item.id);
  else writing.put(table, item.id, item);
}

async function placeIn(reading: Pick<Writing, "get">): Promise<Place> {
  return ((await reading.get("place", "")) as Place | undefined) ?? NOWHERE;
}

function isSame(one: Place, other: Place): boolean {
  return one.cursor === other.cursor && one.loads === other.loads;
}

function clear(writing: Writing, side: Side): void {
  for (const kind of KINDS) writing.clear(tableOf(side, kind));
}

function tableOf(side: Side, kind: Kind): string {
  return `${side}/${kind}`;
}

function otherSide(side: Side): Side {
  return side === "a" ? "b" : "a";
}
