import { useTexts } from '#platform/web';
import { TokenField } from '#ui/web';
import { keepingTexts } from '../keep/keeping-texts.js';
import { useTipsToChoose } from './use-tips-to-choose.js';

interface AddTipProps {
  readonly spaceId: string;
  /** Those that stand in the chapter already. */
  readonly taken: readonly { readonly id: string }[];
  readonly onAdd: (tip: { readonly id: string; readonly title: string }) => void;
}

/** Finds a tip for a chapter while one types, among all that one may read. */
export function AddTip({ spaceId, taken, onAdd }: AddTipProps) {
  const t = useTexts(keepingTexts);
  const { tips, onSearch } = useTipsToChoose(spaceId);
  const free = tips.filter(({ id }) => !taken.some((tip) => tip.id === id));
  return (
    <TokenField
      label={t('handbook.addTip')}
      help={t('handbook.findTip')}
      optional
      value={[]}
      choices={free.map(({ id, title, elsewhere }) => ({ value: id, label: elsewhere === null ? title : t('handbook.tipElsewhere', { title, space: elsewhere }) }))}
      onSearch={onSearch}
      onChange={(ids) => {
        const tip = free.find(({ id }) => ids.includes(id));
        if (tip !== undefined) onAdd({ id: tip.id, title: tip.title });
      }}
    />
  );
}
