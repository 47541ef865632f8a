import { useQuery } from '@apollo/client/react';
import { graphql, useTexts } from '#platform/web';
import { CheckboxGroup, type FormState } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { TokensInForm } from '../sheet/TokensInForm.js';

const SpacesToGrant = graphql(`
  query SpacesToGrant {
    administeredSpaces {
      id
      name
      archivedAt
    }
  }
`);

export type ProgrammeRole = 'mentor' | 'mentee';

export interface GrantValues {
  readonly programmeRoles: readonly ProgrammeRole[];
  readonly spaceIds: readonly string[];
}

/** The part in the programme, as boxes to tick. */
export function RolesField<Values extends Pick<GrantValues, 'programmeRoles'>>({ form }: { readonly form: FormState<Values> }) {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const own = form as unknown as FormState<Pick<GrantValues, 'programmeRoles'>>;
  return (
    <CheckboxGroup
      label={c('grant.roles')}
      help={c('grant.rolesHelp')}
      optional
      choices={[
        { value: 'mentor', label: t('role.mentor') },
        { value: 'mentee', label: t('role.mentee') },
      ]}
      {...own.field('programmeRoles')}
    />
  );
}

/** What somebody gets with the way in: a part in the programme and first spaces. */
export function GrantFields<Values extends GrantValues>({ form }: { readonly form: FormState<Values> }) {
  const c = useTexts(coordinationTexts);
  const { data } = useQuery(SpacesToGrant);
  const own = form as unknown as FormState<GrantValues>;
  const spaces = (data?.administeredSpaces ?? []).filter((space) => space.archivedAt === null);
  return (
    <>
      <RolesField form={form} />
      <TokensInForm
        label={c('grant.spaces')}
        help={c('grant.spacesHelp')}
        optional
        choices={spaces.map((space) => ({ value: space.id, label: space.name }))}
        {...own.field('spaceIds')}
      />
    </>
  );
}
