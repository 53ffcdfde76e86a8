/** What is sent to somebody. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

type Language = "en" | "ar";

interface Wording {
  readonly subject: string;
  readonly text: (link: string) => string;
}

const RESET: Readonly<Record<Language, Wording>> = {
  en: {
    subject: "Choose a new password",
    text: (link) => `Somebody, probably you, has forgotten the password of your Todo account.

To choose a new one, open this link within an hour:

${link}

It works once. If it was not you, do nothing: your password stays as it is.
`,
  },
  ar: {
    subject: "اختيار كلمة مرور جديدة",
    text: (link) => `نسي أحدهم، ولعلّه أنت، كلمة مرور حسابك في «المهام».

لاختيار كلمة مرور جديدة، افتح هذا الرابط خلال ساعة:

${link}

يعمل الرابط مرة واحدة. وإن لم تكن أنت من طلبه فلا تفعل شيئًا: تبقى كلمة مرورك كما هي.
`,
  },
};

/** By which a password is chosen anew. It says nothing that whoever asked for it could have written. */
export function resetLetter(to: string, link: string, acceptLanguage: string | null | undefined): Letter {
  const { subject, text } = RESET[languageOf(acceptLanguage ?? "")];
  return { to, subject, text: text(link) };
}

/** Of the languages that we have the one that is liked best (RFC 9110, section 12.5.4); English if none is. */
function languageOf(acceptLanguage: string): Language {
  const liked = acceptLanguage.split(",").map((each) => {
    const [, language, quality] = /^\s*(en|ar)(?:-[\w-]+)?\s*(?:;\s*q=([01](?:\.\d*)?))?\s*$/i.exec(each) ?? [];
    return { language: language?.toLowerCase(), quality: language ? Number(quality ?? 1) : 0 };
  });
  const [best] = liked.sort((one, other) => other.quality - one.quality);
  return best?.language === "ar" && best.quality > 0 ? "ar" : "en";
}
