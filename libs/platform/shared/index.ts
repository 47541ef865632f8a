/** What server and web both need to agree on: the error model, ids and the formatting of texts. */
export { AppError } from './app-error.js';
export type { ErrorCode, ErrorParams, FieldError } from './app-error.js';
export { isUuid, uuidv7 } from './uuid.js';
export { chooseText, formatParam, formatText } from './format-text.js';
export type { AddressedText, PluralText, TextAddress, TextLocale, TextParams, TextSetting, TextValue } from './format-text.js';
