/** Where a request's token comes from. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { isProblem } from "@todo/contract";

import { ada, given } from "./person.ts";
import { page, problem, scripted } from "./scripted.ts";

test("each request has the token of its moment", async () => {
  let count = 0;
  await using server = await scripted(page);
  const todo = server.client({ token: async () => `token-${++count}` });

  await todo.tasks.list();
  await todo.tasks.list();

  assert.deepEqual(server.requests, ["GET /v1/tasks Bearer token-1", "GET /v1/tasks Bearer token-2"]);
});

test("a token that has expired is replaced, for any request, as nothing was done", async () => {
  const asked: boolean[] = [];
  const todo = ada({
    token: (expired) => {
      asked.push(expired);
      return given(expired ? "TOKEN_OF_ADA" : "EXPIRED_TOKEN_OF_ADA");
    },
  });

  const task = await todo.tasks.create({ title: "Weed" });
  assert.equal(
    (await todo.tasks.update(task.id, { title: "Weed the beds" }, { ifMatch: task })).title,
    "Weed the beds",
  );
  assert.deepEqual(asked, [false, true, false, true]);
});

test("it is replaced once", async () => {
  let count = 0;
  const todo = ada({ token: () => (count++, given("EXPIRED_TOKEN_OF_ADA")) });

  await assert.rejects(
    todo.account.get(),
    (error) => isProblem(error, "token_expired") && error.status === 401,
  );
  assert.equal(count, 2);
});

test("a token that was never good is not", async () => {
  await using server = await scripted(problem(401, "token_wrong_signature"));

  await assert.rejects(server.client().tasks.list(), (error) => isProblem(error, "token_wrong_signature"));
  assert.equal(server.requests.length, 1);
});

test("a token that cannot be had is the provider's own error", async () => {
  await using server = await scripted(page);
  const todo = server.client({ token: () => Promise.reject(new Error("signed out")) });

  await assert.rejects(todo.tasks.list(), /signed out/);
  assert.deepEqual(server.requests, []);
});
