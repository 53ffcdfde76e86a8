import type { Uuid } from "@todo/contract";
import { useEffect, useEffectEvent, useMemo, useState, type PointerEvent, type RefObject } from "react";

import { useActions, useWorkplace } from "../store/hooks.ts";
import type { ListItem } from "./lists.ts";
import { moveTo, type Edge } from "./reordering.ts";
import { reschedule } from "./rescheduling.ts";
import { targets, type Selection } from "./selection.ts";

interface DraggingOptions {
  readonly items: readonly ListItem[];
  readonly order: readonly Uuid[];
  readonly selection: Selection;
  readonly grid: RefObject<HTMLElement | null>;
  readonly scroller: HTMLElement | null;
}

interface Drop {
  readonly index: number;
  readonly edge: Edge;
}

interface Dragging {
  readonly grab: (id: Uuid, event: PointerEvent) => void;
  readonly ids: ReadonlySet<Uuid>;
  readonly drop: Drop | undefined;
}

interface Grip {
  readonly id: Uuid;
  readonly x: number;
  readonly y: number;
  readonly pointer: number;
}

/** Pixels that a pointer moves before a press becomes a drag. */
const THRESHOLD = 5;
/** Of the view's edges, within which it scrolls along. */
const EDGE = 56;
const NONE: ReadonlySet<Uuid> = new Set();

/** Tasks are dragged by the mouse anywhere on their row, by touch on their grip; to rows, headings and the sidebar. */
export function useDragging({ items, order, selection, grid, scroller }: DraggingOptions): Dragging {
  const actions = useActions();
  const { store } = useWorkplace().session;
  const [grip, setGrip] = useState<Grip | undefined>(undefined);
  const [ids, setIds] = useState(NONE);
  const [drop, setDrop] = useState<Drop | undefined>(undefined);

  const rowAt = (x: number, y: number): Drop | undefined => {
    const row = document.elementFromPoint(x, y)?.closest<HTMLElement>(".list-row");
    if (!row || !grid.current?.contains(row)) return undefined;
    const index = Number(row.dataset["index"]);
    const { top, height } = row.getBoundingClientRect();
    const isHeading = items[index]?.kind === "heading";
    return { index, edge: isHeading ? "after" : y < top + height / 2 ? "before" : "after" };
  };

  const move = useEffectEvent((event: globalThis.PointerEvent) => {
    if (grip === undefined || event.pointerId !== grip.pointer) return;
    if (ids.size === 0) {
      if (Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < THRESHOLD) return;
      setIds(new Set(selection.chosen.has(grip.id) ? targets(selection, order) : [grip.id]));
      document.documentElement.dataset["dragging"] = "";
    }
    scrollAlong(scroller, event.clientY);
    markPlace(event.clientX, event.clientY);
    setDrop(rowAt(event.clientX, event.clientY));
  });

  const end = useEffectEvent((event: globalThis.PointerEvent | KeyboardEvent) => {
    if (event instanceof KeyboardEvent && event.key !== "Escape") return;
    if (event instanceof KeyboardEvent) event.preventDefault();
    const isDropped = event.type === "pointerup" && ids.size > 0;
    if (isDropped && event instanceof globalThis.PointerEvent) {
      const dragged = order.filter((id) => ids.has(id));
      const place = placeAt(event.clientX, event.clientY);
      const target = drop === undefined ? undefined : items[drop.index];
      const day = target?.kind === "task" ? target.day : target?.heading.type === "day" ? target.heading.day : undefined;
      if (place !== undefined) actions.move(dragged, place);
      else if (day !== undefined) reschedule(actions, store.view().state, dragged, day);
      else if (drop !== undefined) {
        const to = moveTo(items, drop.index, drop.edge, dragged);
        if (to !== undefined) actions.move(dragged, to);
      }
      swallowClick();
    }
    markPlace(-1, -1);
    delete document.documentElement.dataset["dragging"];
    setGrip(undefined);
    setIds(NONE);
    setDrop(undefined);
  });

  const isGrabbed = grip !== undefined;
  useEffect(() => {
    if (!isGrabbed) return undefined;
    const ended = new AbortController();
    const options = { signal: ended.signal };
    addEventListener("pointermove", (event) => move(event), options);
    addEventListener("pointerup", (event) => end(event), options);
    addEventListener("pointercancel", (event) => end(event), options);
    addEventListener("keydown", (event) => end(event), { ...options, capture: true });
    return () => ended.abort();
  }, [isGrabbed]);

  const grab = useMemo(
    () => (id: Uuid, event: PointerEvent) => {
      const onGrip = event.target instanceof Element && event.target.closest("[data-grip]") !== null;
      if (event.button !== 0 || (event.pointerType !== "mouse" && !onGrip)) return;
      setGrip({ id, x: event.clientX, y: event.clientY, pointer: event.pointerId });
    },
    [],
  );
  return { grab, ids, drop };
}

/** Projects and the inbox in the sidebar take tasks, too. */
function placeAt(x: number, y: number): { readonly project_id: Uuid } | undefined {
  const id = linkAt(x, y)?.dataset["project"];
  return id === undefined ? undefined : { project_id: id as Uuid };
}

function linkAt(x: number, y: number): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-project]") ?? null;
}

function markPlace(x: number, y: number): void {
  for (const marked of document.querySelectorAll("[data-project][data-over]")) marked.removeAttribute("data-over");
  linkAt(x, y)?.setAttribute("data-over", "");
}

function scrollAlong(scroller: HTMLElement | null, y: number): void {
  if (scroller === null) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE) scroller.scrollBy(0, y - top - EDGE);
  else if (y > bottom - EDGE) scroller.scrollBy(0, y - bottom + EDGE);
}

/** The click that follows on the release of a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event): void => event.stopPropagation();
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}
