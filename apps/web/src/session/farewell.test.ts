import assert from "node:assert/strict";
import { test } from "node:test";

import { Farewell } from "./farewell.ts";

/** A browser and a server of which a test says how it is; `pause` is where the test may mend it. */
function world(pause: () => void = () => undefined) {
  const state = { isMarked: false, status: 200 as number | "away", told: 0 };
  let last: Promise<void> = Promise.resolve();
  const farewell = new Farewell({
    mark: {
      isSet: () => state.isMarked,
      set: () => void (state.isMarked = true),
      clear: () => void (state.isMarked = false),
    },
    fetch: async () => {
      if (state.status === "away") throw new TypeError("Failed to fetch");
      if (state.status === 200) state.told += 1;
      return new Response("{}", { status: state.status });
    },
    alone: (work) => (last = last.catch(() => undefined).then(work)),
    pause: async () => pause(),
  });
  return { state, farewell };
}

test("who signs out is told of to the server once, and nothing is owed then", async () => {
  const { state, farewell } = world();

  await farewell.say();
  await farewell.keepTrying();

  assert.equal(state.told, 1);
  assert.equal(farewell.isOwed(), false);
});

for (const status of ["away", 502, 429] as const) {
  test(`it is owed until the server has taken it: ${status}`, async () => {
    let wasOwed = false;
    const { state, farewell } = world(() => {
      wasOwed = farewell.isOwed();
      state.status = 200;
    });
    state.status = status;

    await farewell.say();

    assert.equal(wasOwed, true);
    assert.equal(state.told, 1);
    assert.equal(farewell.isOwed(), false);
  });
}

test("nobody signs in before", async () => {
  const { state, farewell } = world();
  state.isMarked = true;
  state.status = "away";
  await assert.rejects(farewell.settle());
  assert.equal(farewell.isOwed(), true);

  state.status = 200;
  await Promise.all([farewell.settle(), farewell.settle()]);
  assert.equal(state.told, 1, "the second would sign out whoever came after the first");
});

test("nothing is told where nobody left", async () => {
  const { state, farewell } = world();

  await farewell.settle();
  await farewell.keepTrying();

  assert.equal(state.told, 0);
});
