import type { Priority } from "@todo/contract";

import { keyName } from "../shell/key-name.ts";
import type { PickerKind } from "./pickers.tsx";

/** What a key asks of a list. */
export type ListCommand =
  | { readonly type: "go"; readonly steps: number; readonly extend: boolean }
  | { readonly type: "reorder"; readonly steps: number }
  | { readonly type: "indent" | "outdent" }
  | { readonly type: "priority"; readonly priority: Priority }
  | { readonly type: "pick"; readonly kind: PickerKind }
  | { readonly type: "open" | "rename" | "complete" | "select" | "selectAll" | "clear" | "trash" };

type Keys = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

const FAR = Number.MAX_SAFE_INTEGER;
const PRIORITIES: Readonly<Record<string, Priority>> = { 0: "none", 1: "low", 2: "medium", 3: "high", 4: "urgent" };
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 10, PageUp: -10, Home: -FAR, End: FAR };
const PICKERS: Readonly<Record<string, PickerKind>> = { t: "due", m: "move", l: "labels", p: "priority" };
const NAMES: Readonly<Record<string, "open" | "rename" | "complete" | "select" | "clear" | "trash">> = {
  Enter: "open",
  F2: "rename",
  " ": "complete",
  e: "complete",
  x: "select",
  Escape: "clear",
  Delete: "trash",
  Backspace: "trash",
};

/** Undefined if the key is none of the list's. Inwards is to the right, or to the left in a script that is written so. */
export function keyCommand(event: Keys, direction: string = "ltr"): ListCommand | undefined {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  const key = keyName(event);
  if ((ctrlKey || metaKey) && key.toLowerCase() === "a") return { type: "selectAll" };
  if (ctrlKey || metaKey) return undefined;
  const steps = STEPS[key];
  if (steps !== undefined) return altKey ? { type: "reorder", steps } : { type: "go", steps, extend: shiftKey };
  if (altKey && (key === "ArrowLeft" || key === "ArrowRight")) {
    return { type: (key === "ArrowRight") === (direction !== "rtl") ? "indent" : "outdent" };
  }
  if (altKey) return undefined;
  const priority = PRIORITIES[key];
  if (priority !== undefined) return { type: "priority", priority };
  const kind = PICKERS[key];
  if (kind !== undefined) return { type: "pick", kind };
  const type = NAMES[key];
  return type === undefined ? undefined : { type };
}
