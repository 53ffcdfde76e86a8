/** One event of a `text/event-stream`; `id` is the last one that was sent, with this event or before it. */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
  readonly id: string;
}

/** Makes events of text, wherever it was cut, as the HTML standard has it (section 9.2.6). */
export class EventParser {
  #rest = "";
  #endedInReturn = false;
  #name = "";
  #data: string[] = [];
  #id = "";

  /** The events that this piece of the stream completes. */
  push(text: string): StreamEvent[] {
    const piece = this.#endedInReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text !== "") this.#endedInReturn = text.endsWith("\r");
    const lines = (this.#rest + piece).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.#read(line) ?? []);
  }

  #read(line: string): StreamEvent | undefined {
    if (line === "") return this.#complete();
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#name = value;
    else if (field === "data") this.#data.push(value);
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    return undefined;
  }

  #complete(): StreamEvent | undefined {
    const event = { name: this.#name || "message", data: this.#data.join("\n"), id: this.#id };
    const isEmpty = this.#data.length === 0;
    this.#name = "";
    this.#data = [];
    return isEmpty ? undefined : event;
  }
}
