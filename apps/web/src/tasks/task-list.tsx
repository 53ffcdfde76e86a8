import type { Uuid } from "@todo/contract";
import { useVirtualizer } from "@tanstack/react-virtual";
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from "react";

import { stepped } from "../dragging/steps.ts";
import { useToday } from "../due/use-today.ts";
import { useWorkplace } from "../store/hooks.ts";
import { LoadingDialog } from "../ui/loading-dialog.tsx";
import { useDragging } from "./dragging.ts";
import { sectionsIn } from "./drops.ts";
import { Heading, type HeadingEvents } from "./heading.tsx";
import { carryOut, type Picking } from "./list-commands.ts";
import { keyCommand } from "./list-keys.ts";
import type { ListItem, TaskItem } from "./lists.ts";
import { useLongPress } from "./long-press.ts";
import * as selecting from "./selection.ts";
import { TaskRow, type RowEvents } from "./task-row.tsx";
import { useOpenTask } from "./use-open-task.ts";

const BatchBar = lazy(() => import("./batch-bar.tsx"));
const Picker = lazy(() => import("./pickers.tsx"));

interface TaskListProps {
  readonly label: string;
  readonly items: readonly ListItem[];
  readonly showsProject?: boolean;
  readonly empty: ReactNode;
  readonly headings?: HeadingEvents;
  readonly scroller: HTMLElement | null;
}

const ROW = 44;
const HEADING = 56;

/** A grid of tasks by keyboard and by pointer; only what is on the screen is in the page. */
export function TaskList({ label, items, showsProject = false, empty, headings, scroller }: TaskListProps): ReactElement {
  const { actions, session } = useWorkplace();
  const today = useToday();
  const [openId, open] = useOpenTask();
  const [selection, setSelection] = useState(selecting.NOTHING);
  const [editing, setEditing] = useState<Uuid | undefined>(undefined);
  const [picker, setPicker] = useState<Picking | undefined>(undefined);
  const grid = useRef<HTMLDivElement>(null);
  const order = useMemo(() => items.filter((item): item is TaskItem => item.kind === "task").map(({ key }) => key), [items]);
  const [shownOrder, setShownOrder] = useState(order);
  if (shownOrder !== order) {
    setShownOrder(order);
    setSelection((current) => selecting.kept(current, order, shownOrder));
  }

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (items[index]?.kind === "heading" ? HEADING : ROW),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollMargin: grid.current?.offsetTop ?? 0,
  });

  /** The row may have to be drawn first. */
  const focusRow = (id: Uuid | undefined): void => {
    if (id === undefined) return;
    const row = (): HTMLElement | null => grid.current?.querySelector<HTMLElement>(`[data-id="${id}"]`) ?? null;
    const drawn = row();
    if (drawn !== null) drawn.focus();
    else {
      virtual.scrollToIndex(items.findIndex(({ key }) => key === id));
      requestAnimationFrame(() => requestAnimationFrame(() => row()?.focus()));
    }
  };

  const isTouch = useRef(false);
  const hadFocus = useRef(false);
  const heading = useRef<Uuid | undefined>(undefined);
  const { active } = selection;
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (hadFocus.current && isLost) focusRow(items.some(({ key }) => key === heading.current) ? heading.current : active);
  });

  const longPress = useLongPress((id) => setSelection((current) => selecting.toggled(current, id)));
  const drag = useDragging({ items, order, selection, grid });
  const stepSection = (id: Uuid, steps: number): void => {
    const step = stepped(sectionsIn(items), id, steps);
    if (step !== undefined) actions.arrange("move_section", id, step);
  };
  const run = (event: KeyboardEvent): void => {
    const command = keyCommand(event, document.documentElement.dir);
    if (headingAt(event) !== null && command?.type !== "go") return; // its buttons have keys of their own
    const { tasks } = session.store.view().state;
    const context = { actions, tasks, items, order, selection, setSelection, focusRow, open, setEditing, setPicker };
    if (command === undefined || !carryOut(command, context)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const events = useMemo<RowEvents>(
    () => ({
      press: (id, event) => {
        const selects = isTouch.current && grid.current?.dataset["selecting"] !== undefined;
        if (event.metaKey || event.ctrlKey || selects) setSelection((current) => selecting.toggled(current, id));
        else if (event.shiftKey) setSelection((current) => selecting.ranged(current, order, id));
        else open(id);
      },
      toggle: (id) => actions.toggle([id]),
      rename: (id) => setEditing(id),
      renamed: (id, title) => {
        setEditing(undefined);
        if (title !== undefined) actions.edit(id, { title });
        requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus());
      },
      focus: (id) => setSelection((current) => (current.active === id ? current : selecting.focused(current, id))),
      grab: drag.grab,
    }),
    [actions, drag.grab, open, order],
  );

  if (items.length === 0) return <div className="empty">{empty}</div>;
  const tabStop = active !== undefined && order.includes(active) ? active : order[0];
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- one of its rows always is in the order of tabs */}
      <div
        ref={grid}
        role="grid"
        className="list"
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={items.length}
        data-selecting={selection.chosen.size > 0 || undefined}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={(event) => run(event.nativeEvent)}
        {...longPress}
        onPointerDown={(event) => {
          isTouch.current = event.pointerType === "touch";
          longPress.onPointerDown(event);
        }}
        onFocus={(event) => {
          hadFocus.current = true;
          heading.current = headingAt(event.nativeEvent)?.querySelector<HTMLElement>("[data-id]")?.dataset["id"] as Uuid | undefined;
        }}
        onBlur={(event) => {
          if (event.relatedTarget !== null) hadFocus.current = false;
        }}
      >
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <div
              key={row.key}
              ref={virtual.measureElement}
              role="rowgroup"
              className="list-row"
              data-index={row.index}
              data-open={item.key === openId || undefined}
              data-drop={drag.drop?.index === row.index ? drag.drop.edge : undefined}
              data-dragged={drag.ids.includes(item.key as Uuid) || undefined}
              style={{ transform: `translateY(${row.start - virtual.options.scrollMargin}px)` }}
            >
              {item.kind === "heading" ? (
                <Heading item={item} today={today} events={headings} grab={drag.grab} step={stepSection} />
              ) : (
                <TaskRow
                  task={item.task}
                  today={today}
                  isTabStop={item.key === tabStop}
                  isChosen={selection.chosen.has(item.key)}
                  isEditing={item.key === editing}
                  isMovable={item.home !== undefined || item.day !== undefined}
                  showsProject={showsProject}
                  isUnderDay={item.day !== undefined}
                  events={events}
                />
              )}
            </div>
          );
        })}
      </div>
      {selection.chosen.size > 0 && (
        <Suspense>
          <BatchBar
            ids={selecting.targets(selection, order)}
            onPick={(kind, ids) => setPicker({ kind, ids })}
            onClear={() => setSelection({ ...selection, chosen: new Set() })}
          />
        </Suspense>
      )}
      {picker !== undefined && (
        <Suspense fallback={<LoadingDialog onClose={() => setPicker(undefined)} />}>
          <Picker {...picker} onClose={() => setPicker(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function headingAt({ target }: Event): Element | null {
  return target instanceof Element ? target.closest(".heading") : null;
}
