import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";

import { Standing, type Ending } from "./standing.ts";

/** A tab of a person's; closed when the test ends. */
function tab(context: TestContext, person: string): Standing {
  const standing = new Standing(person);
  context.after(() => standing.close());
  return standing;
}

/** When a tab has come to know it. */
function comesToKnow(standing: Standing, ending: Ending | undefined): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (standing.ending() === ending) resolve();
    };
    standing.subscribe(look);
    look();
  });
}

test("what one tab is told, all of the person's tabs know, and those opened later", async (context) => {
  const [one, other] = [tab(context, "ada"), tab(context, "ada")];
  one.end("session");
  await comesToKnow(other, "session");

  const later = tab(context, "ada");
  await comesToKnow(later, "session");
  later.renew();

  await Promise.all([comesToKnow(one, undefined), comesToKnow(other, undefined)]);
});

test("nobody else's tabs are told", async (context) => {
  const [ada, bob, bobs] = [tab(context, "ada"), tab(context, "bob"), tab(context, "bob")];
  ada.end("account");
  bob.end("session");
  await comesToKnow(bobs, "session");

  assert.equal(bob.ending(), "session");
});

test("an account that is gone is not taken for a session that has ended", (context) => {
  const ada = tab(context, "ada");
  ada.end("session");
  ada.end("account");
  ada.end("session");

  assert.equal(ada.ending(), "account");
});
