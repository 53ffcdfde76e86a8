import type { CalendarDate, Instant, Uuid, WallClock } from "./schema.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/;

export function isUuid(text: string): text is Uuid {
  return UUID.test(text);
}

/** @throws TypeError if it is none. */
export function uuid(text: string): Uuid {
  if (!isUuid(text)) throw new TypeError("not a UUID such as 019a9d2e-6f00-7001-8000-5b1c7d3e9f42");
  return text;
}

/** A new UUIDv7 (RFC 9562, section 5.7): made before the request, it makes a create repeatable. */
export function newId(): Uuid {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(Date.now() / 2 ** 16));
  view.setUint16(4, Date.now() % 2 ** 16);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return uuid(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"));
}

/** @throws RangeError if the date is not valid. */
export function instant(date: Date): Instant {
  return date.toISOString() as Instant;
}

/**
 * A day such as 2026-12-24, or the day that it is at that moment on the clock of this machine.
 *
 * @throws TypeError if it is none.
 */
export function calendarDate(day: string | Date): CalendarDate {
  const text = typeof day === "string" ? day : local(day).slice(0, 10);
  if (!isDay(text)) throw new TypeError("not a date such as 2026-12-24");
  return text as CalendarDate;
}

/**
 * A date and time without a zone such as 2026-12-24T18:00, or what this machine's clock shows at that moment.
 *
 * @throws TypeError if it is none.
 */
export function wallClock(time: string | Date): WallClock {
  const text = typeof time === "string" ? time : local(time);
  const [day = "", clock = "", ...rest] = text.split("T");
  if (!isDay(day) || !TIME.test(clock) || rest.length > 0) {
    throw new TypeError("not a date and time such as 2026-12-24T18:00:00");
  }
  return text as WallClock;
}

/** Whether the calendar has it: `Date` itself takes February 30 for March 2. */
function isDay(text: string): boolean {
  const date = new Date(DAY.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function local(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
