import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdInput } from '#platform/server';

export const ImportStateEnum = { previewed: 'previewed', running: 'running', done: 'done', failed: 'failed' } as const;
registerEnumType(ImportStateEnum, {
  name: 'TipImportState',
  description: 'How far an import has come.',
  valuesMap: {
    previewed: { description: 'Uploaded and read; nothing is changed until it is confirmed.' },
    running: { description: 'Confirmed; tips are being made.' },
    done: { description: 'Finished; nothing more happens.' },
    failed: { description: 'Ended early; what was made stays, and importing again goes on from there.' },
  },
});

export const ImportOutcomeEnum = { created: 'created', changed: 'changed', unchanged: 'unchanged', refused: 'refused' } as const;
export type ImportOutcome = keyof typeof ImportOutcomeEnum;
registerEnumType(ImportOutcomeEnum, {
  name: 'TipImportOutcome',
  description: 'What becomes of one file of an import.',
  valuesMap: {
    created: { description: 'It becomes a new tip.' },
    changed: { description: 'A new revision of a tip that came from this file before.' },
    unchanged: { description: 'The tip is as the file has it; nothing is done.' },
    refused: { description: 'Cannot be imported; see its problems.' },
  },
});

@ObjectType({ description: 'Something about a file that its sender should know.' })
export class TipImportProblem {
  @Field(() => String, { description: 'Key of a sentence: `import.notText`, `import.tooLarge`, `import.unknownTopic`, `frontMatter.invalid` …' })
  readonly reason: string;

  @Field(() => Int, { nullable: true, description: 'Line in the file, from 1; null where the whole file is meant.' })
  readonly line: number | null;

  @Field(() => String, { nullable: true, description: 'The words that are meant; null where there are none.' })
  readonly excerpt: string | null;
}

@ObjectType({ description: 'One file of an import and what becomes of it.' })
export class TipImportFile {
  @Field(() => String, { description: 'Its path in the folder; importing it again meets the same tip.' })
  readonly path: string;

  @Field(() => ImportOutcomeEnum, { description: 'What becomes of it; in a preview: what would.' })
  readonly outcome: ImportOutcome;

  @Field(() => String, { description: 'The title found in front matter, heading or file name; empty where it is refused.' })
  readonly title: string;

  @Field(() => [TipImportProblem], { description: 'What should be known about it; a file with problems is imported all the same unless it is refused.' })
  readonly problems: readonly TipImportProblem[];

  @Field(() => ID, { nullable: true, description: 'The tip it becomes; null where it is refused.' })
  readonly tipId: string | null;
}

@ObjectType({ description: 'An import of Markdown files into a space. Upload: `POST /api/spaces/<slug>/tip-imports` as multipart files (Markdown or ZIP); answers `{ "id": … }`.' })
export class TipImport {
  @Field(() => ID, { description: 'Id of the import, for asking again and confirming.' })
  readonly id: string;

  @Field(() => ID, { description: 'Id of the space the tips go into.' })
  readonly spaceId: string;

  @Field(() => ImportStateEnum, { description: 'How far the import has come.' })
  readonly state: keyof typeof ImportStateEnum;

  @Field(() => Int, { description: 'How many files it has, refused ones among them.' })
  readonly fileCount: number;

  @Field(() => Int, { description: 'How many of them are done; for a progress bar.' })
  readonly doneCount: number;

  @Field(() => Date, { description: 'When it was uploaded.' })
  readonly createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it ended, well or not; null before.' })
  readonly finishedAt: Date | null;
}

@InputType({ description: 'A previewed import that shall run.' })
export class ConfirmTipImportInput {
  @IdInput({ description: 'Id of the previewed import.' })
  readonly importId: string;
}
