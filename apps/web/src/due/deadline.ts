import type { CalendarDate } from "@todo/contract";

import type { Messages } from "../i18n/en.ts";
import { daysBetween } from "./calendar.ts";
import { dayInWords } from "./format.ts";

/** Beyond this the date says more than the number of days. */
const COUNTED_DAYS = 14;

/** How long there is still time, or since when there is none; what is far away has its date. */
export function deadlineInWords(deadline: CalendarDate, today: CalendarDate, language: string, t: Messages): string {
  const days = daysBetween(today, deadline);
  if (days < 0) return t.daysLate(-days);
  if (days === 0 || days > COUNTED_DAYS) return dayInWords(deadline, today, language, t);
  return t.daysLeft(days);
}
