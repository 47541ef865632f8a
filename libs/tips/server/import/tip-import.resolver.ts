import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Viewer } from '#access/server';
import { CurrentViewer, IdArg } from '#platform/server';
import { AppError } from '#platform/shared';
import { TipImports, type ImportRow } from './tip-imports.js';
import { ConfirmTipImportInput, TipImport, TipImportFile } from './tip-import.type.js';

/** Imports of Markdown files. */
@Resolver(() => TipImport)
export class TipImportResolver {
  constructor(@Inject(TipImports) private readonly imports: TipImports) {}

  @Query(() => TipImport, { description: 'An own import, for its preview and its progress. Ask every second while it runs.' })
  async tipImport(@CurrentViewer() viewer: Viewer, @IdArg('id', 'Id of the import, from the answer to the upload. NOT_FOUND for somebody else’s.') id: string): Promise<ImportRow> {
    return this.found(viewer, id);
  }

  @Mutation(() => TipImport, { description: 'Confirms a previewed import; it runs in the background. Sent twice it runs once. NOT_FOUND for somebody else’s import, for guests and where the space is out of sight; FORBIDDEN `tip.reviewNeeded` or `tip.mayNotPublish` where one may not publish tips in the space.' })
  async confirmTipImport(@CurrentViewer() viewer: Viewer, @Args('input', { description: 'The previewed import that shall run.' }) input: ConfirmTipImportInput): Promise<ImportRow> {
    await this.imports.confirm(viewer, input.importId);
    return this.found(viewer, input.importId);
  }

  @ResolveField(() => [TipImportFile], { description: 'Its files in the order they were sent, with what becomes of each.' })
  async files(@Parent() row: ImportRow): Promise<readonly TipImportFile[]> {
    return this.imports.filesOf(row.id);
  }

  private async found(viewer: Viewer, id: string): Promise<ImportRow> {
    const row = await this.imports.byId(viewer, id);
    if (row === null) throw AppError.notFound();
    return row;
  }
}
