import { createTransport } from "nodemailer";
import type { Letter } from "./letters.ts";
import { logFailure } from "./log.ts";
import type { SmtpServer } from "./smtp-url.ts";

/** How long handing in a letter may take; for as long it also puts off the end of the process. */
const LONGEST_MS = 8_000;

/** Where letters go and whom they are from; "log" is this process's standard error, for somebody's own machine. */
export interface MailSettings {
  readonly server: SmtpServer | "log";
  readonly from: string;
}

/** Sends letters while nobody waits for them. */
export class Post {
  readonly #deliver: (letter: Letter) => Promise<unknown>;

  constructor({ server, from }: MailSettings) {
    this.#deliver = server === "log" ? show : sending(server, from);
  }

  /** Write and send a letter, or none; what fails is logged, and neither tried again nor told to anybody. */
  send(write: () => Promise<Letter | undefined>): void {
    this.#send(write).catch((error: unknown) => logFailure("a letter", error));
  }

  async #send(write: () => Promise<Letter | undefined>): Promise<void> {
    const letter = await write();
    if (letter) await this.#deliver(letter);
  }
}

function sending({ auth, ...server }: SmtpServer, from: string): (letter: Letter) => Promise<unknown> {
  const transport = createTransport({
    ...server,
    ...(auth === undefined ? {} : { auth: { ...auth } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return ({ to, subject, text }) =>
    transport.sendMail({
      from,
      to: { name: "", address: to }, // as it is: a text would be taken apart, and might be several
      subject,
      text,
      headers: { "Auto-Submitted": "auto-generated" }, // so that no holiday answers it (RFC 3834)
      signal: AbortSignal.timeout(LONGEST_MS),
    });
}

async function show({ to, subject, text }: Letter): Promise<void> {
  process.stderr.write(`A letter to ${to}, which AUTH_SMTP_URL would have sent:\n\n${subject}\n\n${text}\n`);
}
