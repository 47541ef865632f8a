import { AppError } from '#platform/shared';
import { canSeeField, narrower, type Onlooker } from '../sheet/sheet.policy.js';
import { checkPassword } from '../password/password.policy.js';
import { deviceOf } from '../session/device.js';
import { canonicalAddress } from './address.policy.js';
import { looksLikeStaff } from './name.policy.js';

describe('a name', () => {
  it.each([
    'Admin', 'ADMINISTRATOR', 'Admin1strat0r', 'Аdmin', 'Administration Mentoring', 'Moderatorin Eva', 'Koordination', 'Kооrdination', 'Team', 'Support', 'S y s t e m',
    'Pusteblume', 'Pustеblume Team', 'Mentoring Nord', 'ｒｏｏｔ', 'Koordinátion',
  ])('"%s" looks like the staff', (name) => {
    expect(looksLikeStaff(name, 'Mentoring Nord')).toBe(true);
  });

  it.each(['Anna Müller', 'Jörg Root', 'Tim Teamer', 'Ada Minsk', 'Željko Šimić', 'Иван Петров', 'Νίκος Παππάς', 'Kord Nation', "Seán O'Brien", 'Systema Schmidt', 'Nordine'])(
    '"%s" is somebody\'s own',
    (name) => {
      expect(looksLikeStaff(name, 'Mentoring Nord')).toBe(false);
    },
  );
});

describe('an address', () => {
  it.each([
    ['Anna@Beispiel.TEST', 'anna@beispiel.test'],
    ['anna@müller.test', 'anna@xn--mller-kva.test'],
    ['anna+x@beispiel.test', 'anna+x@beispiel.test'],
  ])('%s has the one spelling %s', (given, spelling) => {
    expect(canonicalAddress(given)).toBe(spelling);
  });

  it.each(['аnna@beispiel.test', 'anna@', 'anna@localhost', 'än na@beispiel.test'])('%s is refused', (given) => {
    expect(() => canonicalAddress(given)).toThrow(AppError);
  });
});

describe('a password', () => {
  const owner = { address: 'hanna.berg@beispiel.test', name: 'Hanna Berg', programmeName: 'Mentoring Nord', municipality: 'Neustadt' };
  const reasonFor = async (password: string): Promise<string | null> =>
    checkPassword(password, owner).then(
      () => null,
      (error: AppError) => error.reason,
    );

  it.each([
    ['1234567', 'tooShort'],
    ['x'.repeat(257), 'tooLong'],
    ['password', 'account.passwordCommon'],
    ['Passwort1!', 'account.passwordCommon'],
    ['sonnenschein', 'account.passwordCommon'],
    ['aaaaaaaaaaaa', 'account.passwordCommon'],
    ['Pusteblume2026', 'account.passwordPersonal'],
    ['hanna.berg@beispiel.test', 'account.passwordPersonal'],
    ['HannaBerg1', 'account.passwordPersonal'],
    ['berghanna', 'account.passwordPersonal'],
    ['mentoring-nord', 'account.passwordPersonal'],
    ['Neustadt99', 'account.passwordPersonal'],
    ['neustadtneustadt', 'account.passwordPersonal'],
  ])('"%s" is refused as %s', async (password, reason) => {
    expect(await reasonFor(password)).toBe(reason);
  });

  it.each(['vier Esel am Zaun', '        x y z', '🌼🌻🌷🌹🌺💐🍀🌾', 'Hanna Berg mag Kirschkuchen', 'x7#Qp2!m', 'a b'.repeat(60)])('"%s" is good', async (password) => {
    expect(await reasonFor(password)).toBeNull();
  });
});

describe('a field of the sheet', () => {
  const nobody: Onlooker = { isOwner: false, isCoordinator: false, isMember: false, sharesSpace: false };
  it.each([
    ['a stranger', {}, [false, false, false]],
    ['somebody not approved who shares a space', { sharesSpace: true }, [false, false, false]],
    ['a member', { isMember: true }, [false, false, true]],
    ['a member of the same space', { isMember: true, sharesSpace: true }, [false, true, true]],
    ['a coordinator', { isMember: true, isCoordinator: true }, [true, true, true]],
    ['the owner', { isOwner: true }, [true, true, true]],
  ] as const)('is seen by %s as its circle says', (_who, more, expected) => {
    expect((['coordination', 'spaces', 'programme'] as const).map((circle) => canSeeField({ ...nobody, ...more }, circle))).toEqual(expected);
  });

  it('is never wider than the narrower of choice and bound', () => {
    expect(narrower('programme', 'spaces')).toBe('spaces');
    expect(narrower('coordination', 'programme')).toBe('coordination');
  });
});

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox · Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1', 'Safari · iPhone'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36 Edg/150.0', 'Edge · Windows'],
    ['curl/8', ''],
  ])('is named from %s', (agent, name) => {
    expect(deviceOf(agent)).toBe(name);
  });
});
