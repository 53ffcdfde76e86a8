/** A server that answers what a test tells it to, in that order, and remembers what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { createTodoClient, type TodoClient, type TodoClientOptions } from "@todo/contract";

export type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

export interface Scripted extends AsyncDisposable {
  /** Method, path and token of each request so far. */
  readonly requests: string[];
  client(options?: Partial<TodoClientOptions>): TodoClient;
}

/** The last answer is given to all that come after it. */
export async function scripted(...answers: Answer[]): Promise<Scripted> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    request
      .resume()
      .on("end", () => answers[Math.min(requests.length, answers.length) - 1]?.(response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    requests,
    client: (options) => createTodoClient({ baseUrl, token: () => "token", ...options }),
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

export const page: Answer = (response) => answer(response, 200, { items: [], next_cursor: null });
export const task: Answer = (response) => answer(response, 201, { title: "Weed" });
export const silence: Answer = () => undefined;
export const hangUp: Answer = (response) => response.destroy();

/** Half of a page, and then the line is cut. */
export const half: Answer = (response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100" });
  response.write('{"items":', () => response.destroy());
};

/** A line, half of another, and then the line is cut. */
export const halfOfAnExport: Answer = (response) => {
  response.writeHead(200, { "Content-Type": "application/jsonl" });
  response.write('{"kind":"account"}\n{"kind":', () => response.destroy());
};

/** Half a line every 5 ms, until nobody listens any more. */
export const endlessExport: Answer = (response) => {
  let halves = 0;
  response.writeHead(200, { "Content-Type": "application/jsonl" });
  const clock = setInterval(() => response.write(halves++ % 2 === 0 ? '{"kind":' : '"task"}\n'), 5);
  response.on("close", () => clearInterval(clock));
};

/** A stream of events in these pieces, texts or single bytes, and then its end. */
export function streamOf(...pieces: (string | number)[]): Answer {
  return async (response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    for (const piece of pieces) {
      response.write(typeof piece === "string" ? piece : Uint8Array.of(piece));
      await new Promise(setImmediate);
    }
    response.end();
  };
}

export const webPage: Answer = (response) => {
  response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad gateway</h1>");
};

/** What the wireless network of a hotel answers to everything. */
export const welcome: Answer = (response) => {
  response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Accept our terms</h1>");
};

export function problem(status: number, code: string, headers: Record<string, string> = {}): Answer {
  const body = { type: "about:blank", title: "", status, code, detail: `It is ${code}.`, errors: [] };
  return (response) =>
    answer(response, status, body, { "Content-Type": "application/problem+json", ...headers });
}

function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
}
