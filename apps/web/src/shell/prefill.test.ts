import { newId } from "@todo/contract";
import assert from "node:assert/strict";
import { test } from "node:test";

import { today } from "../due/calendar.ts";
import { prefillAt } from "./prefill.ts";

test("what is added goes to what is on the screen", () => {
  const project = newId();

  assert.deepEqual(prefillAt({ pathname: `/project/${project}`, search: {} }), { home: { project_id: project } });
  assert.deepEqual(prefillAt({ pathname: "/today", search: {} }), { due: { kind: "date", date: today() } });
  assert.deepEqual(prefillAt({ pathname: "/label", search: { name: "home" } }), { labels: ["home"] });
  for (const pathname of ["/inbox", "/project/nonsense", "/trash"]) assert.deepEqual(prefillAt({ pathname, search: {} }), {});
});
