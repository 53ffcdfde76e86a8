import type { SyncEvent, SyncStatus } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { watchAccount } from "./account-watch.ts";

/** A copy that goes through statuses, and a server that has the session, or has it no more. */
function world() {
  let hear: (event: SyncEvent) => void = () => undefined;
  const { promise: paused, resolve: goOn } = Promise.withResolvers<void>();
  const state = { asked: 0, isThere: true };
  const isDoubtful = watchAccount({
    replica: {
      subscribe: (listener) => {
        hear = listener;
        return () => undefined;
      },
    },
    ask: async () => {
      state.asked += 1;
      if (!state.isThere) throw new Error("The session has ended.");
    },
    pause: () => paused,
  });
  const go = (...statuses: SyncStatus[]): void => {
    for (const status of statuses) hear({ type: "status", status });
  };
  return { state, isDoubtful, go, goOn };
}

/** Until all that can happen has. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("a first load that breaks off and goes on is no reason to ask", () => {
  const { state, isDoubtful, go } = world();
  go("loading", "offline", "loading", "offline", "loading", "live", "offline", "live");

  assert.equal(isDoubtful(), false);
  assert.equal(state.asked, 0);
});

test("a feed that begins anew is, at once", () => {
  const { state, isDoubtful, go } = world();
  go("live", "loading");

  assert.equal(isDoubtful(), true);
  assert.equal(state.asked, 1);
});

test("a session that is still there a while later ends the doubt", async () => {
  const { state, isDoubtful, go, goOn } = world();
  go("live", "loading", "live");
  await settled();
  assert.equal(isDoubtful(), true, "the account goes before the session");

  goOn();
  await settled();
  assert.equal(isDoubtful(), false);
  assert.equal(state.asked, 2);
});

test("without an answer, the doubt stays", async () => {
  const { state, isDoubtful, go, goOn } = world();
  state.isThere = false;
  go("polling", "loading");
  goOn();
  await settled();

  assert.equal(isDoubtful(), true);
});
