/** Plural forms after CLDR; German and English need only `one` and `other`. `zero` is used for exactly 0 when present. */
export interface PluralText {
  readonly zero?: string;
  readonly one: string;
  readonly other: string;
}

/** A text for both forms of address; both are written, neither is derived from the other. */
export interface AddressedText {
  readonly sie: string | PluralText;
  readonly du: string | PluralText;
}

/** One value of an `i18n/*.json` file. */
export type TextValue = string | PluralText | AddressedText;

export type TextLocale = 'de' | 'en';
/** How the product addresses people in German; a setting of the operator. */
export type TextAddress = 'sie' | 'du';

export type TextParams = Readonly<Record<string, string | number>>;

export interface TextSetting {
  readonly locale: TextLocale;
  readonly address: TextAddress;
}

// Intl objects cost about 50 µs to build and a list of 200 rows formats hundreds of texts: one per locale is kept.
const pluralRules = new Map<TextLocale, Intl.PluralRules>();
const numberFormats = new Map<TextLocale, Intl.NumberFormat>();

function remembered<Tool>(tools: Map<TextLocale, Tool>, locale: TextLocale, make: () => Tool): Tool {
  const known = tools.get(locale);
  if (known !== undefined) return known;
  const made = make();
  tools.set(locale, made);
  return made;
}

const isPlural = (value: PluralText | AddressedText): value is PluralText => 'other' in value;

/** The one sentence that is meant: address first, then plural by `count`. Placeholders are still in it. */
export function chooseText(value: TextValue, params: TextParams, setting: TextSetting): string {
  if (typeof value === 'string') return value;
  if (!isPlural(value)) return chooseText(value[setting.address], params, setting);
  const count = Number(params['count'] ?? 0);
  if (count === 0 && value.zero !== undefined) return value.zero;
  const rules = remembered(pluralRules, setting.locale, () => new Intl.PluralRules(setting.locale));
  return rules.select(count) === 'one' ? value.one : value.other;
}

/** A number as one writes it in that language; strings stay as they are. */
export function formatParam(value: string | number, locale: TextLocale): string {
  if (typeof value === 'string') return value;
  return remembered(numberFormats, locale, () => new Intl.NumberFormat(locale)).format(value);
}

/**
 * The sentence for a text value. A placeholder without a value stays visible as `{name}`: a gap would hide the mistake.
 * The result is plain text; whoever puts it into HTML escapes it.
 */
export function formatText(value: TextValue, params: TextParams, setting: TextSetting): string {
  return chooseText(value, params, setting).replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const param = params[name];
    return param === undefined ? placeholder : formatParam(param, setting.locale);
  });
}
