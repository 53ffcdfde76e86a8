/** What writes say of themselves. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isProblem, newId } from "@todo/contract";
import document from "@todo/contract/openapi.json" with { type: "json" };

import { ada } from "./person.ts";

function watched(clientName?: string) {
  const names: unknown[] = [];
  const keep = (request: Request): Promise<Response> => {
    names.push(request.headers.get("Client-Name"));
    return fetch(request);
  };
  return { names, todo: ada({ fetch: keep, ...(clientName !== undefined && { clientName }) }) };
}

test("a write says which program it comes from, and a read does not", async () => {
  const { names, todo } = watched();
  await todo.tasks.create({ title: "Weed" });
  await todo.tasks.list();

  assert.deepEqual(names, [`@todo/contract/${document.info.version}`, null]);
});

test("a program can have a name of its own", async () => {
  const { names, todo } = watched("the garden's robot");
  await todo.tasks.create({ title: "Weed" });

  assert.deepEqual(names, ["the garden's robot"]);
});

test("under one key a write is done once, and the key is good for nothing else", async () => {
  const { todo } = watched();
  const idempotencyKey = newId();
  const first = await todo.tasks.create({ title: "Mow" }, { idempotencyKey });

  assert.deepEqual(await todo.tasks.create({ title: "Mow" }, { idempotencyKey }), first);
  await assert.rejects(todo.tasks.create({ title: "Sow" }, { idempotencyKey }), (error) => {
    return isProblem(error, "key_reused");
  });
});
