import { useEffect, useEffectEvent, useMemo, useRef, useState, type PointerEvent } from "react";

interface PointerDrag<Thing> {
  /** What goes along with the pointer. */
  readonly label: (thing: Thing) => string;
  readonly over: (thing: Thing, x: number, y: number) => void;
  readonly drop: (thing: Thing, x: number, y: number) => void;
  /** However it went: dropped, given up with Escape, or taken away by the browser. */
  readonly end: () => void;
}

export type Grab<Thing> = (thing: Thing, event: PointerEvent) => void;

interface Press<Thing> {
  readonly thing: Thing;
  readonly x: number;
  readonly y: number;
  readonly pointer: number;
  readonly scroller: Element | undefined;
}

/** Pixels that a pointer moves before a press becomes a drag. */
const THRESHOLD = 5;
/** Of the scroller's edges, within which it scrolls along; and the part of the way that it does in a frame. */
const EDGE = 56;
const PACE = 0.3;

/** Between what goes along with the pointer and the edge of the window. */
const MARGIN = 16;

/** Things are dragged by the mouse wherever they are pressed, by touch on their grip. */
export function usePointerDrag<Thing>({ label, over, drop, end }: PointerDrag<Thing>): Grab<Thing> {
  const [press, setPress] = useState<Press<Thing> | undefined>(undefined);
  /** Where the pointer is; undefined as long as it is only pressed. */
  const at = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const chip = useRef<HTMLElement | undefined>(undefined);

  const move = useEffectEvent((event: globalThis.PointerEvent) => {
    if (press === undefined || event.pointerId !== press.pointer) return;
    const { clientX: x, clientY: y } = event;
    if (at.current === undefined) {
      if (Math.hypot(x - press.x, y - press.y) < THRESHOLD) return;
      document.documentElement.dataset["dragging"] = "";
      swallowClick();
    }
    at.current = { x, y };
    chip.current ??= chipOf(label(press.thing));
    chip.current.style.left = `${Math.min(x, innerWidth - chip.current.offsetWidth - MARGIN)}px`;
    chip.current.style.top = `${Math.min(y, innerHeight - chip.current.offsetHeight - MARGIN)}px`;
    over(press.thing, x, y);
  });

  /** Also while the pointer rests at an edge. */
  const scroll = useEffectEvent(() => {
    if (press === undefined || at.current === undefined) return;
    if (scrollsAlong(press.scroller, at.current.y)) over(press.thing, at.current.x, at.current.y);
  });

  const finish = useEffectEvent((event: Event) => {
    if (event instanceof globalThis.PointerEvent && event.pointerId !== press?.pointer) return;
    if (event instanceof KeyboardEvent) {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
    }
    if (press !== undefined && at.current !== undefined && event.type === "pointerup") {
      drop(press.thing, at.current.x, at.current.y);
    }
    setPress(undefined);
    end();
  });

  const isPressed = press !== undefined;
  useEffect(() => {
    if (!isPressed) return undefined;
    const ended = new AbortController();
    const options = { signal: ended.signal };
    addEventListener("pointermove", (event) => move(event), options);
    addEventListener("pointerup", (event) => finish(event), options);
    addEventListener("pointercancel", (event) => finish(event), options);
    addEventListener("keydown", (event) => finish(event), { ...options, capture: true });
    let frame = requestAnimationFrame(function next() {
      scroll();
      frame = requestAnimationFrame(next);
    });
    return () => {
      ended.abort();
      cancelAnimationFrame(frame);
      at.current = undefined;
      chip.current?.remove();
      chip.current = undefined;
      delete document.documentElement.dataset["dragging"];
    };
  }, [isPressed]);

  return useMemo<Grab<Thing>>(
    () => (thing, event) => {
      const { target, currentTarget, clientX: x, clientY: y } = event;
      const onGrip = target instanceof Element && target.closest("[data-grip]") !== null;
      if (event.button !== 0 || (event.pointerType !== "mouse" && !onGrip)) return;
      setPress({ thing, x, y, pointer: event.pointerId, scroller: scrollerOf(currentTarget) });
    },
    [],
  );
}

/** Above everything, also above the dialog that it may begin in. */
function chipOf(text: string): HTMLElement {
  const chip = document.createElement("div");
  chip.className = "drag-chip";
  chip.popover = "manual";
  chip.ariaHidden = "true";
  chip.textContent = text;
  document.body.append(chip);
  chip.showPopover();
  return chip;
}

function scrollerOf(element: Element): Element | undefined {
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
  }
  return undefined;
}

/** Whether there was any way to go. */
function scrollsAlong(scroller: Element | undefined, y: number): boolean {
  if (scroller === undefined) return false;
  const { top, bottom } = scroller.getBoundingClientRect();
  const beyond = Math.min(0, y - top - EDGE) + Math.max(0, y - bottom + EDGE);
  const before = scroller.scrollTop;
  if (beyond !== 0) scroller.scrollBy(0, beyond * PACE);
  return scroller.scrollTop !== before;
}

/** The click that follows on the release of a drag is none, also of one that was given up; on a link it would lead away. */
function swallowClick(): void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("click", swallow, options);
  for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => setTimeout(() => over.abort()), options);
}
