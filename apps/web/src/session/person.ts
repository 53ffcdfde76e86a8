/** Who is signed in. It is remembered, so that the copy on this device can be shown without the network. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

const KEY = "todo.person";
const PATH = "/api/auth/get-session";

export function remembered(): Person | undefined {
  try {
    return personIn(JSON.parse(localStorage.getItem(KEY) ?? "null"));
  } catch {
    return undefined; // another version's, or storage is forbidden
  }
}

export function remember(person: Person): void {
  localStorage.setItem(KEY, JSON.stringify(person));
}

export function forget(): void {
  localStorage.removeItem(KEY);
}

/** Calls when another tab has remembered somebody, or has forgotten whoever was here. */
export function whenRemembered(heard: (person: Person | undefined) => void): void {
  addEventListener("storage", ({ key }) => {
    if (key === KEY) heard(remembered());
  });
}

/** Whose session the cookie is; undefined if it is none. Throws if nobody answers. */
export async function askWho(): Promise<Person | undefined> {
  const response = await fetch(PATH, { credentials: "same-origin", cache: "no-store" });
  if (response.status === 401) return undefined;
  if (!response.ok) throw new Error(`No session: status ${response.status}.`);
  const answer: unknown = await response.json();
  return typeof answer === "object" && answer !== null && "user" in answer ? personIn(answer.user) : undefined;
}

function personIn(value: unknown): Person | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { id, email, name } = value as Partial<Record<keyof Person, unknown>>;
  if (typeof id !== "string" || typeof email !== "string" || typeof name !== "string") return undefined;
  return { id, email, name };
}
