import { withoutNamesOfSources } from './quotations.js';

interface Section {
  readonly title: string;
}

interface ChosenPassage {
  readonly postId: string;
  readonly text: string;
  /** Place in the template; null: before all sections. */
  readonly section: number | null;
}

/**
 * Passages in the outline of a template, each as a quotation with its source below. The source names nobody: whether
 * somebody is named is theirs to say.
 * @param sourceLabel what the link is called.
 */
export function outlineOf(sections: readonly Section[], passages: readonly ChosenPassage[], sourceLabel: string): string {
  const isPlaced = ({ section }: ChosenPassage): boolean => section !== null && section >= 0 && section < sections.length;
  const quotations = (chosen: readonly ChosenPassage[]): readonly string[] => chosen.map((passage) => quotation(passage, sourceLabel));
  return [
    ...quotations(passages.filter((passage) => !isPlaced(passage))),
    ...sections.flatMap(({ title }, place) => [`## ${title}`, ...quotations(passages.filter(({ section }) => section === place))]),
  ].join('\n\n');
}

function quotation({ text, postId }: ChosenPassage, sourceLabel: string): string {
  const lines = [...withoutNamesOfSources(text.trim(), sourceLabel).split('\n'), '', `— [${sourceLabel}](/beitrag/${postId})`];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}
