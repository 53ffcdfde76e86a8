import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from "@tanstack/react-router";

import { App } from "./shell/app.tsx";
import { Broken } from "./shell/broken.tsx";
import { destinationOf } from "./session/destination.ts";
import type { Entry } from "./session/entry.ts";
import { Inbox } from "./views/inbox.tsx";
import { Missing } from "./views/missing.tsx";

interface Context {
  readonly entry: Entry;
}

/** In every address: the task whose details are open. */
interface Search {
  task?: string | undefined;
}

const root = createRootRouteWithContext<Context>()({
  validateSearch: ({ task }: Record<string, unknown>): Search => (typeof task === "string" ? { task } : {}),
  notFoundComponent: Missing,
  errorComponent: Broken,
});

/** In those for signing in: the place that was asked for. */
interface Asked {
  to?: string | undefined;
}

const sign = createRoute({
  getParentRoute: () => root,
  id: "sign",
  validateSearch: ({ to }: Record<string, unknown>): Asked => ({ to: destinationOf(to) }),
  beforeLoad: async ({ context, search }) => {
    if (await context.entry.find()) throw redirect({ href: search.to ?? "/inbox" });
  },
});

const app = createRoute({
  getParentRoute: () => root,
  id: "app",
  component: App,
  beforeLoad: async ({ context, location }) => {
    if (await context.entry.find()) return;
    throw redirect({ to: "/sign-in", search: location.href === "/inbox" ? {} : { to: location.href } });
  },
});

const parent = (): typeof app => app;

const tree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: "/", component: () => <Navigate to="/inbox" replace /> }),
  sign.addChildren([
    createRoute({
      getParentRoute: () => sign,
      path: "/sign-in",
      component: lazyRouteComponent(() => import("./views/sign.tsx"), "SignIn"),
    }),
    createRoute({
      getParentRoute: () => sign,
      path: "/sign-up",
      component: lazyRouteComponent(() => import("./views/sign.tsx"), "SignUp"),
    }),
  ]),
  createRoute({
    getParentRoute: () => root,
    path: "/forgot-password",
    component: lazyRouteComponent(() => import("./views/forgotten.tsx"), "Forgotten"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reset-password", // whoever is signed in here may have opened the link all the same
    component: lazyRouteComponent(() => import("./views/reset.tsx"), "Reset"),
  }),
  app.addChildren([
    createRoute({ getParentRoute: parent, path: "/inbox", component: Inbox }),
    createRoute({
      getParentRoute: parent,
      path: "/today",
      component: lazyRouteComponent(() => import("./views/today.tsx"), "Today"),
    }),
    createRoute({
      getParentRoute: parent,
      path: "/upcoming",
      component: lazyRouteComponent(() => import("./views/upcoming.tsx"), "Upcoming"),
    }),
    createRoute({
      getParentRoute: parent,
      path: "/project/$project",
      component: lazyRouteComponent(() => import("./views/project.tsx"), "Project"),
    }),
    createRoute({
      getParentRoute: parent,
      path: "/label", // in the query, as a name may be anything
      validateSearch: ({ name }: Record<string, unknown>): { name: string } => ({ name: String(name ?? "") }),
      component: lazyRouteComponent(() => import("./views/label.tsx"), "Label"),
    }),
    createRoute({
      getParentRoute: parent,
      path: "/search",
      validateSearch: ({ q }: Record<string, unknown>): { q?: string | undefined } => (q === undefined ? {} : { q: String(q) }),
      component: lazyRouteComponent(() => import("./views/search.tsx"), "Search"),
    }),
    createRoute({
      getParentRoute: parent,
      path: "/archived",
      component: lazyRouteComponent(() => import("./views/archived.tsx"), "Archived"),
    }),
    createRoute({
      getParentRoute: parent,
      path: "/trash",
      component: lazyRouteComponent(() => import("./views/trash.tsx"), "Trash"),
    }),
    createRoute({
      getParentRoute: parent,
      path: "/settings",
      component: lazyRouteComponent(() => import("./views/settings.tsx"), "Settings"),
    }),
  ]),
]);

export function routerFor(entry: Entry) {
  return createRouter({ routeTree: tree, context: { entry }, defaultPreload: "intent" });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof routerFor>;
  }
}
