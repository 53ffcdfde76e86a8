import { Navigate, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, use, useEffect, useEffectEvent, useMemo, useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useActions, useHasEnded, useView, WorkplaceContext } from "../store/hooks.ts";
import { QuickAdd } from "../quickadd/quick-add.tsx";
import { useOpenTask } from "../tasks/use-open-task.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icons.tsx";
import { LoadingDialog } from "../ui/loading-dialog.tsx";
import { NoticeRegion } from "./notice-region.tsx";
import { prefillAt, type Prefill } from "./prefill.ts";
import { ShellContext, type Shell } from "./shell-context.ts";
import { isTyping, shortcutReader } from "./shortcuts.ts";
import { Sidebar } from "./sidebar.tsx";

const Help = lazy(() => import("./help.tsx"));
const Refused = lazy(() => import("./refused.tsx"));
const Detail = lazy(() => import("../detail/detail.tsx"));
const SignInAgain = lazy(() => import("./sign-in-again.tsx"));

type Open = { readonly what: "help" | "review" | "menu" } | { readonly what: "add"; readonly prefill: Prefill };

/** For whoever is here; to sign in, if that was this tab's or another one's last person. */
export function App(): ReactElement {
  const workplace = use(WorkplaceContext);
  return workplace === undefined ? <Navigate to="/sign-in" /> : <Around key={workplace.session.person.id} />;
}

/** Everything around the views. */
function Around(): ReactElement {
  const t = useMessages();
  const actions = useActions();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const [task, openTask] = useOpenTask();
  const hasEnded = useHasEnded();
  const [isPutAway, setPutAway] = useState(false);
  if (isPutAway && !hasEnded) setPutAway(false);
  const refused = useView((view) => view.conflicts.length);
  const here = useRouterState({ select: (state) => state.location });
  const path = here.pathname;
  const [menuPath, setMenuPath] = useState(path);
  if (menuPath !== path) {
    setMenuPath(path);
    if (open?.what === "menu") setOpen(undefined);
  }
  const close = (): void => setOpen(undefined);
  const shell = useMemo<Shell>(
    () => ({
      openMenu: () => setOpen({ what: "menu" }),
      quickAdd: (prefill = {}) => setOpen({ what: "add", prefill }),
      help: () => setOpen({ what: "help" }),
      review: () => setOpen({ what: "review" }),
      signIn: () => {
        setOpen(undefined);
        setPutAway(false);
      },
    }),
    [],
  );

  const addHere = (): void => shell.quickAdd(prefillAt(here));

  const [read] = useState(() => shortcutReader(() => performance.now()));
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const shortcut = read(event);
    if (shortcut === undefined || shortcut === "began") return;
    event.preventDefault();
    if (shortcut === "quickAdd") addHere();
    else if (shortcut === "help") shell.help();
    else if (shortcut === "undo") actions.undoLast();
    else void navigate({ to: `/${shortcut}` });
  });
  useEffect(() => {
    const ended = new AbortController();
    addEventListener("keydown", (event) => press(event), { signal: ended.signal });
    return () => ended.abort();
  }, []);

  return (
    <ShellContext value={shell}>
      <a className="skip" href="#content">
        {t.skipToContent}
      </a>
      <div className="app" data-detail={task === undefined ? undefined : ""}>
        <Sidebar />
        <Outlet />
        {task !== undefined && (
          <Suspense fallback={<aside className="detail" aria-label={t.details} />}>
            <Detail key={task} id={task} onClose={() => openTask(undefined)} />
          </Suspense>
        )}
        <button type="button" className="float-add" aria-label={t.addTask} onClick={addHere}>
          <Icon name="plus" size={24} />
        </button>
      </div>
      <NoticeRegion />
      {open?.what === "add" && <QuickAdd prefill={open.prefill} onClose={close} />}
      <Suspense fallback={open === undefined ? null : <LoadingDialog onClose={close} />}>
        {open?.what === "help" && <Help onClose={close} />}
        {open?.what === "review" && refused > 0 && <Refused onClose={close} />}
        {open?.what === "menu" && (
          <Dialog label={t.navigation} kind="drawer" onClose={close}>
            <Sidebar />
          </Dialog>
        )}
        {hasEnded && !isPutAway && <SignInAgain onClose={() => setPutAway(true)} />}
      </Suspense>
    </ShellContext>
  );
}
