import { popupSchema } from '../../shared/model/popup.ts';
import { schemaProblems } from '../../shared/model/schema-problem.ts';
import { english } from '../../shared/text/english.ts';

/** Why a popup with these settings cannot be saved, a line for each problem; empty where it can. */
export function popupProblems(popup: object): string {
  const parsed = popupSchema.safeParse({
    id: 'p',
    name: 'P',
    url: 'https://crm.example',
    ...popup,
  });
  return parsed.success
    ? ''
    : schemaProblems(parsed.error)
        .map(({ path: at, message }) => `${at}: ${english(message)}`)
        .join('\n');
}
