import type { IncomingMessage } from "node:http";
import { BASE_PATH, CLIENT_ADDRESS } from "./auth.ts";
import { clientAddress } from "./addresses.ts";
import { type Endpoint, endpointAt } from "./endpoints.ts";
import type { Settings } from "./settings.ts";

const MAX_BODY_BYTES = 16 * 1024;
const MAX_QUERY_CHARACTERS = 1024;
const LEFT_OUT = /^(connection|content-length|expect|forwarded|host|keep-alive|te|trailer|transfer-encoding|upgrade|x-.*)$/;

/** Why a request is not even shown to Better Auth. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** What a request is for; Refused if that is nothing of ours. */
export function endpointOf(incoming: IncomingMessage, settings: Settings): Endpoint {
  const [path] = split(incoming.url ?? "");
  const isOurs = path.startsWith(`${BASE_PATH}/`);
  const endpoint = isOurs ? endpointAt(path.slice(BASE_PATH.length), settings.mail !== undefined) : undefined;
  if (!endpoint) throw new Refused(404, "NOT_FOUND", "There is nothing here.");
  if (incoming.method !== endpoint.method) {
    throw new Refused(405, "METHOD_NOT_ALLOWED", `It takes ${endpoint.method} only.`, { allow: endpoint.method });
  }
  return endpoint;
}

/** The request as Better Auth takes it; Refused for one that no sound client sends. */
export async function requestOf(incoming: IncomingMessage, endpoint: Endpoint, settings: Settings): Promise<Request> {
  const [path, query] = split(incoming.url ?? "");
  if (query.length > MAX_QUERY_CHARACTERS || !/^[\x21-\x7e]*$/.test(query) || /%00/.test(query)) {
    throw new Refused(400, "INVALID_QUERY", "The query cannot be read.");
  }
  const headers = headersOf(incoming, settings);
  const body = endpoint.method === "POST" ? await bodyOf(incoming) : undefined;
  if (body === undefined) headers.delete("content-type");
  return new Request(`${settings.issuer}${path}${query}`, {
    method: endpoint.method,
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

function split(url: string): [path: string, query: string] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url, ""] : [url.slice(0, mark), url.slice(mark)];
}

function headersOf(incoming: IncomingMessage, settings: Settings): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (typeof value === "string" && !LEFT_OUT.test(name)) headers.set(name, value);
  }
  const forwardedFor = incoming.headers["x-forwarded-for"];
  const told = Array.isArray(forwardedFor) ? forwardedFor.join(",") : forwardedFor;
  headers.set(CLIENT_ADDRESS, clientAddress(incoming.socket.remoteAddress, told, settings.proxies));
  return headers;
}

/** The body, if there is one: an object of JSON, in which no text is one that PostgreSQL cannot hold. */
async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const bytes = await read(incoming);
  if (bytes.length === 0) return undefined;
  if (!/^application\/json *(;|$)/i.test(incoming.headers["content-type"] ?? "")) {
    throw new Refused(415, "UNSUPPORTED_MEDIA_TYPE", "A body has to be application/json.");
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text, (key, each: unknown) => {
      if (key.includes("\0") || (typeof each === "string" && (each.includes("\0") || !each.isWellFormed()))) {
        throw new SyntaxError("a text that cannot be kept");
      }
      return each;
    });
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new SyntaxError("no object");
    return text;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new Refused(400, "INVALID_BODY", "The body has to be an object of JSON in UTF-8, without NUL.");
  }
}

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new Refused(413, "BODY_TOO_LARGE", `A body has ${MAX_BODY_BYTES} bytes at most.`, { connection: "close" });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
