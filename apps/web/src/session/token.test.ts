import assert from "node:assert/strict";
import { test } from "node:test";

import { SessionExpired, tokenSource } from "./token.ts";

/** A server that hands out tokens of five minutes, on a clock that the test sets. */
function server(): { now: number; asked: number; status: number; expired: number; granted: number; token: (isRefused: boolean) => Promise<string> } {
  const state = { now: 0, asked: 0, status: 200, expired: 0, granted: 0 };
  const token = tokenSource({
    now: () => state.now,
    expired: () => void (state.expired += 1),
    granted: () => void (state.granted += 1),
    fetch: async () => {
      state.asked += 1;
      const claims = btoa(JSON.stringify({ iat: 1_000, exp: 1_300, n: state.asked }));
      return Response.json({ token: `head.${claims}.signature` }, { status: state.status });
    },
  });
  return Object.assign(state, { token });
}

test("a token serves until a quarter of its life remains", async () => {
  const ours = server();
  const first = await ours.token(false);

  ours.now = 224_000;
  assert.equal(await ours.token(false), first);
  ours.now = 226_000;
  assert.notEqual(await ours.token(false), first);
  assert.equal(ours.asked, 2);
});

test("those who ask at once are answered by one request", async () => {
  const ours = server();

  const tokens = await Promise.all([ours.token(false), ours.token(false), ours.token(true)]);

  assert.equal(new Set(tokens).size, 1);
  assert.equal(ours.asked, 1);
});

test("a token that the API calls expired is not used again", async () => {
  const ours = server();
  const first = await ours.token(false);

  assert.notEqual(await ours.token(true), first);
});

test("a session that has ended is told, and asked again when somebody needs a token", async () => {
  const ours = server();
  ours.status = 401;
  await assert.rejects(ours.token(false), SessionExpired);
  assert.equal(ours.expired, 1);
  assert.equal(ours.granted, 0);

  ours.status = 200;
  assert.match(await ours.token(false), /^head\./);
  assert.equal(ours.granted, 1);
});

test("a server that fails has not ended the session", async () => {
  const ours = server();
  ours.status = 503;

  await assert.rejects(ours.token(false), (error) => !(error instanceof SessionExpired));
  assert.equal(ours.expired, 0);
});
