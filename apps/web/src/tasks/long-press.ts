import type { Uuid } from "@todo/contract";
import { useRef, type MouseEvent, type PointerEvent } from "react";

/** Milliseconds: a little before browsers think of a menu of their own. */
const RESTS = 450;

interface LongPress {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}

/** A finger that rests on one of the rows inside. Safari on phones has no event for it; to scroll is to cancel it. */
export function useLongPress(hold: (id: Uuid) => void): LongPress {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTouch = useRef(false);
  const wasHeld = useRef(false);
  const stop = (): void => clearTimeout(timer.current);
  return {
    onPointerDown: ({ pointerType, target }) => {
      stop();
      isTouch.current = pointerType === "touch";
      wasHeld.current = false;
      const id = target instanceof Element ? target.closest<HTMLElement>(".task")?.dataset["id"] : undefined;
      if (!isTouch.current || id === undefined) return;
      timer.current = setTimeout(() => {
        wasHeld.current = true;
        hold(id as Uuid);
      }, RESTS);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onContextMenu: (event) => {
      if (isTouch.current) event.preventDefault();
    },
    onClickCapture: (event) => {
      if (!wasHeld.current) return;
      wasHeld.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
