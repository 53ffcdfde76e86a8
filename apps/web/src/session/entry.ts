import { farewell } from "./farewell.ts";
import { askWho, forget, remember, remembered, whenForgotten, type Person } from "./person.ts";
import { eraseCopy, openSession, type Session } from "./session.ts";

/** Who is here: opens and closes sessions. */
export class Entry {
  readonly #listeners = new Set<() => void>();
  #session: Session | undefined;

  /** With the copy of whoever was here last, before anybody has answered. */
  constructor() {
    const person = remembered();
    if (person !== undefined) this.#open(person);
    whenForgotten(() => void this.#end());
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

  async enter(person: Person): Promise<void> {
    if (this.#session?.person.id === person.id) return this.#session.renewed();
    await this.#session?.close();
    remember(person);
    this.#open(person);
    this.#tell();
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
    await session.close();
    await eraseCopy(session.person);
    this.#tell();
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

/** Nobody's if the server is out of reach, or does not know yet that they left. */
async function whoseCookie(): Promise<Person | undefined> {
  return farewell.isOwed() ? undefined : askWho().catch(() => undefined);
}
