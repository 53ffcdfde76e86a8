import createClient from "openapi-fetch";

import { Account } from "./account.js";
import { Activity } from "./activity.js";
import { Batches } from "./batches.js";
import { Feed } from "./feed.js";
import type { Http } from "./http.js";
import { Labels } from "./labels.js";
import { Projects } from "./projects.js";
import type { paths } from "./schema.js";
import { Sections } from "./sections.js";
import { Tasks } from "./tasks.js";
import { transport, type Transport } from "./transport.js";
import { Trash } from "./trash.js";

const TIMEOUT_MS = 15_000;
const RETRIES = 2;
const CLIENT_NAME = "@todo/contract/0.1.0";

export interface TodoClientOptions extends Pick<Transport, "token">, Partial<Omit<Transport, "token">> {
  /** Where the API is, such as https://api.example.com; its paths follow. */
  readonly baseUrl: string;
}

/** One user's todo. Calls answer with the document, or throw `TodoProblem` or `TodoUnreachable`. */
export interface TodoClient {
  readonly account: Account;
  readonly projects: Projects;
  readonly sections: Sections;
  readonly labels: Labels;
  readonly tasks: Tasks;
  readonly trash: Trash;
  readonly changes: Feed;
  readonly activity: Activity;
  readonly batches: Batches;
  readonly http: Http;
}

export function createTodoClient(options: TodoClientOptions): TodoClient {
  const { baseUrl, token, timeout = TIMEOUT_MS, retry = RETRIES, clientName = CLIENT_NAME } = options;
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const http = createClient<paths>({
    baseUrl,
    fetch: transport({ token, timeout, retry, clientName, fetch }),
  });
  return {
    account: new Account(http),
    projects: new Projects(http),
    sections: new Sections(http),
    labels: new Labels(http),
    tasks: new Tasks(http),
    trash: new Trash(http),
    changes: new Feed(http),
    activity: new Activity(http),
    batches: new Batches(http),
    http,
  };
}
