import type { Expression, ParticipantContent, SpaceContent } from './expression.js';

export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Reader one: SQL for lists, single reads and counts.
 * @param alias table alias in the surrounding query, an identifier from code and never from input.
 * @param firstParameter number of the first free `$n` placeholder.
 */
export function toSql(expression: Expression, alias: string, firstParameter = 1): SqlCondition {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => {
    parameters.push(value);
    return `$${firstParameter + parameters.length - 1}`;
  };
  const read = (part: Expression): string => {
    switch (part.is) {
      case 'never':
        return 'false';
      case 'spaceIn':
        return `${alias}.space_id = any(${bind(part.ids)}::uuid[])`;
      case 'stateIn':
        return `${alias}.state = any(${bind(part.states)}::text[])`;
      case 'authoredBy':
        return `${alias}.author_ids @> array[${bind(part.accountId)}]::uuid[]`;
      case 'ownedBy':
        return `${alias}.author_ids[1] = ${bind(part.accountId)}::uuid`;
      case 'participant':
        return `${alias}.participant_ids @> array[${bind(part.accountId)}]::uuid[]`;
      case 'all':
        return part.of.length === 0 ? 'true' : `(${part.of.map(read).join(' and ')})`;
      case 'any':
        return part.of.length === 0 ? 'false' : `(${part.of.map(read).join(' or ')})`;
    }
  };
  return { sql: read(expression), parameters };
}

/** Reader two: yes or no about one row at hand, for live updates, notices and digests at the moment of sending. */
export function holds(expression: Expression, row: SpaceContent | ParticipantContent): boolean {
  switch (expression.is) {
    case 'never':
      return false;
    case 'spaceIn':
      return 'spaceId' in row && expression.ids.includes(row.spaceId);
    case 'stateIn':
      return 'state' in row && expression.states.includes(row.state);
    case 'authoredBy':
      return 'authorIds' in row && row.authorIds.includes(expression.accountId);
    case 'ownedBy':
      return 'authorIds' in row && row.authorIds[0] === expression.accountId;
    case 'participant':
      return 'participantIds' in row && row.participantIds.includes(expression.accountId);
    case 'all':
      return expression.of.every((part) => holds(part, row));
    case 'any':
      return expression.of.some((part) => holds(part, row));
  }
}

/**
 * Reader three: the audiences (space ids) whose documents may be found, for either search engine. Search holds only
 * published content, so states play no part there; whatever is bound to an author or participants is not searchable.
 */
export function toSearchFilter(expression: Expression): readonly string[] {
  switch (expression.is) {
    case 'spaceIn':
      return expression.ids;
    case 'stateIn':
      return expression.states.some((state) => state === 'published' || state === 'retired') ? ['*'] : [];
    case 'never':
    case 'authoredBy':
    case 'ownedBy':
    case 'participant':
      return [];
    case 'all':
      return expression.of
        .map(toSearchFilter)
        .reduce((left, right) => (left[0] === '*' ? right : right[0] === '*' ? left : left.filter((id) => right.includes(id))), ['*']);
    case 'any':
      return [...new Set(expression.of.flatMap(toSearchFilter))].filter((id) => id !== '*');
  }
}
