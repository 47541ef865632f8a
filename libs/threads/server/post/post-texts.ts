import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/server';
import { AppError } from '#platform/shared';
import { renderMarkdown } from '#text/server';
import { linkedIn } from './linked-in.js';

/** A text made ready outside the transaction. */
export interface PreparedText {
  readonly body: string;
  readonly html: string;
  readonly plainText: string;
  /** Posts whose address stands in a quotation. */
  readonly quotedIds: readonly string[];
  /** Accounts whose page is linked with an @. */
  readonly mentionedIds: readonly string[];
}

/** From what somebody typed to what is stored. */
@Injectable()
export class PostTexts {
  private readonly ownOrigin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.ownOrigin = new URL(config.publicUrl).origin;
  }

  /**
   * @param id of the post; keeps the anchors of two posts on one page apart.
   * @throws {AppError} BAD_USER_INPUT `required` at `body` for a text that shows nothing, and as `renderMarkdown`.
   */
  prepare(id: string, body: string): PreparedText {
    const { html, plainText } = renderMarkdown(body, { ownOrigin: this.ownOrigin, topHeadingLevel: 3, idPrefix: `b${id.slice(-6)}-` });
    if (plainText.trim() === '' && !html.includes('<img')) throw AppError.badInput('body', 'required');
    return { body, html, plainText, ...linkedIn(html) };
  }
}
