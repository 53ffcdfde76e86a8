type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** A text for each number, by the language's own rules; `#` stands for the number. */
export function counted(language: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace("#", numbers.format(count));
}
