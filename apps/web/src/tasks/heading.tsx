import type { CalendarDate, SectionRead } from "@todo/contract";
import type { ReactElement } from "react";

import { dateInWords, dayInFull, dayInWords, weekdayInWords } from "../due/format.ts";
import { useLanguage, useMessages } from "../i18n/language.ts";
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
}

export function Heading({ item: { heading }, today, events }: HeadingProps): ReactElement {
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
      return (
        <Row kind="section">
          <h2>
            <bdi>{heading.section.name}</bdi>
          </h2>
          <button
            type="button"
            className="icon-button"
            aria-label={t.sectionActions(heading.section.name)}
            onClick={(event) => events?.section?.(heading.section, event.currentTarget.getBoundingClientRect())}
          >
            <Icon name="more" />
          </button>
        </Row>
      );
  }
}

function Row({ kind, children }: { readonly kind: string; readonly children: React.ReactNode }): ReactElement {
  return (
    <div role="row" className="heading" data-kind={kind}>
      <div role="gridcell" className="heading-cell">
        {children}
      </div>
    </div>
  );
}
