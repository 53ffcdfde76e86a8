import { calendarDate, wallClock, type CalendarDate, type Due, type Priority, type ProjectRead, type SectionRead } from "@todo/contract";

import { addDays, nextWeekday, today as todayOf } from "../due/calendar.ts";
import { foldText } from "../tasks/lists.ts";
import type { Words } from "./words.ts";

/** What a line can say besides its title. */
export type Part = "place" | "labels" | "priority" | "due";

export interface Understood {
  readonly title: string;
  /** What follows on a # and is no project's name; it stays in the title. */
  readonly unknown: string | undefined;
  readonly project: ProjectRead | undefined;
  readonly section: SectionRead | undefined;
  readonly labels: readonly string[];
  readonly priority: Priority | undefined;
  readonly due: Due | undefined;
}

export interface Context {
  readonly now: Date;
  readonly projects: readonly ProjectRead[];
  readonly sectionsOf: (project: ProjectRead) => readonly SectionRead[];
  readonly words: readonly Words[];
  /** What is not to be read out of the line: its words stay in the title. */
  readonly plain: ReadonlySet<Part>;
}

interface Piece {
  readonly text: string;
  readonly folded: string;
  isTaken: boolean;
}

/** What a line means: signs name projects, labels and priorities; the first day and time in it are when it is due. */
export function understand(line: string, context: Context): Understood {
  const pieces = line
    .split(/\s+/)
    .filter(Boolean)
    .map((text): Piece => ({ text, folded: foldWord(text), isTaken: false }));
  const { plain } = context;
  const place = plain.has("place") ? NOWHERE : takePlace(pieces, context);
  const labels = plain.has("labels") ? [] : takeLabels(pieces);
  const priority = plain.has("priority") ? undefined : takePriority(pieces, context.words);
  const due = plain.has("due") ? undefined : takeDue(pieces, context);
  const left = pieces.filter(({ isTaken }) => !isTaken).map(({ text }) => text);
  const isPlaced = place.project !== undefined || plain.has("place");
  const unknown = isPlaced ? undefined : left.find((text) => /^#\p{L}/u.test(text))?.slice(1);
  return { title: left.join(" "), ...place, unknown, labels, priority, due };
}

const NOWHERE = { project: undefined, section: undefined } as const;

/** `#Garden` or `#Home office/Desk`: names may have spaces, and the longest that fits is meant. */
function takePlace(pieces: Piece[], { projects, sectionsOf }: Context): Pick<Understood, "project" | "section"> {
  for (const [start, piece] of pieces.entries()) {
    if (!piece.folded.startsWith("#") || piece.folded.length < 2) continue;
    for (let end = Math.min(pieces.length, start + 8); end > start; end -= 1) {
      const wanted = pieces.slice(start, end).map(({ folded }) => folded).join(" ").slice(1);
      for (const project of projects) {
        const name = foldWord(project.name);
        const section = sectionsOf(project).find((each) => `${name}/${foldWord(each.name)}` === wanted);
        if (name !== wanted && section === undefined) continue;
        take(pieces, start, end);
        return { project, section };
      }
    }
  }
  return NOWHERE;
}

function takeLabels(pieces: Piece[]): string[] {
  const labels = new Map<string, string>();
  for (const piece of pieces) {
    if (piece.isTaken || !/^@[^@\s]{1,100}$/.test(piece.text)) continue;
    piece.isTaken = true;
    labels.set(piece.folded, piece.text.slice(1));
  }
  return [...labels.values()];
}

function takePriority(pieces: Piece[], words: readonly Words[]): Priority | undefined {
  for (const piece of pieces) {
    if (piece.isTaken || !piece.folded.startsWith("!")) continue;
    const name = piece.folded.slice(1);
    const priority = words.map(({ priorities }) => priorities[name]).find((each) => each !== undefined);
    if (priority === undefined) continue;
    piece.isTaken = true;
    return priority;
  }
  return undefined;
}

function takeDue(pieces: Piece[], { now, words }: Context): Due | undefined {
  const today = todayOf(now);
  const fillers = new Set(words.flatMap((each) => each.fillers));
  const free = (index: number): string => (pieces[index]?.isTaken === false ? pieces[index].folded : NO_WORD);
  const find = <Found>(read: (start: number) => readonly [Found, number] | undefined): Found | undefined => {
    for (let start = 0; start < pieces.length; start += 1) {
      const found = read(start);
      if (found === undefined) continue;
      take(pieces, start, start + found[1]);
      if (fillers.has(free(start - 1))) take(pieces, start - 1, start);
      return found[0];
    }
    return undefined;
  };
  const day = find((start) => words.map((each) => dayAt(free, start, today, each)).find((each) => each !== undefined));
  const time = find((start) => timeAt(free, start));
  if (time === undefined) return day === undefined ? undefined : { kind: "date", date: day };
  const isPast = time < wallClock(now).slice(11, 16);
  const date = day ?? (isPast ? addDays(today, 1) : today);
  return { kind: "floating", datetime: wallClock(`${date}T${time}:00`) };
}

type At = (index: number) => string;

/** What is there before the first word, after the last, and in the place of one that means something already. */
const NO_WORD = "\0";

/** A day that begins with this word, and of how many words it is. */
function dayAt(at: At, start: number, today: CalendarDate, words: Words): readonly [CalendarDate, number] | undefined {
  const [one, two, three] = [at(start), at(start + 1), at(start + 2)];
  const pair = `${one} ${two}`;
  const days = words.days[pair] ?? words.days[one];
  if (words.nextWeek.includes(pair)) return [nextWeekday(today, 1), 2];
  if (days !== undefined) return [addDays(today, days), pair in words.days ? 2 : 1];
  const unit = words.units[three];
  if (words.inWords.includes(one) && /^\d{1,3}$/.test(two) && unit !== undefined) return [addDays(today, Number(two) * unit), 3];
  const weekday = words.weekdays.findIndex((names) => names.includes(one));
  const stands = at(start + 1) === NO_WORD || timeAt(at, start + 1) !== undefined || words.fillers.includes(at(start - 1));
  if (weekday !== -1 && (stands || !words.ambiguous.includes(one))) return [nextWeekday(today, weekday), 1];
  if (/^(19|2\d)\d\d-\d\d-\d\d$/.test(one)) return only(asDay(one), 1);
  const numbers = /^(\d{1,2})\.(\d{1,2})\.((?:19|2\d)\d\d)$/.exec(one);
  if (numbers !== null) return only(coming(today, Number(numbers[2]), Number(numbers[1]), numbers[3]), 1);
  const month = (word: string): number => words.months.findIndex((names) => names.includes(word)) + 1;
  const number = /^(\d{1,2})(st|nd|rd|th|\.)?$/;
  const [dayFirst, dayLast] = [number.exec(one), number.exec(two)];
  if (dayFirst !== null && month(two) > 0) return only(coming(today, month(two), Number(dayFirst[1])), 2);
  if (month(one) > 0 && dayLast !== null) return only(coming(today, month(one), Number(dayLast[1])), 2);
  return undefined;
}

/** `17:00`, `5pm`, `5:30 pm`. */
function timeAt(at: At, start: number): readonly [string, number] | undefined {
  const one = at(start);
  const half = /^[ap]m$/.test(at(start + 1)) ? at(start + 1) : "";
  const match = /^(\d{1,2})(?::(\d\d))?(am|pm)?$/.exec(one);
  if (match === null) return undefined;
  const [, hours = "", minutes, suffix = half] = match;
  if (minutes === undefined && suffix === "") return undefined;
  const hour = suffix === "" ? Number(hours) : (Number(hours) % 12) + (suffix === "pm" ? 12 : 0);
  const isTime = hour < 24 && Number(minutes ?? 0) < 60 && (suffix === "" || (Number(hours) >= 1 && Number(hours) <= 12));
  if (!isTime) return undefined;
  const used = match[3] === undefined && half !== "" ? 2 : 1;
  return [`${String(hour).padStart(2, "0")}:${minutes ?? "00"}`, used];
}

/** This year, or the next if it is over. */
function coming(today: CalendarDate, month: number, day: number, year?: string): CalendarDate | undefined {
  const two = (part: number): string => String(part).padStart(2, "0");
  const rest = `-${two(month)}-${two(day)}`;
  const current = Number(today.slice(0, 4));
  const named = asDay(`${year ?? current}${rest}`);
  return year === undefined && named !== undefined && named < today ? asDay(`${current + 1}${rest}`) : named;
}

function asDay(text: string): CalendarDate | undefined {
  try {
    return calendarDate(text);
  } catch {
    return undefined; // 31.2. is a title's, too
  }
}

function only(day: CalendarDate | undefined, used: number): readonly [CalendarDate, number] | undefined {
  return day === undefined ? undefined : [day, used];
}

function take(pieces: Piece[], start: number, end: number): void {
  for (const piece of pieces.slice(start, end)) piece.isTaken = true;
}

/** Without capitals, accents, and the forms of alif; with Western digits. */
function foldWord(text: string): string {
  return foldText(text)
    .replace(/[أإآ]/g, "ا")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[,;]$/, "");
}
