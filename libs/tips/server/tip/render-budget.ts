import { Injectable } from '@nestjs/common';
import { perRequest, type GraphqlContext } from '#platform/server';
import { AppError } from '#platform/shared';

/** About a second of work; a handbook of a thousand pages stays below. */
const CHARACTERS_PER_REQUEST = 4_000_000;
/** Comparing is that much slower than rendering. */
const COMPARING = 5;

/** Stored HTML costs nothing; what is rendered or compared while somebody waits is counted, so that one request cannot hold up all. */
@Injectable()
export class RenderBudget {
  /** @throws {AppError} BAD_USER_INPUT `operationTooLarge` */
  rendering(context: GraphqlContext, markdown: string): void {
    this.spend(context, markdown.length);
  }

  comparing(context: GraphqlContext, ...texts: readonly string[]): void {
    this.spend(context, COMPARING * texts.reduce((sum, text) => sum + text.length, 0));
  }

  private spend(context: GraphqlContext, characters: number): void {
    const spent = perRequest(context, this, () => ({ characters: 0 }));
    spent.characters += characters;
    if (spent.characters > CHARACTERS_PER_REQUEST) throw new AppError('BAD_USER_INPUT', 'operationTooLarge');
  }
}
