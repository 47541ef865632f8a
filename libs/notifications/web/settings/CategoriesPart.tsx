import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { announce, graphql, readFragment, useErrorTexts, useTexts, type FragmentOf, type VariablesOf } from '#platform/web';
import { Alert, Checkbox, Section, Select } from '#ui/web';
import { notificationsTexts } from '../notifications-texts.js';
import classes from './settings.module.css';

export const CategoriesFragment = graphql(`
  fragment CategoriesPart on NoticePreferences {
    categories { category onPage mail }
  }
`);
const SetPreference = graphql(
  `
    mutation SetNoticePreference($input: SetNoticePreferenceInput!) {
      setNoticePreference(input: $input) { ...CategoriesPart }
    }
  `,
  [CategoriesFragment],
);

type Change = VariablesOf<typeof SetPreference>['input'];

const MAIL_CHOICES = ['now', 'daily', 'weekly', 'none'] as const;

/** Each category with its two ways. What is changed is saved at once and says so beside it. */
export function CategoriesPart({ preferences: masked }: { readonly preferences: FragmentOf<typeof CategoriesFragment> }) {
  const t = useTexts(notificationsTexts);
  const { categories } = readFragment(CategoriesFragment, masked);
  return (
    <Section title={t('categories.title')}>
      <p>{t('categories.text')}</p>
      <div className={classes.categories}>
        {categories.map((preference) => (
          <CategoryFields key={preference.category} {...preference} />
        ))}
      </div>
    </Section>
  );
}

function CategoryFields({ category, onPage, mail }: Pick<Change, 'category'> & { readonly onPage: boolean; readonly mail: (typeof MAIL_CHOICES)[number] }) {
  const t = useTexts(notificationsTexts);
  const errors = useErrorTexts(notificationsTexts);
  const [set] = useMutation(SetPreference);
  // What was chosen last is shown while it is on its way; a refusal takes it back.
  const [chosen, setChosen] = useState<Omit<Change, 'category'>>({});
  const [state, setState] = useState<'saved' | { readonly problem: string }>();
  const name = t(`category.${category}`);

  const change = async (part: Omit<Change, 'category'>) => {
    setChosen((before) => ({ ...before, ...part }));
    setState(undefined);
    try {
      await set({ variables: { input: { category, ...part } } });
      setState('saved');
      announce(t('categories.savedOf', { name }));
    } catch (error) {
      setState({ problem: errors.sentence(error) });
    }
    setChosen({});
  };

  return (
    <fieldset className={classes.category}>
      <legend>{name}</legend>
      <p className={classes.help}>{t(`category.${category}.text`)}</p>
      <div className={classes.ways}>
        <Checkbox label={t('categories.onPage')} name={`${category}-page`} value={chosen.onPage ?? onPage} onChange={(next) => void change({ onPage: next })} />
        <Select
          label={t('categories.mail')}
          name={`${category}-mail`}
          value={chosen.mail ?? mail}
          choices={MAIL_CHOICES.map((value) => ({ value, label: t(`mail.${value}`) }))}
          onChange={(next) => void change({ mail: next })}
        />
      </div>
      {/* In its own corner, so that nothing moves when it says something; spoken by the announcement. */}
      {state === 'saved' && <span className={classes.saved} aria-hidden="true">{t('categories.saved')}</span>}
      {typeof state === 'object' && <Alert kind="danger" live>{state.problem}</Alert>}
    </fieldset>
  );
}
