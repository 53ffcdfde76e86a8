import type { CalendarDate, SectionRead, Uuid } from "@todo/contract";
import type { KeyboardEvent, PointerEvent, ReactElement, ReactNode } from "react";

import type { Grab } from "../dragging/pointer-drag.ts";
import { MOVING_KEYS, stepsOf } from "../dragging/steps.ts";
import { dateInWords, dayInFull, dayInWords, weekdayInWords } from "../due/format.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
import { useShell } from "../shell/shell-context.ts";
import { Icon } from "../ui/icons.tsx";
import type { HeadingItem } from "./lists.ts";

/** What the headings of a view can do. */
export interface HeadingEvents {
  readonly toggleCompleted?: () => void;
  readonly section?: (section: SectionRead, anchor: DOMRect) => void;
}

interface HeadingProps {
  readonly item: HeadingItem;
  readonly today: CalendarDate;
  readonly events: HeadingEvents | undefined;
  readonly grab: Grab<Uuid>;
  /** A section up or down. */
  readonly step: (id: Uuid, steps: number) => void;
}

export function Heading({ item: { heading }, today, events, grab, step }: HeadingProps): ReactElement {
  const t = useMessages();
  const language = useLanguage();
  switch (heading.type) {
    case "completed":
      return (
        <Row kind="completed">
          <button type="button" className="quiet" aria-expanded={heading.isOpen} onClick={events?.toggleCompleted}>
            {heading.isOpen ? t.hideCompleted : t.showCompleted(heading.count)}
          </button>
        </Row>
      );
    case "overdue":
      return (
        <Row kind="overdue">
          <h2>{t.overdue}</h2>
        </Row>
      );
    case "day": {
      const words = dayInWords(heading.day, today, language, t);
      const isNamed = words === weekdayInWords(heading.day, language, "long");
      const detail = isNamed ? dateInWords(heading.day, language) : dayInFull(heading.day, language);
      return (
        <Row kind="day">
          <h2>
            {words} <span className="heading-detail">{detail}</span>
          </h2>
        </Row>
      );
    }
    case "section":
      return <SectionHeading section={heading.section} events={events} grab={grab} step={step} />;
  }
}

interface SectionHeadingProps extends Pick<HeadingProps, "events" | "grab" | "step"> {
  readonly section: SectionRead;
}

function SectionHeading({ section, events, grab, step }: SectionHeadingProps): ReactElement {
  const t = useMessages();
  const shell = useShell();
  return (
    <Row
      kind="section"
      onPointerDown={(event) => grab(section.id, event)}
      onKeyDown={(event) => {
        const steps = stepsOf(event);
        if (steps === 0) return;
        event.preventDefault();
        event.stopPropagation();
        step(section.id, steps);
      }}
    >
      <span className="task-grip" data-grip="" title={t.dragPlace(section.name)}>
        <Icon name="grip" size={16} />
      </span>
      <h2>
        <bdi>{section.name}</bdi>
      </h2>
      <button
        type="button"
        className="icon-button"
        data-id={section.id}
        aria-label={t.addToSection(section.name)}
        aria-keyshortcuts={MOVING_KEYS}
        title={t.addTask}
        onClick={() => shell.quickAdd({ home: { section_id: section.id } })}
      >
        <Icon name="plus" />
      </button>
      {events?.section !== undefined && (
        <button
          type="button"
          className="icon-button"
          aria-label={t.sectionActions(section.name)}
          aria-keyshortcuts={MOVING_KEYS}
          onClick={(event) => events.section?.(section, event.currentTarget.getBoundingClientRect())}
        >
          <Icon name="more" />
        </button>
      )}
    </Row>
  );
}

interface RowProps {
  readonly kind: string;
  readonly children: ReactNode;
  readonly onPointerDown?: (event: PointerEvent) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

function Row({ kind, children, ...events }: RowProps): ReactElement {
  return (
    <div role="row" className="heading" data-kind={kind} {...events}>
      <div role="gridcell" className="heading-cell">
        {children}
      </div>
    </div>
  );
}
