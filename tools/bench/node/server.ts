import Fastify, { type FastifyReply } from "fastify";
import { authenticate } from "./auth.ts";
import { port } from "./environment.ts";
import { Refused } from "./refused.ts";
import {
  IF_MATCH,
  PAGE_QUERY,
  TASK,
  TASK_CREATE,
  TASK_PAGE,
  TASK_PLACE,
  TASK_UPDATE,
  type TaskCreate,
  type TaskUpdate,
} from "./schemas.ts";

/** What is answered: an object for the response's schema, or JSON that is written already. */
type Body = object | string;

export interface Document {
  version: string;
  body: Body;
}

/** After which task a page begins. */
export interface Place {
  position: string;
  id: string;
}

/** Everybody's tasks; a method that is asked for one of somebody else's finds nothing. */
export interface Tasks {
  list(userId: string, limit: number, after: Place | undefined): Promise<Body>;
  read(userId: string, id: string): Promise<Document | undefined>;
  create(userId: string, task: TaskCreate): Promise<Document | undefined>;
  update(userId: string, id: string, update: TaskUpdate, version: number): Promise<Document | "stale" | undefined>;
  complete(userId: string, id: string): Promise<Document | undefined>;
  /** Whether there is such a task. */
  trash(userId: string, id: string): Promise<boolean>;
}

interface ById {
  Params: { id: string };
}

/** Answer the benchmark's requests until the process is ended. */
export async function serve(tasks: Tasks): Promise<void> {
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false } } });

  app.get("/healthz", () => ({ status: "ok" }));

  app.register(async (v1) => {
    v1.decorateRequest("userId", "");
    v1.addHook("onRequest", authenticate);

    v1.get<{ Querystring: { limit: string; cursor?: string } }>(
      "/tasks",
      { schema: { querystring: PAGE_QUERY, response: { 200: TASK_PAGE } } },
      async ({ userId, query }, reply) => {
        const [position, id] = query.cursor?.split(".") ?? [];
        reply.type("application/json");
        return tasks.list(userId, Number(query.limit), position && id ? { position, id } : undefined);
      },
    );

    v1.post<{ Body: TaskCreate }>(
      "/tasks",
      { schema: { body: TASK_CREATE, response: { 201: TASK } } },
      async ({ userId, body }, reply) => {
        reply.code(201);
        return answered(reply, await tasks.create(userId, body));
      },
    );

    v1.get<ById>(
      "/tasks/:id",
      { schema: { params: TASK_PLACE, response: { 200: TASK } } },
      async ({ userId, params }, reply) => answered(reply, await tasks.read(userId, params.id)),
    );

    v1.patch<ById & { Body: TaskUpdate; Headers: { "if-match": string } }>(
      "/tasks/:id",
      { schema: { params: TASK_PLACE, headers: IF_MATCH, body: TASK_UPDATE, response: { 200: TASK } } },
      async ({ userId, params, headers, body }, reply) => {
        const version = Number(headers["if-match"].slice(1, -1));
        const document = await tasks.update(userId, params.id, body, version);
        if (document === "stale") throw new Refused(412, "The task has changed.");
        return answered(reply, document);
      },
    );

    v1.put<ById>(
      "/tasks/:id/completion",
      { schema: { params: TASK_PLACE, response: { 200: TASK } } },
      async ({ userId, params }, reply) => answered(reply, await tasks.complete(userId, params.id)),
    );

    v1.delete<ById>("/tasks/:id", { schema: { params: TASK_PLACE } }, async ({ userId, params }, reply) => {
      if (!(await tasks.trash(userId, params.id))) throw new Refused(404, "There is no such task.");
      reply.code(204);
    });
  }, { prefix: "/v1" });

  await app.listen({ host: "127.0.0.1", port });
}

function answered(reply: FastifyReply, document: Document | undefined): Body {
  if (!document) throw new Refused(404, "There is no such task.");
  reply.header("etag", `"${document.version}"`).type("application/json");
  return document.body;
}
