import type { Operation } from "@todo/contract";

import type { Person } from "./person.ts";

const PREFIX = "todo.late.";

/**
 * What was written in a page's last moment: its database takes longer than a page that goes away has, this store does not.
 *
 * Whoever opens the next page writes it again; if it had been stored after all, twice is once.
 */
export function keepLate(person: Person, operations: readonly Operation[]): void {
  if (operations.length === 0) return;
  try {
    localStorage.setItem(keyOf(person), JSON.stringify([...lateOf(person), ...operations]));
  } catch {
    // It is full or forbidden; there is no other place.
  }
}

export function takeLate(person: Person): readonly Operation[] {
  const operations = lateOf(person);
  eraseLate(person);
  return operations;
}

export function eraseLate(person: Person): void {
  localStorage.removeItem(keyOf(person));
}

export function eraseLateOfOthers(person: Person | undefined): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && (person === undefined || key !== keyOf(person))) localStorage.removeItem(key);
  }
}

function lateOf(person: Person): readonly Operation[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(person)) ?? "[]");
    return Array.isArray(kept) ? (kept as Operation[]) : [];
  } catch {
    return []; // another version's, or storage is forbidden
  }
}

function keyOf({ id }: Person): string {
  return `${PREFIX}${id}`;
}
