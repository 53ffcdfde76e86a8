// JSON Schema, for Ajv to check what comes in and for fast-json-stringify to write what goes out.

/** Their places are the ranks that the table keeps. */
export const PRIORITIES = ["none", "low", "medium", "high", "urgent"] as const;

export interface TaskCreate {
  title: string;
  notes: string;
  priority: (typeof PRIORITIES)[number];
  labels: string[];
}

export interface TaskUpdate {
  title: string;
}

const NOT_BLANK = "^[^\\0]*[^\\0\\s][^\\0]*$"; // nor anything with NUL in it, which PostgreSQL cannot store
const TITLE = { type: "string", maxLength: 500, pattern: NOT_BLANK };
const NOTES = { type: "string", maxLength: 16_384, pattern: "^[^\\0]*$" };
const LABEL = { type: "string", maxLength: 100, pattern: NOT_BLANK };

export const TASK_CREATE = {
  type: "object",
  additionalProperties: false,
  required: ["title"],
  properties: {
    title: TITLE,
    notes: { ...NOTES, default: "" },
    priority: { enum: PRIORITIES, default: "none" },
    labels: { type: "array", maxItems: 50, uniqueItems: true, items: LABEL, default: [] },
  },
};

export const TASK_UPDATE = {
  type: "object",
  additionalProperties: false,
  required: ["title"],
  properties: { title: TITLE },
};

export const TASK_PLACE = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "string", format: "uuid" } },
};

export const IF_MATCH = {
  type: "object",
  required: ["if-match"],
  properties: { "if-match": { type: "string", pattern: '^"[0-9]{1,15}"$' } },
};

export const PAGE_QUERY = {
  type: "object",
  additionalProperties: false,
  properties: {
    limit: { type: "string", pattern: "^([1-9][0-9]?|1[0-9]{2}|200)$", default: "50" },
    cursor: { type: "string", pattern: "^[A-Za-z][0-9a-f]+\\.[0-9a-f-]{36}$" },
  },
};

const string = { type: "string" };
const instant = { type: "string", format: "date-time" };
const optional = (schema: object) => ({ ...schema, nullable: true });

export const TASK = {
  type: "object",
  properties: {
    id: string,
    title: string,
    notes: string,
    status: string,
    priority: string,
    due: {
      type: "object",
      nullable: true,
      properties: { kind: string, date: string, datetime: string, timezone: string },
    },
    start_date: optional(string),
    deadline_date: optional(string),
    duration_minutes: optional({ type: "integer" }),
    labels: { type: "array", items: string },
    project_id: string,
    section_id: optional(string),
    parent_id: optional(string),
    position: string,
    version: { type: "integer" },
    created_at: instant,
    updated_at: instant,
    completed_at: optional(instant),
    deleted_at: optional(instant),
  },
};

export const TASK_PAGE = {
  type: "object",
  properties: { items: { type: "array", items: TASK }, next_cursor: optional(string) },
};
