import { describeError } from '#platform/web';

/** How many people's answers a change of the sheet would show to more people; undefined for any other error. */
export function peopleShownBy(error: unknown): number | undefined {
  const { reason, params } = describeError(error);
  return reason === 'sheet.confirmWider' ? Number(params['count']) : undefined;
}
