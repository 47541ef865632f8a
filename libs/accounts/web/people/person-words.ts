import type { Translate } from '#platform/web';
import type { accountsTexts } from '../accounts-texts.js';

type Words = typeof accountsTexts extends { loaded: (locale: never) => infer Values | undefined } ? Translate<keyof Values & string> : never;

interface Roles {
  readonly siteRoles: readonly string[];
  readonly programmeRoles: readonly string[];
}

/** "Koordination · Mentor*in": what somebody is in the programme, in words. */
export function rolesOfPerson(t: Words, { siteRoles, programmeRoles }: Roles): string {
  return [
    ...(siteRoles.includes('coordinator') ? [t('person.coordinator')] : []),
    ...(programmeRoles.includes('mentor') ? [t('role.mentor')] : []),
    ...(programmeRoles.includes('mentee') ? [t('role.mentee')] : []),
  ].join(' · ');
}
