// Fastify and Prisma: the client as it is generated, whose objects the responses' schemas write.
import { database } from "./environment.ts";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";
import { PRIORITIES } from "./schemas.ts";
import { serve, type Document } from "./server.ts";

const FIRST = `l${"1".padStart(12, "0")}`;

const names = new Map<string, string>();

const prisma = new PrismaClient({
  adapter: new PrismaPg(database, { statementNameGenerator: nameOf }),
  errorFormat: "minimal",
  omit: { task: { user_id: true, depth: true } },
});
const { account: accounts, task: tasks } = prisma;

type Task = NonNullable<Awaited<ReturnType<typeof find>>>;

function find(user_id: string, id: string) {
  return tasks.findUnique({ where: { user_id_id: { user_id, id } } });
}

function answer(task: Task | null | undefined): Document | undefined {
  return task ? { version: `${task.version}`, body: document(task) } : undefined;
}

function document(task: Task) {
  return {
    ...task,
    status: task.completed_at ? "completed" : "open",
    priority: PRIORITIES[task.priority],
    due: due(task),
    start_date: day(task.start_date),
    deadline_date: day(task.deadline_date),
    version: Number(task.version),
  };
}

function due({ due_kind: kind, due_at, due_timezone: timezone }: Task) {
  if (kind === "date") return { kind, date: day(due_at) };
  return due_at && { kind, datetime: due_at.toISOString().replace(/\.?0*Z$/, ""), timezone: timezone ?? undefined };
}

function day(midnight: Date | null) {
  return midnight && midnight.toISOString().slice(0, 10);
}

/** The position after this one: the twelve digits of its whole part count on. */
function following(position: string) {
  return `l${(BigInt(`0x${position.slice(1, 13)}`) + 1n).toString(16).padStart(12, "0")}`;
}

/** Without a name of its own a statement would be parsed and planned anew each time. */
function nameOf({ sql }: { sql: string }) {
  const name = names.get(sql) ?? `s${names.size}`;
  names.set(sql, name);
  return name;
}

await prisma.$connect();
await serve({
  async list(user_id, limit, after) {
    const rows = await tasks.findMany({
      where: { user_id, deleted_at: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      take: limit + 1,
      ...(after && { cursor: { user_id_id: { user_id, id: after.id } }, skip: 1 }),
    });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    return { items: page.map(document), next_cursor: last ? `${last.position}.${last.id}` : null };
  },

  read: async (user_id, id) => answer(await find(user_id, id)),

  async create(user_id, { title, notes, priority, labels }) {
    const [account, last] = await Promise.all([
      accounts.findUnique({ where: { user_id } }),
      tasks.findFirst({
        where: { user_id },
        orderBy: [{ position: "desc" }, { id: "desc" }],
        select: { position: true },
      }),
    ]);
    if (!account) return undefined;
    const now = new Date();
    const task = await tasks.create({
      data: {
        user_id,
        version: 1,
        created_at: now,
        updated_at: now,
        project_id: account.inbox_id,
        depth: 1,
        position: last ? following(last.position) : FIRST,
        title: title.trim(),
        notes,
        priority: PRIORITIES.indexOf(priority),
        labels,
      },
    });
    return answer(task);
  },

  async update(user_id, id, { title }, version) {
    const [task] = await tasks.updateManyAndReturn({
      where: { user_id, id, deleted_at: null, version },
      data: { title: title.trim(), updated_at: new Date(), version: { increment: 1 } },
    });
    if (task) return answer(task);
    return (await tasks.findFirst({ where: { user_id, id, deleted_at: null } })) ? "stale" : undefined;
  },

  async complete(user_id, id) {
    const now = new Date();
    const [task] = await tasks.updateManyAndReturn({
      where: { user_id, id, deleted_at: null, completed_at: null },
      data: { completed_at: now, updated_at: now, version: { increment: 1 } },
    });
    return answer(task ?? (await tasks.findFirst({ where: { user_id, id, deleted_at: null } })));
  },

  async trash(user_id, id) {
    const now = new Date();
    const { count } = await tasks.updateMany({
      where: { user_id, id, deleted_at: null },
      data: { deleted_at: now, updated_at: now, version: { increment: 1 } },
    });
    return count > 0 || (await find(user_id, id)) !== null;
  },
});
