import { useMutation } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";

import { useMessages } from "../i18n/language.ts";
import { useWorkplace } from "../store/hooks.ts";
import { Dialog } from "../ui/dialog.tsx";

export function DataSettings(): ReactElement {
  const t = useMessages();
  const { session, notices } = useWorkplace();
  const [asks, setAsks] = useState(false);
  const download = useMutation({
    mutationFn: async () => {
      const lines: string[] = [];
      for await (const line of session.todo.account.export()) lines.push(`${JSON.stringify(line)}\n`);
      offer(new Blob(lines, { type: "application/jsonl" }), "todo-export.jsonl");
    },
    onError: () => notices.show(t.exportFailed),
  });
  return (
    <section aria-labelledby="data">
      <h2 id="data">{t.yourData}</h2>
      <p className="muted">{t.exportLead}</p>
      <button type="button" className="button" disabled={download.isPending} onClick={() => download.mutate()}>
        {t.export}
      </button>
      <p className="muted">{t.deleteAccountLead}</p>
      <button type="button" className="button danger" onClick={() => setAsks(true)}>
        {t.deleteAccount}
      </button>
      {asks && <DeleteAccount onClose={() => setAsks(false)} />}
    </section>
  );
}

/** Both sides go: the tasks, and who may sign in. What fails half-way can be asked again. */
function DeleteAccount({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useMessages();
  const { leave } = useWorkplace();
  const remove = useMutation({
    mutationFn: async (password: string) => {
      const { auth } = await import("../session/auth.ts");
      const { error } = await auth.deleteUser({ password });
      if (error !== null) throw new Error(error.message ?? String(error.status), { cause: error.status });
      await leave();
    },
  });
  const cause = remove.error?.cause;
  return (
    <Dialog label={t.deleteAccount} kind="alert" onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          remove.mutate(String(new FormData(event.currentTarget).get("password")));
        }}
      >
        <h2>{t.deleteAccount}</h2>
        <p className="muted">{t.deleteAccountLead}</p>
        <label>
          <span>{t.deleteAccountConfirm}</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <p role="alert" className="form-refusal">
          {remove.isError && (cause === 400 || cause === 401 ? t.wrongPassword : t.deletionFailed)}
        </p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="submit" className="button danger-fill" disabled={remove.isPending}>
            {t.deleteEverything}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
