// Generated from openapi.json by `uv run codegen`; what is edited here is lost.

declare const brand: unique symbol;
/** A string of which more is known than that it is one: it can be used as a string, but no string as it. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };
/** A UUID (RFC 9562), in hexadecimal digits and hyphens. */
export type Uuid = Branded<"Uuid">;
/** A moment, with its offset from UTC (RFC 3339). */
export type Instant = Branded<"Instant">;
/** A day of the calendar, such as 2026-12-24. */
export type CalendarDate = Branded<"CalendarDate">;
/** A date and time as a clock on the wall shows them: no offset. */
export type WallClock = Branded<"WallClock">;

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell that the process is alive */
        get: operations["check_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether requests can be served
         * @description Nobody has told the process to stop, the database answers, and its schema is the one that this version works with, or a later one: what is added to it while this version still serves is nothing that it has to know.
         */
        get: operations["check_readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the account
         * @description It is made when it is first looked at or written to. Its version is the `ETag` of every list.
         */
        get: operations["get_account"];
        put?: never;
        post?: never;
        /**
         * Delete the account
         * @description Everything of this user is gone at once and for good.
         */
        delete: operations["delete_account"];
        options?: never;
        head?: never;
        /**
         * Change the account
         * @description What is left out stays as it is, and a request without any field changes nothing.
         */
        patch: operations["update_account"];
        trace?: never;
    };
    "/v1/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything of this user
         * @description As JSON Lines: the account, then projects, sections, labels and tasks, the trash included, all as of one moment.
         */
        get: operations["export_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened
         * @description Newest first, an item for each thing that a change touched, with the fields that it changed. Of what was deleted for good only that it was is kept.
         */
        get: operations["list_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do several writes
         * @description In one transaction and in their order: all of them or none, or each that can be done. The answer is 200 in any case, and has a result for each operation. Every operation is a change of its own, which can be undone.
         */
        post: operations["run_batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the feed
         * @description Without a cursor it is everything there is, page by page, as of one version; from then on it is what was changed since. Things come in the order in which they were changed last, each as it is now, or with no data if it is gone for good. A cursor is good for 90 days at least.
         */
        get: operations["list_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the feed
         * @description Server-sent events, one after the other from the cursor on, without a gap. `changes` has a page of the feed as its data and that page's cursor as its id. `pull` says that too much has happened to be told here: read the feed to its end, and connect again. The stream ends when the token does and when the server stops: connect again, with the last cursor. Comments come while there is nothing to tell, every 15 seconds.
         */
        get: operations["stream_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List labels
         * @description In their order.
         */
        get: operations["list_labels"];
        put?: never;
        /**
         * Create a label
         * @description It goes to the end of the order. With an id of your own the request can be repeated: a second time it answers the label that is there. If-Match names a version of the account.
         */
        post: operations["create_label"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/labels/{label_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a label */
        get: operations["get_label"];
        put?: never;
        post?: never;
        /**
         * Delete a label
         * @description It is taken off every task, in the same change.
         */
        delete: operations["delete_label"];
        options?: never;
        head?: never;
        /**
         * Change a label
         * @description What is left out stays as it is, null clears, and a request without any field changes nothing. A new name takes the place of the old one on every task, in the same change.
         */
        patch: operations["update_label"];
        trace?: never;
    };
    "/v1/labels/{label_id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a label to another place in the order */
        put: operations["move_label"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List projects
         * @description In their order, the inbox among them; `trash=true` lists those in the trash.
         */
        get: operations["list_projects"];
        put?: never;
        /**
         * Create a project
         * @description It goes to the end of the order. With an id of your own the request can be repeated: a second time it answers the project that is there. If-Match names a version of the account.
         */
        post: operations["create_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a project */
        get: operations["get_project"];
        put?: never;
        post?: never;
        /**
         * Put a project into the trash
         * @description Its sections and tasks go along; all of it can be restored. The inbox stays. Doing it twice is doing it once.
         */
        delete: operations["trash_project"];
        options?: never;
        head?: never;
        /**
         * Change a project
         * @description What is left out stays as it is, null clears, and a request without any field changes nothing. The inbox cannot be archived.
         */
        patch: operations["update_project"];
        trace?: never;
    };
    "/v1/projects/{project_id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a project to another place in the order */
        put: operations["move_project"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{project_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Restore a project from the trash
         * @description The sections and tasks that went there with it come along. Doing it twice is doing it once.
         */
        put: operations["restore_project"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sections, of one project or of all
         * @description In their order; those of projects in the trash are not listed.
         */
        get: operations["list_sections"];
        put?: never;
        /**
         * Create a section
         * @description It goes to the end of its project. With an id of your own the request can be repeated: a second time it answers the section that is there. If-Match names a version of the account.
         */
        post: operations["create_section"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sections/{section_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a section */
        get: operations["get_section"];
        put?: never;
        post?: never;
        /**
         * Delete a section
         * @description Its tasks stay in the project.
         */
        delete: operations["delete_section"];
        options?: never;
        head?: never;
        /**
         * Change a section
         * @description What is left out stays as it is, and a request without any field changes nothing.
         */
        patch: operations["update_section"];
        trace?: never;
    };
    "/v1/sections/{section_id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Move a section to another place in the order */
        put: operations["move_section"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tasks
         * @description Everything that is not in the trash, unless the filters say otherwise; `trash=true` lists the trash.
         */
        get: operations["list_tasks"];
        put?: never;
        /**
         * Create a task
         * @description It goes to the end of where it belongs. With an id of your own the request can be repeated: a second time it answers the task that is there. If-Match names a version of the account.
         */
        post: operations["create_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a task
         * @description Tasks in the trash are shown, too.
         */
        get: operations["get_task"];
        put?: never;
        post?: never;
        /**
         * Put a task into the trash
         * @description Its subtasks go along; all of them can be restored. Doing it twice is doing it once.
         */
        delete: operations["trash_task"];
        options?: never;
        head?: never;
        /**
         * Change a task
         * @description What is left out stays as it is, null clears, and a request without any field changes nothing.
         */
        patch: operations["update_task"];
        trace?: never;
    };
    "/v1/tasks/{task_id}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened to a task
         * @description Newest first, also of a task in the trash.
         */
        get: operations["list_task_activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Complete a task
         * @description Its open subtasks are completed in the same change. Doing it twice is doing it once.
         */
        put: operations["complete_task"];
        post?: never;
        /**
         * Reopen a task
         * @description Only this one; its subtasks stay completed. Doing it twice is doing it once.
         */
        delete: operations["reopen_task"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/position": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Move a task
         * @description To another project, section or parent, or to another place among its siblings; its subtasks go along.
         */
        put: operations["move_task"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{task_id}/restoration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Restore a task from the trash
         * @description The subtasks that went there with it come along. If its parent is gone it comes back at the top level, and if its project is gone, in the inbox. Doing it twice is doing it once.
         */
        put: operations["restore_task"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Empty the trash
         * @description Tasks, and projects with their sections, are deleted for good. If-Match names a version of the account.
         */
        delete: operations["empty_trash"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trash/{task_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a task from the trash
         * @description It is gone for good, with its subtasks. A task that is not in the trash is not found here.
         */
        delete: operations["purge_task"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo changes
         * @description All of them or none, the newest first. Each becomes a change of its own; undoing those does everything again. What was changed again later, or would break a rule, is not undone; `errors` then says what stands in the way.
         */
        post: operations["undo_changes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * AccountChanged
         * @description The account is told by the id of its inbox.
         * @example {
         *       "data": {
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "inbox_id": "019a9d2e-6f00-7001-8000-5b1c7d3e9f42",
         *         "timezone": "Europe/Berlin",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "user_id": "pLw3kq8Zc1XvN0tRb7YsGfHd2MjE5uAo",
         *         "version": 1795234567890
         *       },
         *       "id": "019a9d2e-6f00-7001-8000-5b1c7d3e9f42",
         *       "kind": "account",
         *       "version": 1795234567890
         *     }
         */
        AccountChanged: {
            data: components["schemas"]["AccountRead"];
            /** Format: uuid */
            id: Uuid;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "account";
            /**
             * Format: int64
             * @description Of the account, when this was changed last.
             */
            version: number;
        };
        /**
         * AccountLine
         * @example {
         *       "data": {
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "inbox_id": "019a9d2e-6f00-7001-8000-5b1c7d3e9f42",
         *         "timezone": "Europe/Berlin",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "user_id": "pLw3kq8Zc1XvN0tRb7YsGfHd2MjE5uAo",
         *         "version": 1795234567890
         *       },
         *       "kind": "account"
         *     }
         */
        AccountLine: {
            data: components["schemas"]["AccountRead"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "account";
        };
        /**
         * AccountRead
         * @example {
         *       "created_at": "2026-11-21T08:30:00.000000+00:00",
         *       "inbox_id": "019a9d2e-6f00-7001-8000-5b1c7d3e9f42",
         *       "timezone": "Europe/Berlin",
         *       "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *       "user_id": "pLw3kq8Zc1XvN0tRb7YsGfHd2MjE5uAo",
         *       "version": 1795234567890
         *     }
         */
        AccountRead: {
            /** Format: date-time */
            created_at: Instant;
            /** Format: uuid */
            inbox_id: Uuid;
            timezone: string;
            /** Format: date-time */
            updated_at: Instant;
            user_id: string;
            /** Format: int64 */
            version: number;
        };
        /**
         * AccountUpdate
         * @example {
         *       "timezone": "Europe/Berlin"
         *     }
         */
        AccountUpdate: {
            /** @example Europe/Berlin */
            timezone?: string;
        };
        /**
         * ActivityPage
         * @example {
         *       "items": [
         *         {
         *           "at": "2026-11-21T08:30:00.000000+00:00",
         *           "change_id": 1795234567891,
         *           "client": "web/1.4.2",
         *           "fields": [
         *             {
         *               "field": "due",
         *               "new": {
         *                 "datetime": "2026-12-24T18:00:00",
         *                 "kind": "zoned",
         *                 "timezone": "Europe/Berlin"
         *               },
         *               "old": null
         *             }
         *           ],
         *           "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *           "kind": "task",
         *           "op": "updated"
         *         }
         *       ],
         *       "next_cursor": null
         *     }
         */
        ActivityPage: {
            items: components["schemas"]["ActivityRead"][];
            next_cursor: string | null;
        };
        /**
         * ActivityRead
         * @description What one change did to one thing. Of what was deleted for good, no fields are kept.
         * @example {
         *       "at": "2026-11-21T08:30:00.000000+00:00",
         *       "change_id": 1795234567891,
         *       "client": "web/1.4.2",
         *       "fields": [
         *         {
         *           "field": "due",
         *           "new": {
         *             "datetime": "2026-12-24T18:00:00",
         *             "kind": "zoned",
         *             "timezone": "Europe/Berlin"
         *           },
         *           "old": null
         *         }
         *       ],
         *       "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *       "kind": "task",
         *       "op": "updated"
         *     }
         */
        ActivityRead: {
            /** Format: date-time */
            at: Instant;
            /**
             * Format: int64
             * @description The change, which may have touched other things too.
             */
            change_id: number;
            /** @description What the client called itself in `Client-Name`. */
            client: string | null;
            fields: components["schemas"]["FieldChange"][];
            /**
             * Format: uuid
             * @description Of the thing; the account is told by the id of its inbox.
             */
            id: Uuid;
            kind: components["schemas"]["Kind"];
            op: components["schemas"]["Op"];
        };
        /**
         * Batch
         * @description Up to 100 writes, done in their order; later ones see what earlier ones did, also the ids that they chose.
         * @example {
         *       "mode": "atomic",
         *       "operations": [
         *         {
         *           "body": {
         *             "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *             "title": "Water the tomatoes"
         *           },
         *           "op": "create_task"
         *         },
         *         {
         *           "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *           "op": "complete_task"
         *         }
         *       ]
         *     }
         */
        Batch: {
            /**
             * @description All of them or, if one cannot be done, none; or each that can be done.
             * @default atomic
             * @enum {string}
             */
            mode?: "atomic" | "each";
            operations: (components["schemas"]["CreateTask"] | components["schemas"]["UpdateTask"] | components["schemas"]["MoveTask"] | components["schemas"]["CreateProject"] | components["schemas"]["UpdateProject"] | components["schemas"]["MoveProject"] | components["schemas"]["CreateSection"] | components["schemas"]["UpdateSection"] | components["schemas"]["MoveSection"] | components["schemas"]["CreateLabel"] | components["schemas"]["UpdateLabel"] | components["schemas"]["MoveLabel"] | components["schemas"]["CompleteTask"] | components["schemas"]["ReopenTask"] | components["schemas"]["TrashTask"] | components["schemas"]["RestoreTask"] | components["schemas"]["PurgeTask"] | components["schemas"]["TrashProject"] | components["schemas"]["RestoreProject"] | components["schemas"]["DeleteSection"] | components["schemas"]["DeleteLabel"])[];
        };
        /**
         * BatchRead
         * @description The results, in the order of the operations.
         * @example {
         *       "committed": true,
         *       "results": [
         *         {
         *           "change_id": 1795234567890,
         *           "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *           "problem": null,
         *           "status": 201,
         *           "version": 1795234567890
         *         }
         *       ]
         *     }
         */
        BatchRead: {
            /** @description False if one could not be done, so that none was. */
            committed: boolean;
            results: components["schemas"]["BatchResult"][];
        };
        /**
         * BatchResult
         * @description What came of one operation.
         */
        BatchResult: {
            /** @description The change that was made, if any; it can be undone. */
            change_id: number | null;
            /** @description Of what was written. */
            id: Uuid | null;
            /** @description What was wrong, if it was not done. */
            problem: components["schemas"]["Problem"] | null;
            /**
             * Format: int32
             * @description As its own request would have had.
             * @example 201
             */
            status: number;
            /** @description The current one; null where there is none any more. */
            version: number | null;
        };
        /**
         * Changes
         * @description Things in the order in which they were changed last, each once, as they are now.
         *
         *     Go on with `next_cursor`, at once while `has_more`, later for what will have happened by then. Until then a thing
         *     may refer to another that is still to come.
         * @example {
         *       "has_more": false,
         *       "items": [
         *         {
         *           "data": {
         *             "completed_at": null,
         *             "created_at": "2026-11-21T08:30:00.000000+00:00",
         *             "deadline_date": null,
         *             "deleted_at": null,
         *             "due": {
         *               "datetime": "2026-12-24T18:00:00",
         *               "kind": "zoned",
         *               "timezone": "Europe/Berlin"
         *             },
         *             "duration_minutes": null,
         *             "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *             "labels": [
         *               "errand"
         *             ],
         *             "notes": "",
         *             "parent_id": null,
         *             "position": "l01a1fc5196d2",
         *             "priority": "high",
         *             "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *             "section_id": null,
         *             "start_date": null,
         *             "status": "open",
         *             "title": "Water the tomatoes",
         *             "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *             "version": 1795234567890
         *           },
         *           "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *           "kind": "task",
         *           "version": 1795234567890
         *         },
         *         {
         *           "data": null,
         *           "id": "019a9d2e-6f00-7004-8000-5b1c7d3e9f42",
         *           "kind": "label",
         *           "version": 1795234567891
         *         }
         *       ],
         *       "next_cursor": "Hq2lq0m9Yx8"
         *     }
         */
        Changes: {
            has_more: boolean;
            items: (components["schemas"]["AccountChanged"] | components["schemas"]["ProjectChanged"] | components["schemas"]["SectionChanged"] | components["schemas"]["LabelChanged"] | components["schemas"]["TaskChanged"])[];
            next_cursor: string;
        };
        /** CompleteTask */
        CompleteTask: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "complete_task";
        };
        /** CreateLabel */
        CreateLabel: {
            body: components["schemas"]["LabelCreate"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "create_label";
        };
        /** CreateProject */
        CreateProject: {
            body: components["schemas"]["ProjectCreate"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "create_project";
        };
        /** CreateSection */
        CreateSection: {
            body: components["schemas"]["SectionCreate"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "create_section";
        };
        /** CreateTask */
        CreateTask: {
            body: components["schemas"]["TaskCreate"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "create_task";
        };
        /**
         * DateDue
         * @description Due on a day.
         */
        DateDue: {
            /**
             * Format: date
             * @example 2026-12-24
             */
            date: CalendarDate;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "date";
        };
        /** DeleteLabel */
        DeleteLabel: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "delete_label";
        };
        /** DeleteSection */
        DeleteSection: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "delete_section";
        };
        /** @description `kind` tells which of the three it is. */
        Due: components["schemas"]["DateDue"] | components["schemas"]["FloatingDue"] | components["schemas"]["ZonedDue"];
        ExportLine: components["schemas"]["AccountLine"] | components["schemas"]["ProjectLine"] | components["schemas"]["SectionLine"] | components["schemas"]["LabelLine"] | components["schemas"]["TaskLine"];
        /**
         * FieldChange
         * @description One field of a thing, as its document showed it before and shows it since.
         * @example {
         *       "field": "due",
         *       "new": {
         *         "datetime": "2026-12-24T18:00:00",
         *         "kind": "zoned",
         *         "timezone": "Europe/Berlin"
         *       },
         *       "old": null
         *     }
         */
        FieldChange: {
            /** @example due */
            field: string;
            /** @description Null where nothing is left. */
            new: components["schemas"]["JsonValue"];
            /** @description Null where there was nothing. */
            old: components["schemas"]["JsonValue"];
        };
        /**
         * FieldProblem
         * @description What is wrong with one part of a request.
         */
        FieldProblem: {
            detail: string;
            /** @enum {string} */
            location: "body" | "query" | "path" | "header";
            /**
             * @description JSON Pointer (RFC 6901) to the part.
             * @example /due/date
             */
            pointer: string;
        };
        /**
         * FloatingDue
         * @description Due at a time of day, wherever the user is.
         */
        FloatingDue: {
            /**
             * Format: date-time-local
             * @example 2026-12-24T18:00:00
             */
            datetime: WallClock;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "floating";
        };
        /**
         * Health
         * @example {
         *       "status": "ok"
         *     }
         */
        Health: {
            /** @constant */
            status: "ok";
        };
        JsonValue: unknown;
        /** @enum {string} */
        Kind: "account" | "project" | "section" | "label" | "task";
        /**
         * LabelChanged
         * @example {
         *       "data": null,
         *       "id": "019a9d2e-6f00-7004-8000-5b1c7d3e9f42",
         *       "kind": "label",
         *       "version": 1795234567890
         *     }
         */
        LabelChanged: {
            data: components["schemas"]["LabelRead"] | null;
            /** Format: uuid */
            id: Uuid;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "label";
            /**
             * Format: int64
             * @description Of the account, when this was changed last.
             */
            version: number;
        };
        /**
         * LabelCreate
         * @example {
         *       "color": "#ffa500",
         *       "name": "errand"
         *     }
         */
        LabelCreate: {
            /** @default null */
            color?: string | null;
            /**
             * Format: uuid
             * @description A UUIDv7 of your own making: the same create sent twice then makes one thing.
             */
            id?: Uuid;
            /** @example errand */
            name: string;
        };
        /**
         * LabelLine
         * @example {
         *       "data": {
         *         "color": "#ffa500",
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "id": "019a9d2e-6f00-7004-8000-5b1c7d3e9f42",
         *         "name": "errand",
         *         "position": "l01a1fc5196d2",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "version": 1795234567890
         *       },
         *       "kind": "label"
         *     }
         */
        LabelLine: {
            data: components["schemas"]["LabelRead"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "label";
        };
        /**
         * LabelPage
         * @example {
         *       "items": [
         *         {
         *           "color": "#ffa500",
         *           "created_at": "2026-11-21T08:30:00.000000+00:00",
         *           "id": "019a9d2e-6f00-7004-8000-5b1c7d3e9f42",
         *           "name": "errand",
         *           "position": "l01a1fc5196d2",
         *           "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *           "version": 1795234567890
         *         }
         *       ],
         *       "next_cursor": null
         *     }
         */
        LabelPage: {
            items: components["schemas"]["LabelRead"][];
            next_cursor: string | null;
        };
        /**
         * LabelRead
         * @example {
         *       "color": "#ffa500",
         *       "created_at": "2026-11-21T08:30:00.000000+00:00",
         *       "id": "019a9d2e-6f00-7004-8000-5b1c7d3e9f42",
         *       "name": "errand",
         *       "position": "l01a1fc5196d2",
         *       "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *       "version": 1795234567890
         *     }
         */
        LabelRead: {
            color: string | null;
            /** Format: date-time */
            created_at: Instant;
            /** Format: uuid */
            id: Uuid;
            name: string;
            position: string;
            /** Format: date-time */
            updated_at: Instant;
            /** Format: int64 */
            version: number;
        };
        /**
         * LabelUpdate
         * @example {
         *       "name": "errands"
         *     }
         */
        LabelUpdate: {
            color?: string | null;
            name?: string;
        };
        /** MoveLabel */
        MoveLabel: {
            body: components["schemas"]["Place"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "move_label";
        };
        /** MoveProject */
        MoveProject: {
            body: components["schemas"]["Place"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "move_project";
        };
        /** MoveSection */
        MoveSection: {
            body: components["schemas"]["Place"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "move_section";
        };
        /** MoveTask */
        MoveTask: {
            body: components["schemas"]["TaskMove"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "move_task";
        };
        /**
         * Op
         * @description What happened to a thing. There may be more of these one day: show one that you do not know as a change.
         * @enum {string}
         */
        Op: "created" | "updated" | "completed" | "reopened" | "moved" | "deleted" | "restored" | "purged" | "undone";
        /**
         * Place
         * @description A place among siblings: right before one of them, right after one of them, or, with neither, at the end.
         * @example {
         *       "before": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42"
         *     }
         */
        Place: {
            /**
             * Format: uuid
             * @description The sibling that is to precede.
             */
            after?: Uuid;
            /**
             * Format: uuid
             * @description The sibling that is to follow.
             */
            before?: Uuid;
        };
        /**
         * Priority
         * @description How much a task matters, least first; stored and compared by rank.
         * @enum {string}
         */
        Priority: "none" | "low" | "medium" | "high" | "urgent";
        /**
         * Problem
         * @description What went wrong. `code` is stable and made for programs, `detail` for people.
         */
        Problem: {
            /** @enum {string} */
            code: "bad_request" | "body_too_large" | "change_not_found" | "database_unavailable" | "feed_expired" | "id_taken" | "in_trash" | "inbox_protected" | "internal_error" | "invalid_cursor" | "invalid_request" | "issuer_unavailable" | "key_reused" | "label_exists" | "label_not_found" | "method_not_allowed" | "migrations_pending" | "no_room" | "not_done" | "not_undoable" | "outcome_unknown" | "path_not_found" | "project_not_found" | "rate_limited" | "section_not_found" | "sibling_not_found" | "stale_version" | "still_running" | "stopping" | "task_cycle" | "task_not_found" | "token_expired" | "token_malformed" | "token_missing" | "token_wrong_address" | "token_wrong_signature" | "too_deep" | "too_many_labels" | "too_many_projects" | "too_many_sections" | "too_many_streams" | "too_many_tasks" | "too_much_to_undo" | "undo_conflict" | "unsupported_media_type";
            /** @example There is no such task. */
            detail: string;
            /** @default [] */
            errors: components["schemas"]["FieldProblem"][];
            /**
             * Format: int32
             * @example 404
             */
            status: number;
            /**
             * @description The status in words.
             * @example Not Found
             */
            title: string;
            /**
             * @default about:blank
             * @constant
             */
            type: "about:blank";
        };
        /**
         * ProjectChanged
         * @example {
         *       "data": {
         *         "archived": false,
         *         "color": "#2e8b57",
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "deleted_at": null,
         *         "id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *         "is_inbox": false,
         *         "name": "Garden",
         *         "position": "l01a1fc5196d2",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "version": 1795234567890
         *       },
         *       "id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *       "kind": "project",
         *       "version": 1795234567890
         *     }
         */
        ProjectChanged: {
            data: components["schemas"]["ProjectRead"] | null;
            /** Format: uuid */
            id: Uuid;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "project";
            /**
             * Format: int64
             * @description Of the account, when this was changed last.
             */
            version: number;
        };
        /**
         * ProjectCreate
         * @example {
         *       "color": "#2e8b57",
         *       "name": "Garden"
         *     }
         */
        ProjectCreate: {
            /** @default false */
            archived?: boolean;
            /** @default null */
            color?: string | null;
            /**
             * Format: uuid
             * @description A UUIDv7 of your own making: the same create sent twice then makes one thing.
             */
            id?: Uuid;
            /** @example Garden */
            name: string;
        };
        /**
         * ProjectLine
         * @example {
         *       "data": {
         *         "archived": false,
         *         "color": "#2e8b57",
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "deleted_at": null,
         *         "id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *         "is_inbox": false,
         *         "name": "Garden",
         *         "position": "l01a1fc5196d2",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "version": 1795234567890
         *       },
         *       "kind": "project"
         *     }
         */
        ProjectLine: {
            data: components["schemas"]["ProjectRead"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "project";
        };
        /**
         * ProjectPage
         * @example {
         *       "items": [
         *         {
         *           "archived": false,
         *           "color": "#2e8b57",
         *           "created_at": "2026-11-21T08:30:00.000000+00:00",
         *           "deleted_at": null,
         *           "id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *           "is_inbox": false,
         *           "name": "Garden",
         *           "position": "l01a1fc5196d2",
         *           "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *           "version": 1795234567890
         *         }
         *       ],
         *       "next_cursor": null
         *     }
         */
        ProjectPage: {
            items: components["schemas"]["ProjectRead"][];
            next_cursor: string | null;
        };
        /**
         * ProjectRead
         * @example {
         *       "archived": false,
         *       "color": "#2e8b57",
         *       "created_at": "2026-11-21T08:30:00.000000+00:00",
         *       "deleted_at": null,
         *       "id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *       "is_inbox": false,
         *       "name": "Garden",
         *       "position": "l01a1fc5196d2",
         *       "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *       "version": 1795234567890
         *     }
         */
        ProjectRead: {
            archived: boolean;
            color: string | null;
            /** Format: date-time */
            created_at: Instant;
            deleted_at: Instant | null;
            /** Format: uuid */
            id: Uuid;
            is_inbox: boolean;
            name: string;
            position: string;
            /** Format: date-time */
            updated_at: Instant;
            /** Format: int64 */
            version: number;
        };
        /**
         * ProjectUpdate
         * @example {
         *       "archived": true
         *     }
         */
        ProjectUpdate: {
            archived?: boolean;
            color?: string | null;
            name?: string;
        };
        /** PurgeTask */
        PurgeTask: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "purge_task";
        };
        /** ReopenTask */
        ReopenTask: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "reopen_task";
        };
        /** RestoreProject */
        RestoreProject: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "restore_project";
        };
        /** RestoreTask */
        RestoreTask: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "restore_task";
        };
        /**
         * SectionChanged
         * @example {
         *       "data": {
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "deleted_at": null,
         *         "id": "019a9d2e-6f00-7003-8000-5b1c7d3e9f42",
         *         "name": "Vegetables",
         *         "position": "l01a1fc5196d2",
         *         "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "version": 1795234567890
         *       },
         *       "id": "019a9d2e-6f00-7003-8000-5b1c7d3e9f42",
         *       "kind": "section",
         *       "version": 1795234567890
         *     }
         */
        SectionChanged: {
            data: components["schemas"]["SectionRead"] | null;
            /** Format: uuid */
            id: Uuid;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "section";
            /**
             * Format: int64
             * @description Of the account, when this was changed last.
             */
            version: number;
        };
        /**
         * SectionCreate
         * @example {
         *       "name": "Vegetables",
         *       "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42"
         *     }
         */
        SectionCreate: {
            /**
             * Format: uuid
             * @description A UUIDv7 of your own making: the same create sent twice then makes one thing.
             */
            id?: Uuid;
            /** @example Vegetables */
            name: string;
            /** Format: uuid */
            project_id: Uuid;
        };
        /**
         * SectionLine
         * @example {
         *       "data": {
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "deleted_at": null,
         *         "id": "019a9d2e-6f00-7003-8000-5b1c7d3e9f42",
         *         "name": "Vegetables",
         *         "position": "l01a1fc5196d2",
         *         "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "version": 1795234567890
         *       },
         *       "kind": "section"
         *     }
         */
        SectionLine: {
            data: components["schemas"]["SectionRead"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "section";
        };
        /**
         * SectionPage
         * @example {
         *       "items": [
         *         {
         *           "created_at": "2026-11-21T08:30:00.000000+00:00",
         *           "deleted_at": null,
         *           "id": "019a9d2e-6f00-7003-8000-5b1c7d3e9f42",
         *           "name": "Vegetables",
         *           "position": "l01a1fc5196d2",
         *           "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *           "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *           "version": 1795234567890
         *         }
         *       ],
         *       "next_cursor": null
         *     }
         */
        SectionPage: {
            items: components["schemas"]["SectionRead"][];
            next_cursor: string | null;
        };
        /**
         * SectionRead
         * @example {
         *       "created_at": "2026-11-21T08:30:00.000000+00:00",
         *       "deleted_at": null,
         *       "id": "019a9d2e-6f00-7003-8000-5b1c7d3e9f42",
         *       "name": "Vegetables",
         *       "position": "l01a1fc5196d2",
         *       "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *       "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *       "version": 1795234567890
         *     }
         */
        SectionRead: {
            /** Format: date-time */
            created_at: Instant;
            deleted_at: Instant | null;
            /** Format: uuid */
            id: Uuid;
            name: string;
            position: string;
            /** Format: uuid */
            project_id: Uuid;
            /** Format: date-time */
            updated_at: Instant;
            /** Format: int64 */
            version: number;
        };
        /**
         * SectionUpdate
         * @example {
         *       "name": "Herbs"
         *     }
         */
        SectionUpdate: {
            name?: string;
        };
        /** @enum {string} */
        Sort: "order" | "due" | "priority" | "created" | "updated" | "title";
        /**
         * Status
         * @enum {string}
         */
        Status: "open" | "completed";
        /**
         * TaskChanged
         * @example {
         *       "data": {
         *         "completed_at": null,
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "deadline_date": null,
         *         "deleted_at": null,
         *         "due": {
         *           "datetime": "2026-12-24T18:00:00",
         *           "kind": "zoned",
         *           "timezone": "Europe/Berlin"
         *         },
         *         "duration_minutes": null,
         *         "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *         "labels": [
         *           "errand"
         *         ],
         *         "notes": "",
         *         "parent_id": null,
         *         "position": "l01a1fc5196d2",
         *         "priority": "high",
         *         "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *         "section_id": null,
         *         "start_date": null,
         *         "status": "open",
         *         "title": "Water the tomatoes",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "version": 1795234567890
         *       },
         *       "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *       "kind": "task",
         *       "version": 1795234567890
         *     }
         */
        TaskChanged: {
            data: components["schemas"]["TaskRead"] | null;
            /** Format: uuid */
            id: Uuid;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "task";
            /**
             * Format: int64
             * @description Of the account, when this was changed last.
             */
            version: number;
        };
        /**
         * TaskCreate
         * @description A new task goes to the end of where it belongs: under a parent, in a section, in a project, or in the inbox.
         * @example {
         *       "due": {
         *         "datetime": "2026-12-24T18:00:00",
         *         "kind": "zoned",
         *         "timezone": "Europe/Berlin"
         *       },
         *       "labels": [
         *         "errand"
         *       ],
         *       "priority": "high",
         *       "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *       "title": "Water the tomatoes"
         *     }
         */
        TaskCreate: {
            /** @default null */
            deadline_date?: CalendarDate | null;
            /** @default null */
            due?: components["schemas"]["Due"] | null;
            /** @default null */
            duration_minutes?: number | null;
            /**
             * Format: uuid
             * @description A UUIDv7 of your own making: the same create sent twice then makes one thing.
             */
            id?: Uuid;
            /**
             * @description Labels that do not exist yet are made.
             * @default []
             * @example [
             *       "errand"
             *     ]
             */
            labels?: string[];
            /**
             * @description Markdown.
             * @default
             */
            notes?: string;
            /** @default null */
            parent_id?: Uuid | null;
            /** @default none */
            priority?: components["schemas"]["Priority"];
            /** @default null */
            project_id?: Uuid | null;
            /** @default null */
            section_id?: Uuid | null;
            /** @default null */
            start_date?: CalendarDate | null;
            /** @example Water the tomatoes */
            title: string;
        };
        /**
         * TaskLine
         * @example {
         *       "data": {
         *         "completed_at": null,
         *         "created_at": "2026-11-21T08:30:00.000000+00:00",
         *         "deadline_date": null,
         *         "deleted_at": null,
         *         "due": {
         *           "datetime": "2026-12-24T18:00:00",
         *           "kind": "zoned",
         *           "timezone": "Europe/Berlin"
         *         },
         *         "duration_minutes": null,
         *         "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *         "labels": [
         *           "errand"
         *         ],
         *         "notes": "",
         *         "parent_id": null,
         *         "position": "l01a1fc5196d2",
         *         "priority": "high",
         *         "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *         "section_id": null,
         *         "start_date": null,
         *         "status": "open",
         *         "title": "Water the tomatoes",
         *         "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *         "version": 1795234567890
         *       },
         *       "kind": "task"
         *     }
         */
        TaskLine: {
            data: components["schemas"]["TaskRead"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "task";
        };
        /**
         * TaskMove
         * @description Where a task goes with its subtasks. With none of the three ids it stays in its place and changes its order.
         * @example {
         *       "section_id": "019a9d2e-6f00-7003-8000-5b1c7d3e9f42"
         *     }
         */
        TaskMove: {
            /**
             * Format: uuid
             * @description The sibling that is to precede.
             */
            after?: Uuid;
            /**
             * Format: uuid
             * @description The sibling that is to follow.
             */
            before?: Uuid;
            /**
             * Format: uuid
             * @description Under this task.
             */
            parent_id?: Uuid;
            /**
             * Format: uuid
             * @description To the top level of this project.
             */
            project_id?: Uuid;
            /**
             * Format: uuid
             * @description To the top level of this section.
             */
            section_id?: Uuid;
        };
        /**
         * TaskPage
         * @example {
         *       "items": [
         *         {
         *           "completed_at": null,
         *           "created_at": "2026-11-21T08:30:00.000000+00:00",
         *           "deadline_date": null,
         *           "deleted_at": null,
         *           "due": {
         *             "datetime": "2026-12-24T18:00:00",
         *             "kind": "zoned",
         *             "timezone": "Europe/Berlin"
         *           },
         *           "duration_minutes": null,
         *           "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *           "labels": [
         *             "errand"
         *           ],
         *           "notes": "",
         *           "parent_id": null,
         *           "position": "l01a1fc5196d2",
         *           "priority": "high",
         *           "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *           "section_id": null,
         *           "start_date": null,
         *           "status": "open",
         *           "title": "Water the tomatoes",
         *           "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *           "version": 1795234567890
         *         }
         *       ],
         *       "next_cursor": null
         *     }
         */
        TaskPage: {
            items: components["schemas"]["TaskRead"][];
            next_cursor: string | null;
        };
        /**
         * TaskRead
         * @example {
         *       "completed_at": null,
         *       "created_at": "2026-11-21T08:30:00.000000+00:00",
         *       "deadline_date": null,
         *       "deleted_at": null,
         *       "due": {
         *         "datetime": "2026-12-24T18:00:00",
         *         "kind": "zoned",
         *         "timezone": "Europe/Berlin"
         *       },
         *       "duration_minutes": null,
         *       "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42",
         *       "labels": [
         *         "errand"
         *       ],
         *       "notes": "",
         *       "parent_id": null,
         *       "position": "l01a1fc5196d2",
         *       "priority": "high",
         *       "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42",
         *       "section_id": null,
         *       "start_date": null,
         *       "status": "open",
         *       "title": "Water the tomatoes",
         *       "updated_at": "2026-11-21T08:30:00.000000+00:00",
         *       "version": 1795234567890
         *     }
         */
        TaskRead: {
            completed_at: Instant | null;
            /** Format: date-time */
            created_at: Instant;
            deadline_date: CalendarDate | null;
            deleted_at: Instant | null;
            due: components["schemas"]["Due"] | null;
            duration_minutes: number | null;
            /** Format: uuid */
            id: Uuid;
            labels: string[];
            notes: string;
            parent_id: Uuid | null;
            position: string;
            priority: components["schemas"]["Priority"];
            /** Format: uuid */
            project_id: Uuid;
            section_id: Uuid | null;
            start_date: CalendarDate | null;
            status: components["schemas"]["Status"];
            title: string;
            /** Format: date-time */
            updated_at: Instant;
            /** Format: int64 */
            version: number;
        };
        /**
         * TaskUpdate
         * @example {
         *       "due": null,
         *       "priority": "low"
         *     }
         */
        TaskUpdate: {
            deadline_date?: CalendarDate | null;
            due?: components["schemas"]["Due"] | null;
            duration_minutes?: number | null;
            labels?: string[];
            notes?: string;
            priority?: components["schemas"]["Priority"];
            start_date?: CalendarDate | null;
            title?: string;
        };
        /** TrashProject */
        TrashProject: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "trash_project";
        };
        /** TrashTask */
        TrashTask: {
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "trash_task";
        };
        /**
         * Undo
         * @description Changes to take back, in any order: the newest goes first.
         * @example {
         *       "change_ids": [
         *         1795234567891
         *       ]
         *     }
         */
        Undo: {
            change_ids: number[];
        };
        /**
         * Undone
         * @description The changes that the undo made, one for each; to undo them is to do again what was undone.
         * @example {
         *       "change_ids": [
         *         1795234567892
         *       ]
         *     }
         */
        Undone: {
            /** @description In the order in which they were made. */
            change_ids: number[];
        };
        /** UpdateLabel */
        UpdateLabel: {
            body: components["schemas"]["LabelUpdate"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "update_label";
        };
        /** UpdateProject */
        UpdateProject: {
            body: components["schemas"]["ProjectUpdate"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "update_project";
        };
        /** UpdateSection */
        UpdateSection: {
            body: components["schemas"]["SectionUpdate"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "update_section";
        };
        /** UpdateTask */
        UpdateTask: {
            body: components["schemas"]["TaskUpdate"];
            /** Format: uuid */
            id: Uuid;
            /**
             * Format: int64
             * @description Do it only if this is the version; otherwise its problem is stale_version.
             */
            if_match?: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            op: "update_task";
        };
        /**
         * ZonedDue
         * @description Due at a time of day in one time zone.
         */
        ZonedDue: {
            /**
             * Format: date-time-local
             * @example 2026-12-24T18:00:00
             */
            datetime: WallClock;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "zoned";
            timezone: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The change that was made, the last of several; it can be undone. Not told if nothing changed. */
        "Change-Id": number;
        /** @description The current version, strong (RFC 9110). */
        ETag: string;
        /** @description Said if this was done and answered before, under the same idempotency key. */
        "Idempotency-Replayed": "true";
        /** @description The path of what was made. */
        Location: string;
        /** @description What remains of the allowance: `r` requests, for `t` seconds. */
        RateLimit: string;
        /** @description The allowance: `q` requests in `w` seconds, of the user or, without a good token, the address. */
        "RateLimit-Policy": string;
        /** @description Seconds after which to try again; not told where nobody knows whether it was done. */
        "Retry-After": number;
        /** @description What is asked for (RFC 6750). */
        "WWW-Authenticate": string;
        /** @description Asks proxies to pass on each event as it comes. */
        "X-Accel-Buffering": "no";
    };
    pathItems: never;
}
export type AccountChanged = components['schemas']['AccountChanged'];
export type AccountLine = components['schemas']['AccountLine'];
export type AccountRead = components['schemas']['AccountRead'];
export type AccountUpdate = components['schemas']['AccountUpdate'];
export type ActivityPage = components['schemas']['ActivityPage'];
export type ActivityRead = components['schemas']['ActivityRead'];
export type Batch = components['schemas']['Batch'];
export type BatchRead = components['schemas']['BatchRead'];
export type BatchResult = components['schemas']['BatchResult'];
export type Changes = components['schemas']['Changes'];
export type CompleteTask = components['schemas']['CompleteTask'];
export type CreateLabel = components['schemas']['CreateLabel'];
export type CreateProject = components['schemas']['CreateProject'];
export type CreateSection = components['schemas']['CreateSection'];
export type CreateTask = components['schemas']['CreateTask'];
export type DateDue = components['schemas']['DateDue'];
export type DeleteLabel = components['schemas']['DeleteLabel'];
export type DeleteSection = components['schemas']['DeleteSection'];
export type Due = components['schemas']['Due'];
export type ExportLine = components['schemas']['ExportLine'];
export type FieldChange = components['schemas']['FieldChange'];
export type FieldProblem = components['schemas']['FieldProblem'];
export type FloatingDue = components['schemas']['FloatingDue'];
export type Health = components['schemas']['Health'];
export type JsonValue = components['schemas']['JsonValue'];
export type Kind = components['schemas']['Kind'];
export type LabelChanged = components['schemas']['LabelChanged'];
export type LabelCreate = components['schemas']['LabelCreate'];
export type LabelLine = components['schemas']['LabelLine'];
export type LabelPage = components['schemas']['LabelPage'];
export type LabelRead = components['schemas']['LabelRead'];
export type LabelUpdate = components['schemas']['LabelUpdate'];
export type MoveLabel = components['schemas']['MoveLabel'];
export type MoveProject = components['schemas']['MoveProject'];
export type MoveSection = components['schemas']['MoveSection'];
export type MoveTask = components['schemas']['MoveTask'];
export type Op = components['schemas']['Op'];
export type Place = components['schemas']['Place'];
export type Priority = components['schemas']['Priority'];
export type Problem = components['schemas']['Problem'];
export type ProjectChanged = components['schemas']['ProjectChanged'];
export type ProjectCreate = components['schemas']['ProjectCreate'];
export type ProjectLine = components['schemas']['ProjectLine'];
export type ProjectPage = components['schemas']['ProjectPage'];
export type ProjectRead = components['schemas']['ProjectRead'];
export type ProjectUpdate = components['schemas']['ProjectUpdate'];
export type PurgeTask = components['schemas']['PurgeTask'];
export type ReopenTask = components['schemas']['ReopenTask'];
export type RestoreProject = components['schemas']['RestoreProject'];
export type RestoreTask = components['schemas']['RestoreTask'];
export type SectionChanged = components['schemas']['SectionChanged'];
export type SectionCreate = components['schemas']['SectionCreate'];
export type SectionLine = components['schemas']['SectionLine'];
export type SectionPage = components['schemas']['SectionPage'];
export type SectionRead = components['schemas']['SectionRead'];
export type SectionUpdate = components['schemas']['SectionUpdate'];
export type Sort = components['schemas']['Sort'];
export type Status = components['schemas']['Status'];
export type TaskChanged = components['schemas']['TaskChanged'];
export type TaskCreate = components['schemas']['TaskCreate'];
export type TaskLine = components['schemas']['TaskLine'];
export type TaskMove = components['schemas']['TaskMove'];
export type TaskPage = components['schemas']['TaskPage'];
export type TaskRead = components['schemas']['TaskRead'];
export type TaskUpdate = components['schemas']['TaskUpdate'];
export type TrashProject = components['schemas']['TrashProject'];
export type TrashTask = components['schemas']['TrashTask'];
export type Undo = components['schemas']['Undo'];
export type Undone = components['schemas']['Undone'];
export type UpdateLabel = components['schemas']['UpdateLabel'];
export type UpdateProject = components['schemas']['UpdateProject'];
export type UpdateSection = components['schemas']['UpdateSection'];
export type UpdateTask = components['schemas']['UpdateTask'];
export type ZonedDue = components['schemas']['ZonedDue'];
export type HeaderChangeId = components['headers']['Change-Id'];
export type HeaderETag = components['headers']['ETag'];
export type HeaderIdempotencyReplayed = components['headers']['Idempotency-Replayed'];
export type HeaderLocation = components['headers']['Location'];
export type HeaderRateLimit = components['headers']['RateLimit'];
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy'];
export type HeaderRetryAfter = components['headers']['Retry-After'];
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate'];
export type HeaderXAccelBuffering = components['headers']['X-Accel-Buffering'];
export interface operations {
    check_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_readiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database's schema is not the one that this version of the API works with. This process is about to end; send requests to another one. The database cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRead"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to show. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_account: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountUpdate"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {"data": {"created_at": "2026-11-21T08:30:00.000000+00:00", "inbox_id": "019a9d2e-6f00-7001-8000-5b1c7d3e9f42", "timezone": "Europe/Berlin", "updated_at": "2026-11-21T08:30:00.000000+00:00", "user_id": "pLw3kq8Zc1XvN0tRb7YsGfHd2MjE5uAo", "version": 1795234567890}, "kind": "account"}
                     *     {"data": {"archived": false, "color": "#2e8b57", "created_at": "2026-11-21T08:30:00.000000+00:00", "deleted_at": null, "id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42", "is_inbox": false, "name": "Garden", "position": "l01a1fc5196d2", "updated_at": "2026-11-21T08:30:00.000000+00:00", "version": 1795234567890}, "kind": "project"}
                     *     {"data": {"created_at": "2026-11-21T08:30:00.000000+00:00", "deleted_at": null, "id": "019a9d2e-6f00-7003-8000-5b1c7d3e9f42", "name": "Vegetables", "position": "l01a1fc5196d2", "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42", "updated_at": "2026-11-21T08:30:00.000000+00:00", "version": 1795234567890}, "kind": "section"}
                     *     {"data": {"color": "#ffa500", "created_at": "2026-11-21T08:30:00.000000+00:00", "id": "019a9d2e-6f00-7004-8000-5b1c7d3e9f42", "name": "errand", "position": "l01a1fc5196d2", "updated_at": "2026-11-21T08:30:00.000000+00:00", "version": 1795234567890}, "kind": "label"}
                     *     {"data": {"completed_at": null, "created_at": "2026-11-21T08:30:00.000000+00:00", "deadline_date": null, "deleted_at": null, "due": {"datetime": "2026-12-24T18:00:00", "kind": "zoned", "timezone": "Europe/Berlin"}, "duration_minutes": null, "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42", "labels": ["errand"], "notes": "", "parent_id": null, "position": "l01a1fc5196d2", "priority": "high", "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42", "section_id": null, "start_date": null, "status": "open", "title": "Water the tomatoes", "updated_at": "2026-11-21T08:30:00.000000+00:00", "version": 1795234567890}, "kind": "task"}
                     */
                    "application/jsonl": string;
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_activity: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before, with the same query. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    run_batch: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_changes: {
        parameters: {
            query?: {
                /** @description `next_cursor` of what was read last; without it, everything. */
                after?: string;
                /** @description How many changes are looked at; no more things are answered. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What happened since this cursor is not known any more; start over without one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stream_events: {
        parameters: {
            query?: {
                /** @description `next_cursor` of what was read last; without it, what happens from now on. */
                after?: string;
            };
            header?: {
                /** @description The `id` of the last event, as browsers send it when they connect again; it goes before `after`. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "X-Accel-Buffering": components["headers"]["X-Accel-Buffering"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example retry: 1000
                     *
                     *     :
                     *
                     *     event: changes
                     *     id: Hq2lq0m9Yx8
                     *     data: {"has_more": false, "items": [{"data": {"completed_at": null, "created_at": "2026-11-21T08:30:00.000000+00:00", "deadline_date": null, "deleted_at": null, "due": {"datetime": "2026-12-24T18:00:00", "kind": "zoned", "timezone": "Europe/Berlin"}, "duration_minutes": null, "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42", "labels": ["errand"], "notes": "", "parent_id": null, "position": "l01a1fc5196d2", "priority": "high", "project_id": "019a9d2e-6f00-7002-8000-5b1c7d3e9f42", "section_id": null, "start_date": null, "status": "open", "title": "Water the tomatoes", "updated_at": "2026-11-21T08:30:00.000000+00:00", "version": 1795234567890}, "id": "019a9d2e-6f00-7005-8000-5b1c7d3e9f42", "kind": "task", "version": 1795234567890}, {"data": null, "id": "019a9d2e-6f00-7004-8000-5b1c7d3e9f42", "kind": "label", "version": 1795234567891}], "next_cursor": "Hq2lq0m9Yx8"}
                     *
                     *     event: pull
                     *     data: {}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What happened since this cursor is not known any more; start over without one. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You have as many streams of events open as anybody may; close one of them first. Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_labels: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before, with the same query. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPage"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelCreate"];
            };
        };
        responses: {
            /** @description The same request had already made this. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRead"];
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This id already belongs to something that was created differently. There already is a label of this name; case does not tell labels apart. You can have 1,000 labels; delete some of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Which label. */
                label_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRead"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such label. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which label. */
                label_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to show. */
            204: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such label. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which label. */
                label_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelUpdate"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such label. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There already is a label of this name; case does not tell labels apart. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which label. */
                label_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Place"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such label. There is no such neighbour at the place where this is to go. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no room left between these two neighbours; move one of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_projects: {
        parameters: {
            query?: {
                /** @description Only those that are archived, or only those that are not. */
                archived?: boolean;
                /** @description `next_cursor` of the page before, with the same query. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description What is in the trash instead of what is not. */
                trash?: boolean;
            };
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectCreate"];
            };
        };
        responses: {
            /** @description The same request had already made this. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRead"];
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This id already belongs to something that was created differently. You can have 1,000 projects, the trash included; delete some of them for good first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Which project. */
                project_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRead"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trash_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which project. */
                project_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to show. */
            204: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The inbox always exists; it cannot be archived or deleted. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which project. */
                project_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectUpdate"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. The inbox always exists; it cannot be archived or deleted. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which project. */
                project_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Place"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. There is no such neighbour at the place where this is to go. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. There is no room left between these two neighbours; move one of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which project. */
                project_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_sections: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before, with the same query. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Of this project only. */
                project_id?: Uuid;
            };
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionPage"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectionCreate"];
            };
        };
        responses: {
            /** @description The same request had already made this. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionRead"];
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such project. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This id already belongs to something that was created differently. You can have 5,000 sections, the trash included; delete some of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Which section. */
                section_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionRead"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such section. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which section. */
                section_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to show. */
            204: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such section. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which section. */
                section_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SectionUpdate"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such section. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_section: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which section. */
                section_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Place"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SectionRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such section. There is no such neighbour at the place where this is to go. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. There is no room left between these two neighbours; move one of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before, with the same query. */
                cursor?: string;
                /** @description Up or down. */
                direction?: "asc" | "desc";
                /** @description With a due date, or without one. */
                due?: "any" | "none";
                /** @description Due on this day or later, by the wall clock. */
                due_after?: CalendarDate;
                /** @description Due on an earlier day, by the wall clock. */
                due_before?: CalendarDate;
                /** @description With all of these labels. */
                label_all?: string[];
                /** @description With one of these labels. */
                label_any?: string[];
                /** @description How many items at most. */
                limit?: number;
                /** @description Right under this task; `none` for the top level. */
                parent_id?: Uuid | "none";
                /** @description At least of this priority. */
                priority_min?: components["schemas"]["Priority"];
                /** @description In this project, at any depth. */
                project_id?: Uuid;
                /** @description In this section, at any depth. */
                section_id?: Uuid;
                /** @description Tasks without the value come last, up or down. */
                sort?: components["schemas"]["Sort"];
                /** @description Open ones only, or completed ones only. */
                status?: components["schemas"]["Status"];
                /** @description In the title or notes; case is ignored. */
                text?: string;
                /** @description What is in the trash instead of what is not. */
                trash?: boolean;
            };
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. There is no such project. There is no such section. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskCreate"];
            };
        };
        responses: {
            /** @description The same request had already made this. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description It was made. */
            201: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. There is no such project. There is no such section. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This id already belongs to something that was created differently. Tasks can be nested at most 5 deep. You can have 50,000 tasks, the trash included; delete some of them for good first. You can have 1,000 labels; delete some of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 without a body if this is still the `ETag`. */
                "If-None-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description The caller has the current version. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trash_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to show. */
            204: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskUpdate"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. You can have 1,000 labels; delete some of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_task_activity: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before, with the same query. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description This cursor does not belong to this list with this query; start from the first page. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    move_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskMove"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. There is no such project. There is no such section. There is no such neighbour at the place where this is to go. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is in the trash; restore it first. A task cannot be moved into itself or into one of its own subtasks. Tasks can be nested at most 5 deep. There is no room left between these two neighbours; move one of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRead"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    empty_trash: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to show. */
            204: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    purge_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
                /** @description Write only if this is still the current `ETag`; 412 otherwise. */
                "If-Match"?: string;
            };
            path: {
                /** @description Which task. */
                task_id: Uuid;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to show. */
            204: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such task. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This was changed by somebody else since you read it. */
            412: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undo_changes: {
        parameters: {
            query?: never;
            header?: {
                /** @description What the activity shall call who wrote. */
                "Client-Name"?: string;
                /** @description A name for this one write, of your own making: sent again within 24 hours, the same request is answered as it was the first time, and not done again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Undo"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    "Change-Id": components["headers"]["Change-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description The request carries no bearer token. The token does not have the form or the claims that this API requires. The token is not signed with a key that this API trusts. The token comes from another issuer or is meant for another audience. The token has expired or is not valid yet. */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such change, or it was too long ago. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing of this change can be taken back: what it was about is gone for good, or began with the account. These changes touched more than 50,000 things; so many cannot be undone at once. What happened later stands in the way; errors says what. Nothing was undone. You can have 50,000 tasks, the trash included; delete some of them for good first. You can have 1,000 projects, the trash included; delete some of them for good first. You can have 5,000 sections, the trash included; delete some of them first. You can have 1,000 labels; delete some of them first. A request with this idempotency key is still running; send it again in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is larger than the limit of 256 KiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has to be JSON, sent as application/json and not compressed. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is not valid; errors says where. This idempotency key was used for another request; every write needs a key of its own. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests have come in the last minute; send fewer. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong on our side; it has been logged. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The database cannot be reached at the moment. The token issuer's keys cannot be reached at the moment. The connection to the database broke: this was done or it was not. Look before you send it again. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

export type BatchMode = Batch["mode"];
export const batchModeValues = [
  "atomic",
  "each"
] as const satisfies readonly BatchMode[];
export type DueKind = Due["kind"];
export const dueKindValues = [
  "date",
  "floating",
  "zoned"
] as const satisfies readonly DueKind[];
export type ExportLineKind = ExportLine["kind"];
export const exportLineKindValues = [
  "account",
  "label",
  "project",
  "section",
  "task"
] as const satisfies readonly ExportLineKind[];
export type FieldProblemLocation = FieldProblem["location"];
export const fieldProblemLocationValues = [
  "body",
  "query",
  "path",
  "header"
] as const satisfies readonly FieldProblemLocation[];
export const kindValues = [
  "account",
  "project",
  "section",
  "label",
  "task"
] as const satisfies readonly Kind[];
export const opValues = [
  "created",
  "updated",
  "completed",
  "reopened",
  "moved",
  "deleted",
  "restored",
  "purged",
  "undone"
] as const satisfies readonly Op[];
export const priorityValues = [
  "none",
  "low",
  "medium",
  "high",
  "urgent"
] as const satisfies readonly Priority[];
export type ProblemCode = Problem["code"];
export const problemCodeValues = [
  "bad_request",
  "body_too_large",
  "change_not_found",
  "database_unavailable",
  "feed_expired",
  "id_taken",
  "in_trash",
  "inbox_protected",
  "internal_error",
  "invalid_cursor",
  "invalid_request",
  "issuer_unavailable",
  "key_reused",
  "label_exists",
  "label_not_found",
  "method_not_allowed",
  "migrations_pending",
  "no_room",
  "not_done",
  "not_undoable",
  "outcome_unknown",
  "path_not_found",
  "project_not_found",
  "rate_limited",
  "section_not_found",
  "sibling_not_found",
  "stale_version",
  "still_running",
  "stopping",
  "task_cycle",
  "task_not_found",
  "token_expired",
  "token_malformed",
  "token_missing",
  "token_wrong_address",
  "token_wrong_signature",
  "too_deep",
  "too_many_labels",
  "too_many_projects",
  "too_many_sections",
  "too_many_streams",
  "too_many_tasks",
  "too_much_to_undo",
  "undo_conflict",
  "unsupported_media_type"
] as const satisfies readonly ProblemCode[];
export const sortValues = [
  "order",
  "due",
  "priority",
  "created",
  "updated",
  "title"
] as const satisfies readonly Sort[];
export const statusValues = [
  "open",
  "completed"
] as const satisfies readonly Status[];
