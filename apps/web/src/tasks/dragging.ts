import type { Uuid } from "@todo/contract";
import { useState, type RefObject } from "react";

import { usePointerDrag, type Grab } from "../dragging/pointer-drag.ts";
import { useMessages } from "../i18n/language.ts";
import { useActions, useWorkplace } from "../store/hooks.ts";
import { sectionDrop, sectionsIn, taskDrop, type Drop } from "./drops.ts";
import type { ListItem } from "./lists.ts";
import { fitUnder } from "./nesting.ts";
import { reschedule } from "./rescheduling.ts";
import { targets, type Selection } from "./selection.ts";

interface DraggingOptions {
  readonly items: readonly ListItem[];
  readonly order: readonly Uuid[];
  readonly selection: Selection;
  readonly grid: RefObject<HTMLElement | null>;
}

interface Shown {
  readonly ids: readonly Uuid[];
  readonly drop: Drop | undefined;
}

interface Dragging extends Shown {
  /** A task, with all that is selected if it is, or a section. */
  readonly grab: Grab<Uuid>;
}

const NOTHING: Shown = { ids: [], drop: undefined };

/** Tasks are dragged to rows, headings and the sidebar; sections to where another one is. */
export function useDragging({ items, order, selection, grid }: DraggingOptions): Dragging {
  const t = useMessages();
  const actions = useActions();
  const { store } = useWorkplace().session;
  const [shown, setShown] = useState(NOTHING);
  const isSection = (id: Uuid): boolean => sectionsIn(items).includes(id);
  const carriedWith = (id: Uuid): readonly Uuid[] => (selection.chosen.has(id) ? targets(selection, order) : [id]);

  const dropAt = (id: Uuid, x: number, y: number): Drop | undefined => {
    const row = document.elementFromPoint(x, y)?.closest<HTMLElement>(".list-row");
    if (!row || !grid.current?.contains(row)) return undefined;
    const index = Number(row.dataset["index"]);
    if (isSection(id)) return sectionDrop(items, id, index);
    const { top, height } = row.getBoundingClientRect();
    const ids = carriedWith(id);
    return taskDrop(items, index, (y - top) / height, ids, (parent) => fitUnder(store.view().state.tasks, parent, ids));
  };

  const labelOf = (id: Uuid): string => {
    const count = carriedWith(id).length;
    const item = items.find(({ key }) => key === id);
    if (item?.kind === "heading") return item.heading.type === "section" ? item.heading.section.name : "";
    return count > 1 ? t.selected(count) : (item?.task.title ?? "");
  };

  const grab = usePointerDrag<Uuid>({
    label: labelOf,
    over: (id, x, y) => {
      if (!isSection(id)) markPlace(linkAt(x, y));
      const drop = dropAt(id, x, y);
      setShown((last) => {
        const isSame = last !== NOTHING && last.drop?.index === drop?.index && last.drop?.edge === drop?.edge;
        return isSame ? last : { ids: carriedWith(id), drop };
      });
    },
    drop: (id, x, y) => {
      const effect = dropAt(id, x, y)?.effect;
      const ids = carriedWith(id);
      const place = isSection(id) ? undefined : linkAt(x, y)?.dataset["project"];
      if (place !== undefined) actions.move(ids, { project_id: place as Uuid });
      else if (effect?.type === "day") reschedule(actions, store.view().state, ids, effect.day);
      else if (effect?.type === "move") actions.move(ids, effect.move);
      else if (effect?.type === "arrange") actions.arrange("move_section", id, effect.step);
    },
    end: () => {
      markPlace(null);
      setShown(NOTHING);
    },
  });
  return { grab, ...shown };
}

/** Projects and the inbox in the sidebar take tasks, too. */
function linkAt(x: number, y: number): HTMLElement | null {
  return document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-project]") ?? null;
}

function markPlace(link: HTMLElement | null): void {
  for (const marked of document.querySelectorAll("[data-project][data-over]")) marked.removeAttribute("data-over");
  link?.setAttribute("data-over", "");
}
