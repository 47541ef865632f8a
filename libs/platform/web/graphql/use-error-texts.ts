import type { ErrorParams } from '#platform/shared';
import type { Texts } from '../i18n/define-texts.js';
import { useLocale } from '../i18n/LocaleProvider.js';
import { useTexts } from '../i18n/use-texts.js';
import { platformTexts } from '../i18n/platform-texts.js';
import { describeError, type Problem } from './problem.js';

export interface ErrorTexts {
  /** The sentence for anything that was thrown: what happened and what to do. */
  readonly sentence: (error: unknown) => string;
  /** The sentence for a reason, e.g. of one field. */
  readonly reason: (reason: string, params?: ErrorParams, code?: Problem['code']) => string;
}

/** Sentences for errors: `errors.<reason>` in the domain's texts, then in the platform's, then by the kind of error. */
export function useErrorTexts<Values extends object>(texts?: Texts<Values>): ErrorTexts {
  const platform = useTexts(platformTexts);
  const domain = useTexts((texts ?? platformTexts) as typeof platformTexts);
  const { locale } = useLocale();
  const reason = (key: string, given: ErrorParams = {}, code: Problem['code'] = 'INTERNAL') => {
    const { until } = given;
    // Nobody reads a moment as programs write it.
    const params = typeof until === 'string' && !Number.isNaN(Date.parse(until)) ? { ...given, until: new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(new Date(until)) } : given;
    const wanted = `errors.${key}`;
    if (domain.has(wanted)) return domain(wanted, params);
    if (platform.has(wanted)) return platform(wanted, params);
    const byCode = `errors.${code}`;
    return platform(platform.has(byCode) ? byCode : 'errors.INTERNAL', params);
  };
  return {
    reason,
    sentence: (error) => {
      const problem = describeError(error);
      const spoken = reason(problem.reason, problem.params, problem.code);
      return problem.reference === undefined ? spoken : `${spoken} ${platform('errors.reference', { reference: problem.reference })}`;
    },
  };
}
