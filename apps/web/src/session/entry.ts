import { farewell } from "./farewell.ts";
import { askWho, forget, remember, remembered, whenRemembered, type Person } from "./person.ts";
import { eraseCopy, eraseOthers, openSession, type Session } from "./session.ts";

/** Who is here, the same person in all tabs: opens and closes sessions. */
export class Entry {
  readonly #listeners = new Set<() => void>();
  #session: Session | undefined;

  /** With the copy of whoever was here last, before anybody has answered. */
  constructor() {
    const person = remembered();
    if (person !== undefined) this.#open(person);
    whenRemembered((person) => void this.#follow(person));
    eraseOthers(remembered).catch(() => undefined); // an old browser does not tell what there is
    void farewell.keepTrying();
  }

  readonly session = (): Session | undefined => this.#session;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Whether somebody is here; asked of the server if nobody is remembered. */
  async find(): Promise<boolean> {
    if (this.#session === undefined) {
      const person = await whoseCookie();
      if (person !== undefined) await this.enter(person);
    }
    return this.#session !== undefined;
  }

  /** Whoever was here before leaves nothing. */
  async enter(person: Person): Promise<void> {
    const before = this.#session;
    if (before?.person.id === person.id) return before.renewed();
    remember(person);
    this.#open(person);
    this.#tell(); // so that nothing is written for the one before any more
    if (before !== undefined) await erase(before);
  }

  /** Signs out, here and now; the server is told as soon as it answers. */
  async leave(): Promise<void> {
    void farewell.say();
    await this.#end();
  }

  /** Nothing of the person stays on this device. */
  async #end(): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    this.#session = undefined;
    forget();
    await erase(session);
    this.#tell();
  }

  /** Another tab knows better who is here. */
  async #follow(person: Person | undefined): Promise<void> {
    if (person === undefined) await this.#end();
    else if (person.id !== this.#session?.person.id) await this.enter(person);
  }

  /** The copy turned out to be another person's than the cookie's. */
  async #replace(): Promise<void> {
    const person = await whoseCookie();
    if (person !== undefined && person.id !== this.#session?.person.id) await this.enter(person);
  }

  #open(person: Person): void {
    const session = openSession(person);
    this.#session = session;
    session.store.subscribe(() => {
      if (this.#session === session && session.store.view().status === "foreign") void this.#replace();
    });
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

async function erase(session: Session): Promise<void> {
  await session.close();
  await eraseCopy(session.person);
}

/** Nobody's if the server is out of reach, or does not know yet that they left. */
async function whoseCookie(): Promise<Person | undefined> {
  return farewell.isOwed() ? undefined : askWho().catch(() => undefined);
}
