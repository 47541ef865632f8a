import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProgrammeRole } from '#access/server';

export type Visibility = 'public' | 'programme' | 'closed' | 'hidden';
export type Gate = 'open' | 'request' | 'password' | 'invitation';
export type SpaceRole = 'member' | 'author' | 'moderator';
export type Publishers = 'authors' | 'mentors' | 'members';
export type SpaceColour = 'moss' | 'meadow' | 'sun' | 'sand' | 'brick' | 'berry' | 'heather' | 'lake' | 'sky' | 'spruce' | 'slate';
export type SpaceEmblem = 'seed' | 'leaf' | 'sun' | 'wind' | 'house' | 'river' | 'hill' | 'bridge' | 'path' | 'circle' | 'bulb' | 'wheel';

/** A place with members and rules. The hash of its password is no property: only the gate itself reads it. */
@Entity('space')
export class Space {
  @PrimaryColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly slug: string;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly description: string;

  @Column('text')
  readonly colour: SpaceColour;

  @Column('text')
  readonly emblem: SpaceEmblem;

  @Column('text')
  readonly visibility: Visibility;

  @Column('uuid', { name: 'parent_id', nullable: true })
  readonly parentId: string | null;

  @Column('text', { name: 'limited_to_role', nullable: true })
  readonly limitedToRole: ProgrammeRole | null;

  @Column('text', { array: true })
  readonly gates: Gate[];

  @Column('text', { array: true })
  readonly questions: string[];

  @Column('text')
  readonly publishers: Publishers;

  @Column('smallint', { name: 'answer_days' })
  readonly answerDays: number;

  @Column('smallint', { name: 'ask_again_days' })
  readonly askAgainDays: number;

  /** Rises with every change of the settings. */
  @Column('integer')
  readonly version: number;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  readonly archivedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt: Date;
}

/** The columns of {@link Space} for hand-written SQL over `space`. */
export const SPACE_COLUMNS = `space.id, space.slug, space.name, space.description, space.colour,
  space.emblem, space.visibility, space.parent_id as "parentId",
  space.limited_to_role as "limitedToRole", space.gates, space.questions, space.publishers, space.answer_days as "answerDays",
  space.ask_again_days as "askAgainDays", space.version, space.archived_at as "archivedAt", space.created_at as "createdAt"`;

/** A {@link Space} as PostgreSQL writes it into JSON: times are texts. */
export type SpaceJson = Omit<Space, 'archivedAt' | 'createdAt'> & { readonly archivedAt: string | null; readonly createdAt: string };

/**
 * A select item that brings the space along with what lies in it: a round trip less.
 * @param idColumn of the surrounding query, a literal of code. Show the space only to whoever reads it.
 */
export function spaceAsJson(idColumn: string): string {
  return `(select row_to_json(s) from (select ${SPACE_COLUMNS} from space where space.id = ${idColumn}) s)`;
}

export function spaceFromJson(json: SpaceJson): Space {
  return { ...json, archivedAt: json.archivedAt === null ? null : new Date(json.archivedAt), createdAt: new Date(json.createdAt) };
}
