import { applyDecorators } from '@nestjs/common';
import { Args, Field, ID, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { Allow, IsIn, IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';
import { isUuid, type ErrorParams } from '#platform/shared';

/** No row has it: a malformed id behaves exactly like an unknown one and tells nothing. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** class-validator hands only strings on; reason and params travel in it as JSON, read again by the validation pipe. */
export function encodeReason(reason: string, params?: ErrorParams): string {
  return JSON.stringify(params === undefined ? { reason } : { reason, params });
}

/** Length as people count: code points of the composed form, the same in web and server. */
export function lengthOf(text: string): number {
  return Array.from(text.normalize('NFC')).length;
}

// Direction overrides turn a name round so that it reads as another one; zero-width signs make twins.
const DECEIVING = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// eslint-disable-next-line no-control-regex
const CONTROL_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
// eslint-disable-next-line no-control-regex
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** A name, a title: one line, composed form, without signs that deceive. */
export function cleanLine(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(DECEIVING, '').replace(CONTROL_IN_LINE, ' ').replace(/\s+/g, ' ').trim();
}

/** A body: keeps every line as typed, without control characters that no editor makes. */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROL_IN_TEXT, '');
}

interface TextOptions {
  readonly description: string;
  /** In code points. */
  readonly max: number;
  /** 1 unless set; 0 allows an empty text. */
  readonly min?: number;
  readonly nullable?: boolean;
}

function optional(nullable: boolean | undefined): PropertyDecorator[] {
  return nullable === true ? [IsOptional()] : [];
}

function textField(options: TextOptions, clean: (text: string) => string): PropertyDecorator {
  const min = options.min ?? 1;
  return applyDecorators(
    Field(() => String, { description: `${options.description} (${min}–${options.max} characters)`, nullable: options.nullable ?? false }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? clean(value) : value)),
    ...optional(options.nullable),
    ValidateBy({
      name: 'text',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && lengthOf(value) >= min && lengthOf(value) <= options.max,
        defaultMessage: (given?: ValidationArguments) => {
          const length = typeof given?.value === 'string' ? lengthOf(given.value) : 0;
          if (length > options.max) return encodeReason('tooLong', { max: options.max, length });
          return length === 0 ? encodeReason('required') : encodeReason('tooShort', { min, length });
        },
      },
    }),
  ) as PropertyDecorator;
}

/** One line of text: trimmed, composed, length checked with a reason for each way to be wrong. */
export function LineInput(options: TextOptions): PropertyDecorator {
  return textField(options, cleanLine);
}

/** Several lines of text, kept as typed. */
export function BodyInput(options: TextOptions): PropertyDecorator {
  return textField(options, cleanText);
}

/** A secret: neither trimmed nor cut nor composed; what is typed is what counts. */
export function SecretInput(options: TextOptions): PropertyDecorator {
  return textField(options, (text) => text);
}

/** A mail address: simple shape, because only the confirmation mail proves it. Kept in lower case. */
export function AddressInput(options: { readonly description: string; readonly nullable?: boolean }): PropertyDecorator {
  return applyDecorators(
    Field(() => String, { description: options.description, nullable: options.nullable ?? false }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? cleanLine(value).toLowerCase() : value)),
    ...optional(options.nullable),
    ValidateBy({
      name: 'address',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isMailAddress(value),
        defaultMessage: (given?: ValidationArguments) => encodeReason(given?.value === '' ? 'required' : 'badAddress'),
      },
    }),
  ) as PropertyDecorator;
}

/** Local part, one @, a domain with a dot or an internal host; at most 254 characters (RFC 5321). */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]+$/u.test(text) && !text.includes('..');
}

/** One of the values of an enum object, or of a list. Goes below `@Field`, which names the GraphQL type. */
export function OneOf(values: object): PropertyDecorator {
  return IsIn(Object.values(values), { message: encodeReason('badInput') });
}

/** The id of something that exists. A malformed one is answered like an unknown one. */
export function IdInput(options: { readonly description: string; readonly nullable?: boolean }): PropertyDecorator {
  return applyDecorators(
    Field(() => ID, { description: options.description, nullable: options.nullable ?? false }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && !isUuid(value) ? NOBODY : value)),
    // Without a check of its own the whitelist would drop the field.
    Allow(),
    ...optional(options.nullable),
  ) as PropertyDecorator;
}

/** Ids of things that exist, at most `max`. */
export function IdsInput(options: { readonly description: string; readonly max: number; readonly nullable?: boolean }): PropertyDecorator {
  return applyDecorators(
    Field(() => [ID], { description: `${options.description} (at most ${options.max})`, nullable: options.nullable ?? false }),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map((id) => (isUuid(String(id)) ? id : NOBODY)) : value)),
    ...optional(options.nullable),
    ValidateBy({
      name: 'ids',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.length <= options.max,
        defaultMessage: () => encodeReason('tooMany', { max: options.max }),
      },
    }),
  ) as PropertyDecorator;
}

/** The client-made id (uuid, best version 7) of something to be created: sent twice it makes one thing. */
export function NewIdInput(description: string): PropertyDecorator {
  return applyDecorators(
    Field(() => ID, { description: `${description} Made by the client (uuid version 7); sent twice it makes one thing.` }),
    ValidateBy({
      name: 'newId',
      validator: { validate: (value: unknown) => typeof value === 'string' && isUuid(value), defaultMessage: () => encodeReason('badId') },
    }),
  ) as PropertyDecorator;
}

/** A whole number within bounds. */
export function NumberInput(options: {
  readonly description: string;
  readonly from: number;
  readonly to: number;
  readonly nullable?: boolean;
}): PropertyDecorator {
  return applyDecorators(
    Field(() => Int, { description: `${options.description} (${options.from}–${options.to})`, nullable: options.nullable ?? false }),
    ...optional(options.nullable),
    ValidateBy({
      name: 'number',
      validator: {
        validate: (value: unknown) => typeof value === 'number' && Number.isInteger(value) && value >= options.from && value <= options.to,
        defaultMessage: () => encodeReason('outOfRange', { from: options.from, to: options.to }),
      },
    }),
  ) as PropertyDecorator;
}

/** Parameter decorator for the id argument of a field; malformed ids behave like unknown ones. */
export function IdArg(name: string, description: string): ParameterDecorator {
  return Args(name, { type: () => ID, description }, { transform: (value: string) => (isUuid(value) ? value : NOBODY) });
}
