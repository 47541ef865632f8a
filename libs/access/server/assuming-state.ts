import { all, any, never, type ContentState, type Expression } from './expression.js';

const isTrue = (expression: Expression): boolean => expression.is === 'all' && expression.of.length === 0;

/**
 * The same rule for rows whose state is known: what it says about states is decided here and not again for every row, so
 * that a list of published things is found by its index alone.
 */
export function assumingState(expression: Expression, state: ContentState): Expression {
  switch (expression.is) {
    case 'stateIn':
      return expression.states.includes(state) ? all() : never;
    case 'all': {
      const parts = expression.of.map((part) => assumingState(part, state)).filter((part) => !isTrue(part));
      return parts.some((part) => part.is === 'never') ? never : all(...parts);
    }
    case 'any': {
      const parts = expression.of.map((part) => assumingState(part, state)).filter((part) => part.is !== 'never');
      if (parts.some(isTrue)) return all();
      return parts.length === 0 ? never : any(...parts);
    }
    default:
      return expression;
  }
}
