import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { AppError, type ErrorParams, type FieldError } from '#platform/shared';

function fieldErrors(errors: readonly ValidationError[], prefix: string): readonly FieldError[] {
  return errors.flatMap((error) => {
    const field = prefix === '' ? error.property : `${prefix}.${error.property}`;
    const own = Object.values(error.constraints ?? {}).slice(0, 1).map((message) => ({ field, ...decode(message) }));
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

function decode(message: string): { readonly reason: string; readonly params?: ErrorParams } {
  try {
    return JSON.parse(message);
  } catch {
    return { reason: 'badInput' };
  }
}

/** Runs before every resolver: cleans and checks inputs; what was not declared is dropped. */
export const inputValidation = new ValidationPipe({
  transform: true,
  whitelist: true,
  stopAtFirstError: true,
  exceptionFactory: (errors) => AppError.badInputs(fieldErrors(errors, '')),
});
