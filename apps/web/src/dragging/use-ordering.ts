import type { Uuid } from "@todo/contract";
import { useRef, useState, type HTMLAttributes, type KeyboardEvent, type RefObject } from "react";

import { usePointerDrag } from "./pointer-drag.ts";
import { beside, stepped, stepsOf, type Step } from "./steps.ts";

interface Named {
  readonly id: Uuid;
  readonly name: string;
}

interface Over {
  readonly target: Uuid;
  readonly edge: "before" | "after";
}

/** What a row has of it; its place is marked while something is dragged. */
export type Row = Pick<HTMLAttributes<HTMLElement>, "onPointerDown" | "onKeyDown">;

interface Ordering {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly row: (id: Uuid) => Row;
}

/** Pixels beside a list within which a drop is still meant for it. */
const MARGIN = 48;

/** A list that is put in order: its rows by dragging, and by Alt and an arrow while the focus is in them. */
export function useOrdering(rows: readonly Named[], move: (id: Uuid, step: Step) => void): Ordering {
  const ids = rows.map(({ id }) => id);
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<Uuid | undefined>(undefined);
  const [over, setOver] = useState<Over | undefined>(undefined);

  const overAt = (x: number, y: number): Over | undefined => {
    const drawn = [...(list.current?.querySelectorAll<HTMLElement>("[data-ordered]") ?? [])];
    const row = drawn.find((each) => y < each.getBoundingClientRect().bottom) ?? drawn.at(-1);
    if (row === undefined || list.current === null) return undefined;
    const { left, right, top, bottom } = list.current.getBoundingClientRect();
    if (x < left - MARGIN || x > right + MARGIN || y < top - MARGIN || y > bottom + MARGIN) return undefined;
    const box = row.getBoundingClientRect();
    return { target: row.dataset["ordered"] as Uuid, edge: y < box.top + box.height / 2 ? "before" : "after" };
  };
  const stepAt = (id: Uuid, at: Over | undefined): Step | undefined => at && beside(ids, id, at.target, at.edge);

  const grab = usePointerDrag<Uuid>({
    label: (id) => rows.find((each) => each.id === id)?.name ?? "",
    over: (id, x, y) => {
      const at = overAt(x, y);
      setDragged(id);
      setOver(stepAt(id, at) === undefined ? undefined : at);
    },
    drop: (id, x, y) => {
      const step = stepAt(id, overAt(x, y));
      if (step !== undefined) move(id, step);
    },
    end: () => {
      setDragged(undefined);
      setOver(undefined);
    },
  });

  const press = (id: Uuid, event: KeyboardEvent): void => {
    const steps = stepsOf(event);
    if (steps === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const step = stepped(ids, id, steps);
    if (step !== undefined) move(id, step);
  };

  const row = (id: Uuid): Row => {
    const marks = { "data-ordered": id, "data-dragged": id === dragged || undefined, "data-drop": over?.target === id ? over.edge : undefined };
    return { ...marks, onPointerDown: (event) => grab(id, event), onKeyDown: (event) => press(id, event) };
  };
  return { list, row };
}
