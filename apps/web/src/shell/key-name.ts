type Keys = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

const SIGNS: Readonly<Record<string, readonly [plain: string, shifted: string]>> = { Slash: ["/", "?"] };

/**
 * A key as shortcuts name it: a letter is a capital if Shift is held, whatever Caps Lock says, and a key that writes another
 * script is what a Latin keyboard has in its place.
 */
export function keyName({ key, code, shiftKey }: Keys): string {
  const isOfOtherScript = /[\p{L}\p{Nd}؟]/u.test(key) && !/[\p{Script=Latin}0-9]/u.test(key);
  const name = isOfOtherScript ? (SIGNS[code]?.[shiftKey ? 1 : 0] ?? /^(?:Key|Digit)(\w)$/.exec(code)?.[1] ?? key) : key;
  if (!/^[a-z]$/i.test(name)) return name;
  return shiftKey ? name.toUpperCase() : name.toLowerCase();
}
