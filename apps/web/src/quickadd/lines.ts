/** So long the API lets titles be. */
export const LONGEST_TITLE = 500;
const NEAR = 50;

/** How much of a title's length is used, where that is worth telling. */
export function lengthToTell(title: string): number | undefined {
  const length = [...title].length;
  return length > LONGEST_TITLE - NEAR ? length : undefined;
}

/** The lines of a text that say something, without the marks of a list. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.replace(/^\s*[-*•–]\s+(?:\[[ x]?\]\s+)?/i, "").trim())
    .filter((line) => line !== "");
}

/** A text into which another one is pasted, in the place of what is selected. */
export function spliced(text: string, [start, end]: readonly [number, number], pasted: string): string {
  return text.slice(0, start) + pasted + text.slice(end);
}
