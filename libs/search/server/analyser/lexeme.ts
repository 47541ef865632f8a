import { masculineForm } from './person-forms.js';
import { stem } from './stemming.js';

/** The stem of a folded word, the masculine form for persons. */
export function lexemeOf(foldedWord: string): string {
  return stem(masculineForm(foldedWord));
}
