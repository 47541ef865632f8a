/** A topic straight from SQL, as it travels with what carries it. */
export interface TopicRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly synonyms: readonly string[];
  readonly isRetired: boolean;
}

/** Columns of a {@link TopicRow} of the table `topic`. */
export const TOPIC_COLUMNS = 'id, slug, name, description, synonyms, retired_at is not null as "isRetired"';

/**
 * A select item that brings the topics along with what carries them, by name.
 * @param idsColumn of the surrounding query, a literal of code: a `uuid[]`.
 */
export function topicsAsJson(idsColumn: string): string {
  return `case when ${idsColumn} = '{}' then '[]'::json else (select coalesce(json_agg(json_build_object('id', k.id, 'slug', k.slug, 'name', k.name,
    'description', k.description, 'synonyms', k.synonyms, 'isRetired', k.retired_at is not null) order by k.name collate "de-x-icu"), '[]')
  from topic k where k.id = any(${idsColumn})) end`;
}

/**
 * An SQL array of the ids that an address means: also that of a topic merged into another one.
 * @param parameter the placeholder of the slug.
 */
export function topicIdsBySlug(parameter: string): string {
  return `array(select coalesce(k.merged_into_id, k.id) from topic k where k.slug = ${parameter})`;
}
