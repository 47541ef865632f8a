import { useMutation, useQuery } from '@apollo/client/react';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { graphql, useErrorTexts, useLocale, useTexts } from '#platform/web';
import { announce } from '#platform/web';
import { Badge, Button, ConfirmDialog, Dialog, EmptyState, IconButton, List, ListRow, Page, QueryPage, Row, Section, toast, VisuallyHidden } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
import { coordinationTexts } from '../coordination-texts.js';
import { peopleShownBy } from './people-shown.js';
import { SheetFieldForm, type EditedField } from './SheetFieldForm.js';

const FieldsQuery = graphql(`
  query SheetFieldsPage {
    sheetFields {
      id
      labelDe
      labelEn
      helpDe
      helpEn
      kind
      choices
      isRequired
      widestVisibility
      defaultVisibility
      isArchived
    }
  }
`);
const Archive = graphql(`
  mutation ArchiveSheetField($input: ArchiveSheetFieldInput!) {
    archiveSheetField(input: $input) {
      id
      isArchived
    }
  }
`);
const Order = graphql(`
  mutation OrderSheetFields($input: OrderSheetFieldsInput!) {
    orderSheetFields(input: $input) {
      id
      position
    }
  }
`);

/** What the contact data sheet asks for: fields, order, who may see what. */
export function SheetFieldsPage() {
  const t = useTexts(accountsTexts);
  const c = useTexts(coordinationTexts);
  const errors = useErrorTexts(coordinationTexts);
  const { locale } = useLocale();
  const query = useQuery(FieldsQuery, { fetchPolicy: 'cache-and-network' });
  const [archive] = useMutation(Archive);
  const [order] = useMutation(Order);
  const [edited, setEdited] = useState<EditedField | 'new'>();
  /** A field whose answers others would see again, with how many people that is about. */
  const [restored, setRestored] = useState<{ readonly field: EditedField; readonly count: number }>();
  const run = async (work: () => Promise<unknown>, sentence: string) => {
    try {
      await work();
      await query.refetch();
      announce(sentence);
    } catch (error) {
      toast(errors.sentence(error));
    }
  };
  const restore = async (field: EditedField, confirmWider: number | null) => {
    try {
      await archive({ variables: { input: { id: field.id, isArchived: false, confirmWider } } });
    } catch (error) {
      const count = peopleShownBy(error);
      if (count !== undefined) setRestored({ field, count });
      // Asked for the first time; asked again, the dialog says that the number is another one by now.
      if (count !== undefined && confirmWider === null) return;
      throw error;
    }
    await query.refetch();
    announce(c('fields.restored'));
  };
  return (
    <QueryPage query={query} pick={(data) => data.sheetFields} texts={coordinationTexts}>
      {(all) => {
        const fields = all.filter((field) => !field.isArchived);
        const archived = all.filter((field) => field.isArchived);
        const nameOf = (field: Pick<EditedField, 'labelDe' | 'labelEn'>) => (locale === 'en' ? field.labelEn : field.labelDe);
        const move = (position: number, step: -1 | 1) => {
          const ids = fields.map((field) => field.id);
          const [id] = ids.splice(position, 1);
          if (id === undefined) return;
          ids.splice(position + step, 0, id);
          void run(() => order({ variables: { input: { ids } } }), c('fields.moved', { place: position + step + 1 }));
        };
        return (
          <Page title={c('fields.title')} summary={c('fields.summary')} width="reading" actions={<Button kind="primary" onClick={() => setEdited('new')}>{c('fields.new')}</Button>}>
            {fields.length === 0 ? (
              <EmptyState size="small" title={c('fields.none')} />
            ) : (
              <List label={c('fields.title')}>
                {fields.map((field, position) => (
                  <ListRow
                    key={field.id}
                    title={nameOf(field)}
                    meta={[c(`kind.${field.kind}`), field.isRequired && c('fields.required'), t(`visibility.${field.defaultVisibility}`)]}
                    end={
                      <Row gap="tight">
                        <IconButton label={c('fields.up', { name: nameOf(field) })} size="small" disabled={position === 0} onClick={() => move(position, -1)}>
                          <IconArrowUp size={18} aria-hidden="true" />
                        </IconButton>
                        <IconButton label={c('fields.down', { name: nameOf(field) })} size="small" disabled={position === fields.length - 1} onClick={() => move(position, 1)}>
                          <IconArrowDown size={18} aria-hidden="true" />
                        </IconButton>
                        <Button size="small" onClick={() => setEdited(field)}>
                          {c('fields.change')}
                          <VisuallyHidden> ({nameOf(field)})</VisuallyHidden>
                        </Button>
                        <Button size="small" kind="quiet" onClick={() => void run(() => archive({ variables: { input: { id: field.id, isArchived: true } } }), c('fields.archived'))}>
                          {c('fields.archive')}
                          <VisuallyHidden> ({nameOf(field)})</VisuallyHidden>
                        </Button>
                      </Row>
                    }
                  />
                ))}
              </List>
            )}
            {archived.length > 0 && (
              <Section title={c('fields.archiveTitle')}>
                <p>{c('fields.archiveText')}</p>
                <List label={c('fields.archiveTitle')}>
                  {archived.map((field) => (
                    <ListRow
                      key={field.id}
                      title={nameOf(field)}
                      meta={[<Badge key="kind">{c(`kind.${field.kind}`)}</Badge>]}
                      end={
                        <Button size="small" onClick={() => void restore(field, null).catch((error: unknown) => toast(errors.sentence(error)))}>
                          {c('fields.restore')}
                          <VisuallyHidden> ({nameOf(field)})</VisuallyHidden>
                        </Button>
                      }
                    />
                  ))}
                </List>
              </Section>
            )}
            <ConfirmDialog
              isOpen={restored !== undefined}
              onClose={() => setRestored(undefined)}
              title={c('fields.restoreTitle', { name: restored === undefined ? '' : nameOf(restored.field) })}
              confirmLabel={c('fields.restore')}
              texts={coordinationTexts}
              onConfirm={async () => restored !== undefined && restore(restored.field, restored.count)}
            >
              {restored !== undefined && c('fields.restoreText', { count: restored.count, widest: t(`visibility.${restored.field.widestVisibility}`) })}
            </ConfirmDialog>
            <Dialog isOpen={edited !== undefined} onClose={() => setEdited(undefined)} title={c(edited === 'new' ? 'fields.new' : 'fields.changeTitle')} size="wide">
              {edited !== undefined && (
                <SheetFieldForm
                  field={edited === 'new' ? null : edited}
                  onClose={() => setEdited(undefined)}
                  onDone={() => {
                    setEdited(undefined);
                    void query.refetch();
                  }}
                />
              )}
            </Dialog>
          </Page>
        );
      }}
    </QueryPage>
  );
}
