import { keyName } from "./key-name.ts";

/** The keys that work anywhere; those of a list are in tasks/list-keys.ts. */
export type Shortcut = "quickAdd" | "search" | "help" | "undo" | "inbox" | "today" | "upcoming";

const SINGLE: Readonly<Record<string, Shortcut>> = { q: "quickAdd", n: "quickAdd", "/": "search", "?": "help" };
const AFTER_G: Readonly<Record<string, Shortcut>> = { i: "inbox", t: "today", u: "upcoming" };
const PATIENCE_MS = 1200;

type Keys = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/** Understands single keys, and those that follow on G within a moment. */
export function shortcutReader(now: () => number): (event: Keys) => Shortcut | "began" | undefined {
  let since = Number.NEGATIVE_INFINITY;
  return (event) => {
    const { altKey, ctrlKey, metaKey } = event;
    const key = keyName(event);
    const isAfterG = now() - since < PATIENCE_MS;
    since = Number.NEGATIVE_INFINITY;
    if (ctrlKey || metaKey) {
      if (key === "k") return "search";
      return key === "z" ? "undo" : undefined;
    }
    if (altKey) return undefined;
    if (isAfterG && AFTER_G[key] !== undefined) return AFTER_G[key];
    if (key === "g") {
      since = now();
      return "began";
    }
    if (key === "u") return "undo";
    return SINGLE[key];
  };
}

/** Where keys are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}
